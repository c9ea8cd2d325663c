const letterA = 'a'.charCodeAt(0);

/** The set of letters of a romanised word as bits; everything but a–z shares one. */
function toLetterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - letterA;
    set |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return set;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * Create a filter of `words` that lists, by index, at least those within so many edits of a word:
 * an edit changes the length and the set of letters by one at most.
 */
export function createListWithinReach(words: readonly string[]) {
  const sets = Int32Array.from(words, toLetterSet);
  const lengths = Uint16Array.from(words, ({ length }) => length);
  return (word: string, edits: number): number[] => {
    const letters = toLetterSet(word);
    const within: number[] = [];
    for (let index = 0; index < sets.length; index += 1) {
      if (Math.abs((lengths[index] ?? 0) - word.length) > edits) continue;
      const set = sets[index] ?? 0;
      if (countBits(letters & ~set) <= edits && countBits(set & ~letters) <= edits) {
        within.push(index);
      }
    }
    return within;
  };
}
