/** Edits between a word and another, and between it and the nearest beginning of the other. */
export type Edits = { readonly whole: number; readonly beginning: number };

/** Longer words are compared by their first letters. */
const maxLength = 32;
const width = maxLength + 1;
// Three rows are kept and used in turn; a search compares thousands of words a key.
const rows = new Uint8Array(3 * width);

/**
 * Count the letters to insert, delete, replace or swap with their neighbour to turn `from` into
 * `to` (optimal string alignment). Only the first 32 letters count.
 */
export function countEdits(from: string, to: string): Edits {
  const height = Math.min(from.length, maxLength);
  const length = Math.min(to.length, maxLength);
  let beforePrevious = 0;
  let previous = width;
  let current = 2 * width;
  for (let column = 0; column <= length; column += 1) rows[previous + column] = column;
  for (let row = 1; row <= height; row += 1) {
    const letter = from.charCodeAt(row - 1);
    const letterBefore = row > 1 ? from.charCodeAt(row - 2) : -1;
    rows[current] = row;
    for (let column = 1; column <= length; column += 1) {
      const other = to.charCodeAt(column - 1);
      const replaced = (rows[previous + column - 1] ?? 0) + (letter === other ? 0 : 1);
      const inserted = (rows[current + column - 1] ?? 0) + 1;
      const deleted = (rows[previous + column] ?? 0) + 1;
      let edits = replaced < inserted ? replaced : inserted;
      if (deleted < edits) edits = deleted;
      if (column > 1 && other === letterBefore && to.charCodeAt(column - 2) === letter) {
        const swapped = (rows[beforePrevious + column - 2] ?? 0) + 1;
        if (swapped < edits) edits = swapped;
      }
      rows[current + column] = edits;
    }
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  let beginning = rows[previous] ?? 0;
  for (let column = 1; column <= length; column += 1) {
    beginning = Math.min(beginning, rows[previous + column] ?? 0);
  }
  return { whole: rows[previous + length] ?? 0, beginning };
}
