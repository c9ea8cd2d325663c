import type { DateForm } from './date-form';
import type { RichText } from './rich-text';

/** One source in one style of reference, as citeproc renders it. */
export type RenderedStyle = {
  /** The entry for the list of references; null for styles that know notes only. */
  readonly entry: RichText | null;
  /** The citation in the text or, in a style of notes, the first full note. */
  readonly cite: RichText;
  readonly citeForm: 'note' | 'intext';
};

/** Everything about citing a pack that is made when the pack is compiled. */
export type PackCitations = {
  readonly schemaVersion: 1;
  /** Rendered references by style id. */
  readonly styles: Readonly<Record<string, RenderedStyle>>;
  /** The ways the styles write the access date; slots in `styles` name them by index. */
  readonly dateForms: readonly DateForm[];
  /** By fact id, the text directive (`text=…`, encoded) that leads to the quote in its source. */
  readonly textDirectives: Readonly<Record<string, string>>;
};
