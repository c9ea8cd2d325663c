import { isSameStem } from './same-stem';
import type { SearchRecords } from './search-records';
import { createFindSimilar } from './similar-words';
import { toSoundKey } from './sound-key';

/** A word of the index that a word of the query may mean; quality is 1 for the very same word. */
export type FoundWord = { readonly index: number; readonly quality: number };

export type WordFinder = (
  word: string,
  options: {
    /** Guess at words no rule knows; slower, and often wrong. */
    readonly canGuess: boolean;
  },
) => readonly FoundWord[];

/** Find what a word no other rule knows may mean, by its sound key. */
export type FindGarbled = (soundKey: string) => readonly FoundWord[];

/** Another form of the word that is meant is nearly that word. */
const variantShare = 0.98;

/** Find the first of the sorted `words` that is not before `start`. */
function findFirst(words: readonly string[], start: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function listStartingWith(words: readonly string[], start: string): number[] {
  const first = findFirst(words, start);
  // No word holds U+FFFF, so this is where the words that start otherwise begin.
  const end = findFirst(words, `${start}\uFFFF`);
  return Array.from({ length: end - first }, (_, at) => first + at);
}

function indexBySound(soundKeys: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const bySound = new Map<string, number[]>();
  soundKeys.forEach((key, index) => {
    const alike = bySound.get(key);
    if (alike) alike.push(index);
    else bySound.set(key, [index]);
  });
  return bySound;
}

/**
 * Create a finder over the words of a pack, which must be sorted: the same word, words it begins,
 * words of the same stem, words that sound alike; if none is the same, words with a typo; if there
 * is nothing else, what `createFindGarbled` makes of the words' sound keys.
 */
export function createWordFinder(
  { words, variants }: Pick<SearchRecords, 'words' | 'variants'>,
  createFindGarbled: (soundKeys: readonly string[]) => FindGarbled,
): WordFinder {
  const standsFor = new Map(variants.map(([word = 0, ...kept]) => [word, kept]));
  const soundKeys = words.map(toSoundKey);
  const bySound = indexBySound(soundKeys);
  const findSimilar = createFindSimilar(words);
  const findGarbled = createFindGarbled(soundKeys);

  return (word, { canGuess }) => {
    const best = new Map<number, number>();
    const add = (index: number, quality: number): void => {
      if (quality <= (best.get(index) ?? 0)) return;
      best.set(index, quality);
      for (const kept of standsFor.get(index) ?? []) {
        if (quality * variantShare > (best.get(kept) ?? 0)) best.set(kept, quality * variantShare);
      }
    };
    for (const index of listStartingWith(words, word)) {
      const length = words[index]?.length ?? word.length;
      add(index, length === word.length ? 1 : 0.75 + (0.2 * word.length) / length);
    }
    const isName = word.length >= 4 && !/\d/.test(word);
    if (isName) {
      for (const index of listStartingWith(words, word.slice(0, 4))) {
        if (isSameStem(word, words[index] ?? '')) add(index, 0.85);
      }
      for (const index of bySound.get(toSoundKey(word)) ?? []) add(index, 0.9);
    }
    const isExact = words[findFirst(words, word)] === word;
    for (const { index, edits, isWhole } of isExact ? [] : findSimilar(word)) {
      add(index, (isWhole ? 0.85 : 0.75) - (0.6 * edits) / word.length);
    }
    if (canGuess && isName && best.size === 0) {
      for (const { index, quality } of findGarbled(toSoundKey(word))) add(index, quality);
    }
    return [...best].map(([index, quality]) => ({ index, quality }));
  };
}
