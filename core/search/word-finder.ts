import { findFirstIndex } from '@/core/bisect';
import { isContraction, isContractionOf } from './contraction';
import { countEdits } from './edit-distance';
import { createListWithinReach } from './letter-sets';
import { measureEndings } from './same-stem';
import type { SearchRecords } from './search-records';
import { allowEdits, createFindSimilar } from './similar-words';
import { toSoundKey } from './sound-key';

/** A word of the index that a word of the query may mean; quality is 1 for the very same word. */
export type FoundWord = { readonly index: number; readonly quality: number };

export type FindOptions = {
  /** Guess at words no rule knows; slower, and often wrong. */
  readonly canGuess: boolean;
  /** The query is a guess itself, read in another keyboard layout: words must be nearly whole. */
  readonly isSlip: boolean;
};

export type WordFinder = {
  /** Tell whether the index has the very same word. */
  readonly isKnown: (word: string) => boolean;
  readonly find: (word: string, options: FindOptions) => readonly FoundWord[];
};

/** Find which `candidates`, sound keys, a sound key no rule knows may mean, as indexes into them. */
export type FindGarbled = (soundKey: string, candidates: readonly string[]) => readonly number[];

/** Another form of the word that is meant is nearly that word. */
const variantShare = 0.98;
/** Spellings of one sound have that many edits per letter at most: not "zzzzqqq" and "sk". */
const mostSoundEdits = 0.56;
/** The share of a word typed in the wrong layout from which it is believed, … */
const leastSlipShare = 0.5;
/** … and the edits per letter up to which it is. */
const mostSlipEdits = 0.17;
const contractionQuality = 0.42;
/** First letters are seldom mistyped. */
const otherStartMalus = 0.15;
/** Edits per letter of the sound key with which a guess is still worth showing. */
const mostGuessedEdits = 0.34;

/** Tell whether two words start with the same letter, or with the same two in either order. */
function hasSameStart(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}

/** One slip in five letters is a typo; the more there are, the less they are. */
function weighTypo(editsPerLetter: number): number {
  return 0.85 - 0.6 * editsPerLetter - Math.max(0, editsPerLetter - 0.25);
}

/** Find the first of the sorted `words` that is not before `start`. */
function findFirst(words: readonly string[], start: string): number {
  return findFirstIndex(words, (word) => word < start);
}

function listStartingWith(words: readonly string[], start: string): number[] {
  const first = findFirst(words, start);
  // No word holds U+FFFF, so this is where the words that start otherwise begin.
  const end = findFirst(words, `${start}\uFFFF`);
  return Array.from({ length: end - first }, (_, at) => first + at);
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | null = null;
  return () => (made ??= make());
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
 * is nothing else, what `findGarbled` makes of the words' sound keys.
 */
export function createWordFinder(
  { words, soundKeys, variants }: Pick<SearchRecords, 'words' | 'soundKeys' | 'variants'>,
  findGarbled: FindGarbled,
): WordFinder {
  const standsFor = new Map(variants.map(([word = 0, ...kept]) => [word, kept]));
  const bySound = indexBySound(soundKeys);
  // Most words are found without; made with the rest, these would put off the first result.
  const getFindSimilar = once(() => createFindSimilar(words));
  const getListWithinReach = once(() => createListWithinReach(soundKeys));

  const isKnown = (word: string): boolean => words[findFirst(words, word)] === word;

  const guess = (soundKey: string) => {
    const allowed = Math.floor(mostGuessedEdits * soundKey.length);
    const candidates = getListWithinReach()(soundKey, allowed);
    const keys = candidates.map((index) => soundKeys[index] ?? '');
    return findGarbled(soundKey, keys).flatMap((at) => {
      const edits = countEdits(soundKey, keys[at] ?? '').whole;
      const index = candidates[at];
      return index === undefined || edits > allowed
        ? []
        : { index, editsPerLetter: edits / soundKey.length };
    });
  };

  const find: WordFinder['find'] = (word, { canGuess, isSlip }) => {
    const best = new Map<number, number>();
    const add = (index: number, quality: number): void => {
      if (quality <= (best.get(index) ?? 0)) return;
      best.set(index, quality);
      for (const kept of standsFor.get(index) ?? []) {
        if (quality * variantShare > (best.get(kept) ?? 0)) best.set(kept, quality * variantShare);
      }
    };
    for (const index of listStartingWith(words, word)) {
      const share = word.length / (words[index]?.length ?? word.length);
      if (share < (isSlip ? leastSlipShare : 0)) continue;
      add(index, share === 1 ? 1 : 0.75 + 0.2 * share);
    }
    const isName = word.length >= 4 && !/\d/.test(word);
    const soundKey = toSoundKey(word);
    if (isName) {
      for (const index of listStartingWith(words, word.slice(0, 4))) {
        const ending = measureEndings(word, words[index] ?? '');
        if (ending !== null) add(index, 0.98 - 0.05 * ending);
      }
      for (const index of bySound.get(soundKey) ?? []) {
        const edits = countEdits(word, words[index] ?? '').whole / word.length;
        if (edits <= mostSoundEdits) add(index, 0.9);
      }
    }
    if (!isKnown(word)) {
      const allowed = allowEdits(word);
      const slipAllowed = Math.floor(mostSlipEdits * word.length);
      const similar = getFindSimilar()(word, isSlip ? Math.min(allowed, slipAllowed) : allowed);
      for (const { index, edits, isWhole } of similar) {
        if (isSlip && !isWhole) continue;
        const share = edits / word.length;
        const length = words[index]?.length ?? word.length;
        const base = isWhole ? weighTypo(share) : 0.5 + (0.2 * word.length) / length - 0.6 * share;
        add(index, base - (hasSameStart(word, words[index] ?? '') ? 0 : otherStartMalus));
      }
    }
    if (canGuess && isName && best.size === 0) {
      for (const { index, editsPerLetter } of guess(soundKey)) {
        add(index, 0.5 - 0.5 * editsPerLetter);
      }
      if (isContraction(word)) {
        words.forEach((whole, index) => {
          if (isContractionOf(word, whole)) add(index, contractionQuality);
        });
      }
    }
    return [...best].map(([index, quality]) => ({ index, quality }));
  };
  return { isKnown, find };
}
