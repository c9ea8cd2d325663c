import type { CslItem, CslName } from '@/core/pack';
import { formatPartialDate } from '@/core/partial-date';
import { type Citation, type CitationContext, type CitedFact, listCited } from './citation-context';
import { describeFact } from './library-formats';

type Fields = readonly (readonly [name: string, value: string | undefined])[];

const languages: Readonly<Record<string, string>> = {
  en: 'english',
  fr: 'french',
  de: 'german',
  ru: 'russian',
  be: 'belarusian',
  pl: 'polish',
  uk: 'ukrainian',
  es: 'spanish',
};
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Format an entry for BibLaTeX and Biber, in UTF-8; a fact adds its quote as `annotation`. */
export function formatBiblatex(
  context: CitationContext,
  cited: readonly CitedFact[] = listCited(context),
): Citation {
  const { item, source, accessed } = context;
  const isReport = item.type === 'report';
  return toEntry(isReport ? 'report' : 'online', item, [
    ...toCommonFields(item),
    ['date', braces(source.issued)],
    ['type', isReport ? escaped(item.genre) : undefined],
    [isReport ? 'institution' : 'organization', escaped(item['container-title'] ?? item.publisher)],
    ['location', escaped(item['publisher-place'])],
    ['number', escaped(item.number)],
    ['note', isReport ? undefined : escaped(capitalise(item.genre))],
    ['langid', braces(languages[source.language.split('-')[0] ?? ''])],
    ['url', braces(escapeUrl(source.url))],
    ['urldate', braces(accessed)],
    ['annotation', describeFacts(context, cited)],
  ]);
}

/** Format an entry for classic BibTeX, whose styles know neither web pages nor dates of access. */
export function formatBibtex(context: CitationContext): Citation {
  const { item, source, accessed } = context;
  const [year, month] = source.issued.split('-');
  return toEntry('misc', item, [
    ...toCommonFields(item),
    ['howpublished', escaped(capitalise(item.genre))],
    ['month', month === undefined ? undefined : months[Number(month) - 1]],
    ['year', braces(year)],
    ['note', braces(`Accessed ${formatPartialDate(accessed, 'en-GB')}`)],
    ['url', braces(escapeUrl(source.url))],
    ['annote', describeFacts(context, listCited(context))],
  ]);
}

function describeFacts(context: CitationContext, cited: readonly CitedFact[]): string | undefined {
  const described = cited.map((fact) => describeFact(context, fact));
  return described.length === 0 ? undefined : escaped(described.join(' '));
}

function toCommonFields(item: CslItem): Fields {
  const authors = (item.author ?? []).map(writeLatexName).join(' and ');
  return [
    ['author', authors === '' ? undefined : braces(authors)],
    // Doubled, so that styles keep the capitals.
    ['title', braces(braces(escapeLatex(item.title)))],
  ];
}

function toEntry(type: string, item: CslItem, fields: Fields): Citation {
  const key = item.id.replaceAll(/[^\w-]+/g, '-');
  const given = fields.filter(([, value]) => value !== undefined);
  const width = Math.max(...given.map(([name]) => name.length));
  const lines = given.map(([name, value]) => `  ${name.padEnd(width)} = ${value},`);
  return { text: [`@${type}{${key},`, ...lines, '}', ''].join('\n'), html: null };
}

/** Braces keep an organisation in one piece, and a person whose name holds a comma or "and". */
function writeLatexName({ literal, family = '', given }: CslName): string {
  if (literal !== undefined) return braces(escapeLatex(literal)) ?? '';
  const keep = (part: string): string => {
    const text = escapeLatex(part);
    return /,|\sand\s|^and\s|\sand$/i.test(text) ? (braces(text) ?? '') : text;
  };
  return given === undefined ? keep(family) : `${keep(family)}, ${keep(given)}`;
}

function braces(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `{${text}}`;
}

function escaped(text: string | undefined): string | undefined {
  return text === undefined ? undefined : braces(escapeLatex(text));
}

function capitalise(text: string | undefined): string | undefined {
  return text === undefined ? undefined : text.charAt(0).toUpperCase() + text.slice(1);
}

const latexCommands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces even behind a backslash, so these must not appear at all.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
};

function escapeLatex(text: string): string {
  return (
    text
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .replaceAll(/[\\{}^~<>|`$&#_%]/g, (character) => latexCommands[character] ?? `\\${character}`)
      // TeX would join these into dashes and curly quotes.
      .replaceAll(/(?<=-)(?=-)|(?<=')(?=')/g, '{}')
  );
}

/** Addresses are printed verbatim; only braces and backslashes would break the entry. */
function escapeUrl(url: string): string {
  return url.replaceAll(/[\s{}\\]/gu, (character) => encodeURIComponent(character));
}
