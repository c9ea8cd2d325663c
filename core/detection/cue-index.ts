import type { EncodedCueIndex } from './detection';
import { hashWord } from './hash';
import { createLazyList, splitList, writeList } from './lazy-list';

/** A word, or more that follow each other, that speak of what a cue group is about. */
export type Cue = {
  /** Index of its group. */
  readonly group: number;
  /** Folded stems, or the words of an acronym. */
  readonly words: readonly string[];
  readonly isAcronym: boolean;
};

/** Letters of its first word that a cue is looked up by. */
export const keyLength = 3;

/** Gives the cues whose first word starts with the letters of which `hashWord` gives the hash. */
export type CueIndex = { readonly getCues: (hash: number) => readonly Cue[] | undefined };

// Folded words hold letters and digits alone.
const betweenCues = ',';
const betweenWords = '_';
const beforeStemGroup = '.';
const beforeAcronymGroup = '!';

/** Write `cues` by their keys; those of a key stay in order. */
export function encodeCueIndex(cues: readonly Cue[]): EncodedCueIndex {
  const byKey = new Map<string, string[]>();
  for (const { group, words, isAcronym } of cues) {
    const key = (words[0] ?? '').slice(0, keyLength);
    const rest = words.join(betweenWords).slice(key.length);
    const mark = isAcronym ? beforeAcronymGroup : beforeStemGroup;
    byKey.set(key, [...(byKey.get(key) ?? []), `${rest}${mark}${group}`]);
  }
  const keys = [...byKey.keys()].toSorted();
  return {
    keys: writeList(keys),
    cues: writeList(keys.map((key) => (byKey.get(key) ?? []).join(betweenCues))),
  };
}

/** List all cues that `encodeCueIndex` wrote, key by key. */
export function listCues(encoded: EncodedCueIndex): Cue[] {
  const keys = splitList(encoded.keys);
  return splitList(encoded.cues).flatMap((cues, place) => decodeCues(keys[place] ?? '', cues));
}

/** Make ready what `encodeCueIndex` wrote; cues are read when they are first asked for. */
export function readCueIndex(encoded: EncodedCueIndex): CueIndex {
  const keys = splitList(encoded.keys);
  const cues = splitList(encoded.cues);
  const lists = createLazyList(keys.length, (place) =>
    decodeCues(keys[place] ?? '', cues[place] ?? ''),
  );
  const places = new Map<number, number[]>();
  keys.forEach((key, place) => {
    const hash = hashWord(key);
    // Different letters may have the same hash.
    const alike = places.get(hash);
    if (alike) alike.push(place);
    else places.set(hash, [place]);
  });
  return {
    getCues: (hash) => places.get(hash)?.flatMap((place) => lists.get(place) ?? []),
  };
}

function decodeCues(key: string, cues: string): Cue[] {
  return cues.split(betweenCues).map((text) => decodeCue(key + text));
}

function decodeCue(text: string): Cue {
  const end = text.search(/[.!]/);
  return {
    group: Number(text.slice(end + 1)),
    words: text.slice(0, end).split(betweenWords),
    isAcronym: text.charAt(end) === beforeAcronymGroup,
  };
}
