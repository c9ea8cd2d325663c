/**
 * What a code unit of text folds to, as one number.
 * 0: no part of a word. 1: nothing at all. 2–31: the letters of `expansions`. Else: a code unit.
 */
export const separator = 0;
export const ignorable = 1;
/** Indexed by fold code; the first two are no expansions. */
export const expansions: readonly string[] = ['', '', 'ss', 'ae', 'oe', 'th', 'ij'];
/** From this value on a fold code is a code unit. */
export const firstLetter = 32;
/** Code units from here on have no case and no accents; their folds are not tabled. */
export const foldTableSize = 0x3000;
