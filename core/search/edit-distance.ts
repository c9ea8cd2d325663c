/** Edits between a word and another, and between it and the nearest beginning of the other. */
export type Edits = { readonly whole: number; readonly beginning: number };

/**
 * Count the letters to insert, delete, replace or swap with their neighbour to turn `from` into
 * `to` (optimal string alignment).
 */
export function countEdits(from: string, to: string): Edits {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      let edits = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      if (isSwapped) edits = Math.min(edits, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(edits);
    }
    beforePrevious = previous;
    previous = current;
  }
  return { whole: previous[to.length] ?? from.length, beginning: Math.min(...previous) };
}
