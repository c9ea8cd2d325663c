import { countEdits } from './edit-distance';

/** A word of the index near a misspelt one. */
export type SimilarWord = {
  readonly index: number;
  /** Edits between the words, or between the misspelt word and a beginning of this one. */
  readonly edits: number;
  readonly isWhole: boolean;
};

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

/** Edits that still make a word recognisable, by its length; short words and numbers allow none. */
function allowEdits(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0;
  if (word.length < 6) return 1;
  return word.length < 9 ? 2 : 3;
}

/** Create a search for words of `words` that are, or begin with, `word` but for a few edits. */
export function createFindSimilar(words: readonly string[]): (word: string) => SimilarWord[] {
  const letterSets = Int32Array.from(words, toLetterSet);
  const lengths = Uint8Array.from(words, ({ length }) => Math.min(length, 255));
  return (word) => {
    const allowed = allowEdits(word);
    if (allowed === 0) return [];
    const letters = toLetterSet(word);
    const shortest = word.length - allowed;
    const similar: SimilarWord[] = [];
    for (let index = 0; index < words.length; index += 1) {
      // An edit brings in one letter at most, so words that lack more are told apart by their sets.
      if ((lengths[index] ?? 0) < shortest) continue;
      if (countBits(letters & ~(letterSets[index] ?? 0)) > allowed) continue;
      const { whole, beginning } = countEdits(word, words[index] ?? '');
      if (whole <= allowed) similar.push({ index, edits: whole, isWhole: true });
      else if (beginning < allowed) similar.push({ index, edits: beginning, isWhole: false });
    }
    return similar;
  };
}
