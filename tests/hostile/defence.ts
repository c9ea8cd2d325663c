import type { BrowserName } from '@/tests/support/browser/launch';

/** A change of the source that takes one defence away; `from` is replaced wherever it stands. */
export type Edit = { readonly file: string; readonly from: string; readonly to: string };

export type Defence = {
  /** Defences of a round are removed in one build, for they meet different pages. */
  readonly round: number;
  /** None: the browser does it, and only a fault put into every page shows its tests fail. */
  readonly edits: readonly Edit[];
  /** The browser in which pages would get by without it; both unless given. */
  readonly only?: BrowserName;
};
