import type { CslItem, CslName } from '@/core/pack';
import { type Citation, type CitationContext, type CitedFact, listCited } from './citation-context';
import { describeAsOf } from './quote-format';

const risTypes: Readonly<Record<string, string>> = {
  webpage: 'ELEC',
  report: 'RPRT',
  book: 'BOOK',
  chapter: 'CHAP',
  'article-journal': 'JOUR',
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  thesis: 'THES',
};

/**
 * Format a record in RIS, read by every reference manager.
 * A value stays on one line however long it is: Zotero joins broken lines with a blank, which ruins
 * addresses. RIS splits names at a comma and has no way around it.
 */
export function formatRis(
  context: CitationContext,
  cited: readonly CitedFact[] = listCited(context),
): Citation {
  const { item, source, accessed } = context;
  const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', risTypes[item.type] ?? 'GEN'],
    ...(item.author ?? []).map((name) => ['AU', writeLibraryName(name)] as const),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['M3', item.genre],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['M1', item.number],
    ['DA', writeRisDate(item.issued?.['date-parts'][0] ?? [])],
    ['PY', item.issued?.['date-parts'][0]?.[0]?.toString()],
    ['Y2', writeRisDate(accessed.split('-').map(Number))],
    ['LA', item.language],
    ['UR', source.url],
    ...cited.map((fact) => ['N1', describeFact(context, fact)] as const),
  ];
  const lines = fields
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([tag, value]) => `${tag}  - ${toOneLine(value ?? '')}`);
  return { text: [...lines, 'ER  - ', ''].join('\r\n'), html: null };
}

/** Format the source in CSL-JSON 1.0.2, an array of one item. */
export function formatCslJson(context: CitationContext): Citation {
  return { text: `${JSON.stringify([toCslItem(context)], null, 2)}\n`, html: null };
}

/** Give the CSL item with its address, the day it was read and the quotes of facts as a note. */
export function toCslItem(
  context: CitationContext,
  cited: readonly CitedFact[] = listCited(context),
): CslItem & Readonly<Record<string, unknown>> {
  const { item, source, accessed } = context;
  const note = cited.map((fact) => describeFact(context, fact)).join('\n');
  return {
    ...item,
    URL: item.URL ?? source.url,
    accessed: { 'date-parts': [accessed.split('-').map(Number)] },
    ...(note === '' ? {} : { note }),
  };
}

/** Describe a fact for a field of notes: quote, who says it, as of when, link to the sentence. */
export function describeFact(context: CitationContext, cited: CitedFact): string {
  const said = `${cited.fact.attribution.label}${describeAsOf(context, cited)}`;
  return `“${cited.quote}” — ${said}. ${cited.url}`;
}

function writeLibraryName({ literal, family, given }: CslName): string {
  return literal ?? [family, given].filter((part) => part !== undefined).join(', ');
}

/** `2025/06/06/`; a missing month or day leaves its place empty. */
function writeRisDate([year, month, day]: readonly number[]): string | undefined {
  if (year === undefined) return undefined;
  const places = [month, day].map((part) => part?.toString().padStart(2, '0') ?? '');
  return `${String(year).padStart(4, '0')}/${places.join('/')}/`;
}

/** Line breaks would start another field. */
function toOneLine(value: string): string {
  return value.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
