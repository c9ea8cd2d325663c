import type { Citation, CitationContext } from './citation-context';
import { writeDate } from './date-form';
import type { RichText } from './rich-text';
import { escapeHtml, toHtml, toPlainText } from './rich-text';
import { writeAsOf, writeQuoteSentence } from './quote-format';

/** `entry` belongs in the list of references, `note` at the foot of the page, `intext` in the text. */
export const citationForms = ['entry', 'note', 'intext'] as const;
export type CitationForm = (typeof citationForms)[number];

type StyleRequest = { readonly styleId: string; readonly form: CitationForm | null };

/**
 * Format a reference in a style rendered by the pack's compiler. Without a `form`, a source gives
 * its entry (its note if the style has no entries), a fact its quote with the citation it needs.
 * Throws if the pack lacks the style or the style the form.
 */
export function formatReference(context: CitationContext, request: StyleRequest): Citation {
  const { citations, cited } = context;
  const style = citations.styles[request.styleId];
  if (style === undefined) throw new Error(`No rendered style "${request.styleId}"`);
  const entry = style.entry === null ? null : write(context, style.entry);
  const cite = write(context, style.cite);
  if (request.form !== null) {
    const chosen = request.form === 'entry' ? entry : style.citeForm === request.form ? cite : null;
    if (chosen === null) {
      const forms = [...(entry === null ? [] : ['entry']), style.citeForm].join(', ');
      throw new Error(`Style "${request.styleId}" has no form "${request.form}", only: ${forms}`);
    }
    return chosen;
  }
  if (cited === null) return entry ?? cite;
  if (style.citeForm === 'note' || entry === null) {
    const note = /[.!?]$/.test(cite.text) ? cite : joinText([cite, '.']);
    return joinText([note, ' ', writeQuoteSentence(context, cited)]);
  }
  // The full stop of the sentence comes after the citation in every style of this kind.
  const quote = `“${cited.quote.replace(/\.$/, '')}”`;
  const asOf = writeAsOf(context, cited);
  const sentence = joinText([quote, ' ', cite, asOf === null ? '.' : `, ${asOf}.`]);
  return joinParagraphs([sentence, entry]);
}

function write({ citations, accessed }: CitationContext, richText: RichText): RichCitation {
  const writeAccessed = (index: number): string => {
    const form = citations.dateForms[index];
    if (form === undefined) throw new Error(`No date form ${index}`);
    return writeDate(form, accessed);
  };
  return { text: toPlainText(richText, writeAccessed), html: toHtml(richText, writeAccessed) };
}

type RichCitation = { readonly text: string; readonly html: string };

function toCitation(text: string): RichCitation {
  return { text, html: escapeHtml(text) };
}

function joinText(parts: readonly (RichCitation | string)[]): RichCitation {
  const citations = parts.map((part) => (typeof part === 'string' ? toCitation(part) : part));
  return {
    text: citations.map(({ text }) => text).join(''),
    html: citations.map(({ html }) => html).join(''),
  };
}

function joinParagraphs(parts: readonly RichCitation[]): RichCitation {
  return {
    text: parts.map(({ text }) => text).join('\n\n'),
    html: parts.map(({ html }) => `<p>${html}</p>`).join(''),
  };
}
