/**
 * What a code unit of text folds to, as one number.
 * 0: not computed yet. 1: no part of a word. 2: nothing at all. 3–31: the letters of `expansions`.
 * Else: a code unit.
 */
export const unknown = 0;
export const separator = 1;
export const ignorable = 2;
/** Indexed by fold code; the first three are no expansions. */
export const expansions: readonly string[] = ['', '', '', 'ss', 'ae', 'oe', 'th', 'ij'];
/** From this value on a fold code is a code unit. */
export const firstLetter = 32;

/** Stretches of code units. */
export type CodeRanges = readonly (readonly [first: number, last: number])[];
