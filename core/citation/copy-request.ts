/** What the reader asks to have copied. */
export type CopyRequest = {
  /** One of the ids `listCitationStyles` gives. */
  readonly styleId: string;
  /** The fact to cite; null cites the source as a whole. */
  readonly factId: string | null;
};
