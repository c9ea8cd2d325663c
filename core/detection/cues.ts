import type { TextPosition } from '@/core/pack';
import { type Cue, type CueIndex, keyLength, readCueIndex } from './cue-index';
import type { EncodedCueIndex } from './detection';
import { foldWord } from './fold';
import { hashSeed, mixHash } from './hash';
import { findWord, isInCapitals } from './words';

/** A word of a text with what is needed to compare it. */
export type Word = TextPosition & { readonly folded: string; readonly isUpperCase: boolean };

/** A cue met in a text; `first` and `last` are indices of words. */
export type CueHit = TextPosition & {
  readonly group: number;
  /** The acronym it was met as, folded; null for words. */
  readonly acronym: string | null;
  readonly first: number;
  readonly last: number;
};

export type CueFinder = { readonly findCues: (words: readonly Word[]) => CueHit[] };

/** Split `text` into its words. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (let word = findWord(text, 0); word; word = findWord(text, word.end)) {
    const raw = text.slice(word.start, word.end);
    words.push({
      ...word,
      folded: foldWord(raw),
      isUpperCase: isInCapitals(raw),
    });
  }
  return words;
}

/**
 * A cue group as met in a text, by words (its index) or by one of its acronyms, which the page may
 * explain as something else.
 */
export type CueSource = number | `${number} ${string}`;

/** Get how `hit` met its group. */
export function toCueSource({ group, acronym }: Pick<CueHit, 'group' | 'acronym'>): CueSource {
  return acronym === null ? group : `${group} ${acronym}`;
}

/** Create the finder of the cues in `encoded`. */
export function createCueFinder(encoded: EncodedCueIndex): CueFinder {
  // Most pages have no candidate and never get here.
  let index: CueIndex | null = null;

  function findCues(words: readonly Word[]): CueHit[] {
    index ??= readCueIndex(encoded);
    const hits: CueHit[] = [];
    for (const [first, word] of words.entries()) {
      let key = hashSeed;
      for (let length = 0; length < Math.min(keyLength, word.folded.length); length += 1) {
        key = mixHash(key, word.folded.charCodeAt(length));
        for (const cue of index.getCues(key) ?? []) {
          const last = first + cue.words.length - 1;
          const end = words[last]?.end;
          if (end === undefined || !isCueAt(cue, words, first)) continue;
          const acronym = cue.isAcronym ? cue.words.join(' ') : null;
          hits.push({ start: word.start, end, group: cue.group, acronym, first, last });
        }
      }
    }
    return hits;
  }

  return { findCues };
}

function isCueAt(cue: Cue, words: readonly Word[], from: number): boolean {
  return cue.words.every((stem, offset) => {
    const word = words[from + offset];
    if (!word) return false;
    // The letters of "I.L.O." are words of their own.
    if (cue.isAcronym) return word.folded === stem && (word.isUpperCase || stem.length === 1);
    return word.folded.startsWith(stem) && !continuesNumber(word.folded, stem.length);
  });
}

/** Say whether what ends at `at` of `word` is a part of a number: "113" finds "113th", not "1135". */
export function continuesNumber(word: string, at: number): boolean {
  return /^\d\d$/u.test(word.slice(at - 1, at + 1));
}
