/** How many mentions of one card are marked. */
export const densities = ['every', 'first-per-section', 'first-per-page', 'none'] as const;
export type Density = (typeof densities)[number];

/** What the reader has chosen; every key has a default, only what differs is stored. */
export type Options = {
  readonly density: Density;
  /** No marks and nothing in the page: mentions are listed in popup and side panel only. */
  readonly isQuiet: boolean;
  /** Origins ("https://example.org") on which the extension stays off. */
  readonly sitesOff: readonly string[];
  /** Cards never marked again, as "packId/cardId". */
  readonly mutedCards: readonly string[];
  /** Single aliases the reader rejected for a card ("not this one"). */
  readonly rejectedMentions: readonly { readonly card: string; readonly text: string }[];
  /** Epoch milliseconds until which nothing is marked; null when not paused. */
  readonly pausedUntil: number | null;
  /** Mark mentions inside code, pre, kbd and samp. */
  readonly marksCode: boolean;
};

export const defaultOptions: Options = {
  density: 'first-per-section',
  isQuiet: false,
  sitesOff: [],
  mutedCards: [],
  rejectedMentions: [],
  pausedUntil: null,
  marksCode: false,
};
