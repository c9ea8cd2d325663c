/** A word of the index near a misspelt one. */
export type SimilarWord = {
  readonly index: number;
  /** Edits between the words, or between the misspelt word and a beginning of this one. */
  readonly edits: number;
  readonly isWhole: boolean;
};

/** Longer words are compared by their first letters. */
const maxLength = 32;
const width = maxLength + 1;

/** Edits that still make a word recognisable, by its length; short words and numbers allow none. */
export function allowEdits(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0;
  if (word.length < 6) return 1;
  return word.length < 9 ? 2 : 3;
}

function countCommonStart(a: string, b: string): number {
  const end = Math.min(a.length, b.length, maxLength);
  let length = 0;
  while (length < end && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

/**
 * Create a search for words of the sorted `words` that are, or begin with, a word but for `allowed`
 * edits: letters inserted, left out, replaced, or swapped with their neighbour.
 */
export function createFindSimilar(
  words: readonly string[],
): (word: string, allowed: number) => SimilarWord[] {
  const commonStarts = Uint8Array.from(words, (word, index) =>
    countCommonStart(words[index - 1] ?? '', word),
  );
  // Row n compares the first n letters of a word of the index. The words are walked like a tree:
  // rows of a beginning shared with the word before are not counted again, and words whose
  // beginning is too far off already are passed over. Of 20,000 words a few hundred are left.
  const rows = new Uint8Array(width * width);
  const nearest = new Uint8Array(width);

  return (typed, allowed) => {
    if (allowed === 0) return [];
    const word = typed.slice(0, maxLength);
    const { length } = word;
    for (let column = 0; column <= length; column += 1) rows[column] = column;
    nearest[0] = length;
    const similar: SimilarWord[] = [];
    /** Words that share so many letters with those before are too far off; Infinity for none. */
    let passedFrom = Infinity;
    for (let index = 0; index < words.length; index += 1) {
      const shared = commonStarts[index] ?? 0;
      if (shared < passedFrom) {
        passedFrom = compare(word, { candidate: words[index] ?? '', shared, allowed });
      }
      const depth = Math.min(words[index]?.length ?? 0, maxLength, passedFrom);
      const whole = passedFrom === Infinity ? (rows[depth * width + length] ?? 0) : Infinity;
      const beginning = nearest[depth] ?? 0;
      if (whole <= allowed) similar.push({ index, edits: whole, isWhole: true });
      else if (beginning < allowed) similar.push({ index, edits: beginning, isWhole: false });
    }
    return similar;
  };

  type Candidate = {
    readonly candidate: string;
    readonly shared: number;
    readonly allowed: number;
  };

  /** Fill the rows that are not shared; returns after which letters it was given up. */
  function compare(word: string, { candidate, shared, allowed }: Candidate) {
    const height = Math.min(candidate.length, maxLength);
    for (let depth = shared + 1; depth <= height; depth += 1) {
      if (fillRow(word, candidate, depth) > allowed) return depth;
    }
    return Infinity;
  }

  /** Count the edits for one more letter of the candidate; returns the fewest of the row. */
  function fillRow(word: string, candidate: string, depth: number): number {
    const { length } = word;
    const row = depth * width;
    const letter = candidate.charCodeAt(depth - 1);
    const letterBefore = depth > 1 ? candidate.charCodeAt(depth - 2) : -1;
    rows[row] = depth;
    let least = depth;
    for (let column = 1; column <= length; column += 1) {
      const other = word.charCodeAt(column - 1);
      const replaced = (rows[row - width + column - 1] ?? 0) + (letter === other ? 0 : 1);
      let edits = Math.min(
        replaced,
        (rows[row + column - 1] ?? 0) + 1,
        (rows[row - width + column] ?? 0) + 1,
      );
      if (column > 1 && other === letterBefore && word.charCodeAt(column - 2) === letter) {
        edits = Math.min(edits, (rows[row - 2 * width + column - 2] ?? 0) + 1);
      }
      rows[row + column] = edits;
      if (edits < least) least = edits;
    }
    nearest[depth] = Math.min(nearest[depth - 1] ?? 0, rows[row + length] ?? 0);
    return least;
  }
}
