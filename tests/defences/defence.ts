import type { BrowserName } from '@/tests/support/browser/launch';

/** A change of the source that takes one defence away; `from` is replaced wherever it stands. */
export type Edit = { readonly file: string; readonly from: string; readonly to: string };

/** What keeps a page from doing harm or from failing, and how to take it away. */
export type Defence = {
  /** Defences of a round are removed in one build, for they meet different pages. */
  readonly round: number;
  /** None: the browser does it, and only a fault put into every page shows its tests fail. */
  readonly edits: readonly Edit[];
  /** The browser in which pages would get by without it; both unless given. */
  readonly only?: BrowserName;
  /** What keeps its pages harmless in the browsers of today though it is gone. */
  readonly heldBy?: string;
};

/** Apply the edits of a defence to the text of one file; throws when one no longer fits. */
export function applyEdits(
  text: string,
  { file, edits }: { readonly file: string; readonly edits: readonly Edit[] },
): string {
  return edits
    .filter((edit) => edit.file === file)
    .reduce((edited, { from, to }) => {
      if (!edited.includes(from)) throw new Error(`${file} does not say ${JSON.stringify(from)}`);
      return edited.replaceAll(from, to);
    }, text);
}
