export const emphases = [
  'italic',
  'bold',
  'small-caps',
  'superscript',
  'subscript',
  'upright',
] as const;
export type Emphasis = (typeof emphases)[number];

/** A passage of a citation; `accessed` is the slot of the access date, by index of its date form. */
export type RichTextPart =
  | string
  | { readonly accessed: number }
  | { readonly emphasis: Emphasis; readonly parts: RichText };

/** Text with the few emphases citation styles know. A pack carries this, never HTML. */
export type RichText = readonly RichTextPart[];

/** Give the access date in the date form of that index. */
type WriteDate = (dateForm: number) => string;

const tags: Readonly<Record<Emphasis, readonly [open: string, close: string]>> = {
  italic: ['<i>', '</i>'],
  bold: ['<b>', '</b>'],
  'small-caps': ['<span style="font-variant:small-caps;">', '</span>'],
  superscript: ['<sup>', '</sup>'],
  subscript: ['<sub>', '</sub>'],
  upright: ['<span style="font-style:normal;">', '</span>'],
};

/** Escape `text` for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Write `richText` as plain text. */
export function toPlainText(richText: RichText, writeDate: WriteDate): string {
  return richText
    .map((part) => {
      if (typeof part === 'string') return part;
      return 'accessed' in part ? writeDate(part.accessed) : toPlainText(part.parts, writeDate);
    })
    .join('');
}

/** Write `richText` as an HTML fragment, all text escaped. */
export function toHtml(richText: RichText, writeDate: WriteDate): string {
  return richText
    .map((part) => {
      if (typeof part === 'string') return escapeContent(part);
      if ('accessed' in part) return escapeContent(writeDate(part.accessed));
      const [open, close] = tags[part.emphasis];
      return open + toHtml(part.parts, writeDate) + close;
    })
    .join('');
}

/** Quotation marks stay as they are in content: reference managers print them as in the style. */
function escapeContent(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
