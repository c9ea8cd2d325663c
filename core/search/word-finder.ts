import { countEdits } from './edit-distance';
import { isSameStem } from './same-stem';
import type { SearchRecords } from './search-records';
import { toSoundKey } from './sound-key';

/** A word of the index that a word of the query may mean; quality is 1 for the very same word. */
export type FoundWord = { readonly index: number; readonly quality: number };

export type WordFinder = (word: string) => readonly FoundWord[];

/** Find words spelled roughly like `word`, as indexes; may return too many, never too few. */
export type FindSimilar = (word: string) => readonly number[];

/** Another form of the word that is meant is nearly that word. */
const variantShare = 0.98;

/** Edits that still make a word recognisable, by its length; numbers allow none. */
function allowEdits(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0;
  if (word.length < 6) return 1;
  return word.length < 9 ? 2 : 3;
}

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

/**
 * Create a finder over the words of a pack, which must be sorted: the same word, words it begins, words of the
 * same stem, words that sound alike and, unless one of those is the same, words with a typo.
 */
export function createWordFinder(
  { words, variants }: Pick<SearchRecords, 'words' | 'variants'>,
  findSimilar: FindSimilar,
): WordFinder {
  const standsFor = new Map(variants.map(([word = 0, ...kept]) => [word, kept]));
  const bySound = new Map<string, number[]>();
  words.forEach((word, index) => {
    const key = toSoundKey(word);
    const alike = bySound.get(key);
    if (alike) alike.push(index);
    else bySound.set(key, [index]);
  });

  return (word) => {
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
    const isExact = words[findFirst(words, word)] === word;
    if (word.length >= 4 && !/\d/.test(word)) {
      for (const index of listStartingWith(words, word.slice(0, 4))) {
        if (isSameStem(word, words[index] ?? '')) add(index, 0.85);
      }
      for (const index of bySound.get(toSoundKey(word)) ?? []) add(index, 0.9);
    }
    const allowed = isExact ? 0 : allowEdits(word);
    for (const index of allowed > 0 ? findSimilar(word) : []) {
      const { whole, beginning } = countEdits(word, words[index] ?? '');
      if (whole <= allowed) add(index, 0.85 - (0.6 * whole) / word.length);
      else if (beginning <= allowed - 1) add(index, 0.75 - (0.6 * beginning) / word.length);
    }
    return [...best].map(([index, quality]) => ({ index, quality }));
  };
}
