import type { TextPosition } from '@/core/pack';
import type { DetectionCues } from './detection';
import { foldWord } from './fold';
import { decodeWordList } from './word-list';
import { hashSeed, hashWord, mixHash } from './hash';
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

type Cue = {
  readonly group: number;
  readonly words: readonly string[];
  readonly isAcronym: boolean;
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

/** Letters of a stem that its candidates are looked up by, as a hash: making strings of them costs more. */
const keyLength = 3;

/** Create the finder of the cues in `groups`. */
export function createCueFinder(groups: readonly DetectionCues[]): CueFinder {
  let byKey: Map<number, Cue[]> | null = null;

  /** Index all cues. Most pages have no candidate and never get here. */
  function indexCues(): Map<number, Cue[]> {
    const index = new Map<number, Cue[]>();
    for (const [group, { stems, acronyms }] of groups.entries()) {
      for (const stem of decodeWordList(stems)) add(index, stem, { group, isAcronym: false });
      for (const acronym of decodeWordList(acronyms))
        add(index, acronym, { group, isAcronym: true });
    }
    return index;
  }

  function findCues(words: readonly Word[]): CueHit[] {
    byKey ??= indexCues();
    const hits: CueHit[] = [];
    for (const [index, word] of words.entries()) {
      let key = hashSeed;
      for (let length = 0; length < Math.min(keyLength, word.folded.length); length += 1) {
        key = mixHash(key, word.folded.charCodeAt(length));
        const cues: readonly Cue[] | undefined = byKey.get(key);
        if (!cues) continue;
        for (const cue of cues) {
          const last = index + cue.words.length - 1;
          const end = words[last]?.end;
          if (end === undefined || !isCueAt(cue, words, index)) continue;
          const acronym = cue.isAcronym ? cue.words.join(' ') : null;
          hits.push({ start: word.start, end, group: cue.group, acronym, first: index, last });
        }
      }
    }
    return hits;
  }

  return { findCues };
}

function add(
  index: Map<number, Cue[]>,
  phrase: string,
  { group, isAcronym }: { readonly group: number; readonly isAcronym: boolean },
): void {
  const words = phrase.split(' ');
  const key = hashWord((words[0] ?? '').slice(0, keyLength));
  const cues = index.get(key) ?? [];
  cues.push({ group, words, isAcronym });
  index.set(key, cues);
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

/** "113" finds "113th", not "1135". */
function continuesNumber(word: string, at: number): boolean {
  return /^\d\d$/u.test(word.slice(at - 1, at + 1));
}
