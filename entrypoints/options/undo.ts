/** What was just done and how to take it back. */
export type Undo = { readonly text: string; readonly undo: () => void };

/** Offer to take back what was just done; the last offer stands until the next. */
export type OfferUndo = (undo: Undo) => void;
