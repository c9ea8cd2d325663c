import type { CitationStyleId } from '@/core/citation/citation-styles';
import type { DateForm } from '@/core/citation/date-form';
import type { PackCitations, RenderedStyle } from '@/core/citation/pack-citations';
import type { RichText } from '@/core/citation/rich-text';
import { createTextDirective } from '@/core/citation/text-fragment';
import type { CslItem, Pack } from '@/core/pack';
import { locateDateSlot } from './citations/date-slot';
import { parseCitationHtml } from './citations/parse-html';
import { createRenderer } from './citations/render-style';
import { readStyle } from './citations/style-files';
import { referenceStyles } from './citations/reference-styles';

/**
 * Render the pack's source in every style of references and make the text directive of every fact.
 * Throws if a style cannot be rendered or a quote cannot be linked to.
 */
export function compileCitations(pack: Pack): PackCitations {
  const dateForms: DateForm[] = [];
  const styles: Partial<Record<CitationStyleId, RenderedStyle>> = {};
  for (const { id, csl, locale, omitsSiteOfAuthor } of referenceStyles) {
    const style = readStyle(csl);
    const item = omitsSiteOfAuthor ? omitSiteOfAuthor(pack) : pack.source.csl;
    const render = createRenderer({ item, style, locale });
    const toRichText = (form: 'entry' | 'cite'): RichText | null =>
      compileForm((date) => render(date)[form], dateForms);
    const cite = toRichText('cite');
    if (cite === null) throw new Error(`Style "${id}" renders no citation`);
    const citeForm = style.attrs['class'] === 'note' ? 'note' : 'intext';
    styles[id] = { entry: toRichText('entry'), cite, citeForm };
  }
  return { schemaVersion: 1, styles, dateForms, textDirectives: compileDirectives(pack) };
}

/** Drop the site if it is one of the authors, by the name or abbreviation the pack's cards give it. */
function omitSiteOfAuthor({ source: { csl }, cards }: Pack): CslItem {
  const { 'container-title': site, ...item } = csl;
  const names = (csl.author ?? []).flatMap(({ literal }) => [
    literal,
    cards.find((card) => card.title === literal)?.abbreviation,
  ]);
  return site !== undefined && names.includes(site) ? item : csl;
}

/** Turn what a style renders for a date into text with a slot; adds its date form to `dateForms`. */
function compileForm(
  render: (date: string) => string | null,
  dateForms: DateForm[],
): RichText | null {
  const sample = render('2026-11-23');
  if (sample === null) return null;
  const slot = locateDateSlot((date) => render(date) ?? '');
  if (slot === null) return parseCitationHtml(escapeBraces(sample));
  const written = JSON.stringify(slot.form);
  let index = dateForms.findIndex((form) => JSON.stringify(form) === written);
  if (index === -1) index = dateForms.push(slot.form) - 1;
  return parseCitationHtml(
    `${escapeBraces(slot.before)}{accessed:${index}}${escapeBraces(slot.after)}`,
  );
}

/** Braces as entities, so that no title can be taken for a slot. */
function escapeBraces(html: string): string {
  return html.replaceAll('{', '&#123;');
}

function compileDirectives(pack: Pack): Record<string, string> {
  const directives: Record<string, string> = {};
  for (const fact of pack.facts) {
    const directive = createTextDirective(pack.source.text, fact.quote);
    if (directive === null) throw new Error(`No link leads to the quote of fact "${fact.id}"`);
    directives[fact.id] = directive;
  }
  return directives;
}
