import type { TextPosition } from '@/core/pack';
import { foldWord, getFoldCode, getFoldTable } from './fold';
import { firstLetter, ignorable, separator, unknown } from './fold-codes';
import { hashPair, hashSeed, hashWord, mixHash } from './hash';
import { getStartFlags, hasPair, hasTriple, type StartIndex, startFlags } from './starts';
import { isInCapitals, startsWithCapital } from './words';

/**
 * Find where aliases may start in `text`, in ascending order: at every one, and at few words more.
 * U+0000 stands between pieces of which nobody knows yet whether they read on: a word that touches
 * one is taken for a whole word and for a part of one.
 */
export type StartFinder = (text: string) => readonly number[];

/** Below it stand the combining accents, some of which make another letter of the one before. */
const firstOwnCode = 0x370;

/** `readNumberList` looks behind no more letters for a number, none but the signs' and no other marks. */
const longestLead = 24;
const leadMark = /[\s\0.,:(«"„“№#°º\p{Cf}]/u;
const signInitial = /[nнп]/iu;

/** Create the finder of what `index` knows to start aliases: one pass over a text, however many there are. */
export function createStartFinder(index: StartIndex): StartFinder {
  const table = getFoldTable();
  const watch = createWatch(index);
  const word: Word = { start: 0, end: 0, hash: 0, flags: 0, isJoined: false };

  // Loops over letters run in registers as long as little else lives beside them.
  return (text) => {
    const length = text.length;
    let isWatching = false;
    let at = 0;
    let code = 0;
    let fold: number = separator;
    for (;;) {
      for (; at < length; at += 1) {
        fold = table[text.charCodeAt(at)] ?? unknown;
        if (fold === unknown) fold = getFoldCode(text, at);
        if (fold > ignorable) break;
      }
      if (at >= length) break;
      const start = at;
      let hash = hashSeed;
      let anyBits = 0;
      let allBits = -1;
      let isPlain = true;
      for (;;) {
        // Nearly all letters are what they fold to, or have a case.
        while (fold >= firstLetter) {
          hash = mixHash(hash, fold);
          anyBits |= fold;
          allBits &= fold;
          at += 1;
          if (at >= length) break;
          code = text.charCodeAt(at);
          fold = table[code] ?? unknown;
        }
        if (at >= length || fold === separator) break;
        if (fold === unknown) {
          fold = getFoldCode(text, at);
          continue;
        }
        if (fold !== ignorable || code < firstOwnCode) isPlain = false;
        at += 1;
        if (at >= length) break;
        code = text.charCodeAt(at);
        fold = table[code] ?? unknown;
      }
      if (!isPlain || mixesScripts(anyBits, allBits))
        hash = hashWord(foldWord(text.slice(start, at)));
      const found = getStartFlags(index, hash);
      if (found === 0 && !isWatching && (code !== 0 || at + 1 >= length)) continue;
      word.start = start;
      word.end = at;
      word.hash = hash;
      word.flags = found;
      word.isJoined = code === 0 && at + 1 < length && isLetter(text, at + 1);
      isWatching = watch.take(text, word);
    }
    return watch.end();
  };
}

/** A word as it was read. */
type Word = {
  start: number;
  end: number;
  hash: number;
  /** What aliases start with it. */
  flags: number;
  /** It touches a joint, and may read on. */
  isJoined: boolean;
};

/** Create what keeps words that may start aliases until the next two words have shown whether they do. */
function createWatch(index: StartIndex) {
  const startsAtJoint = createJointReader(index);
  let starts: number[] = [];
  // The two words before, the older one with its follower; below 0 where none starts an alias.
  let olderStart = -1;
  let olderPair = 0;
  let olderIsFound = false;
  let heldStart = -1;
  let heldHash = 0;
  let heldIsFound = false;

  return {
    /** Take in a word of `text`; gives whether the next one matters, whatever it is. */
    take(text: string, { start, end, hash, flags, isJoined }: Word): boolean {
      if (olderStart >= 0) {
        olderIsFound ||= isJoined
          ? startsAtJoint(text, olderStart)
          : hasTriple(index, hashPair(olderPair, hash));
        if (olderIsFound) starts.push(olderStart);
      }
      olderStart = heldStart;
      olderIsFound = heldIsFound;
      if (heldStart >= 0) {
        olderPair = hashPair(heldHash, hash);
        olderIsFound ||= isJoined ? startsAtJoint(text, heldStart) : hasPair(index, olderPair);
      }
      heldIsFound =
        (flags !== 0 && isAlone(flags, text, { start, end })) ||
        (isJoined && startsAtJoint(text, start));
      heldStart = flags === 0 && !heldIsFound ? -1 : start;
      heldHash = hash;
      return olderStart >= 0 || heldStart >= 0;
    },
    /** End the text; gives where aliases may start. */
    end(): readonly number[] {
      if (olderStart >= 0 && olderIsFound) starts.push(olderStart);
      if (heldStart >= 0 && heldIsFound) starts.push(heldStart);
      const found = starts;
      starts = [];
      olderStart = -1;
      heldStart = -1;
      return found;
    },
  };
}

/** Create the answer to whether an alias may start at `start`, where words may read on in next pieces. */
function createJointReader(index: StartIndex): (text: string, start: number) => boolean {
  const longestWord = Math.max(0, ...index.map((starts) => starts.longestWord));
  return (text, start) =>
    hasReading(text, { from: start, longestWord }, (first, end) => {
      const flags = getStartFlags(index, first);
      if (flags === 0) return false;
      if (isAlone(flags, text, { start, end })) return true;
      return hasReading(text, { from: end, longestWord }, (second, secondEnd) => {
        const pair = hashPair(first, second);
        if (hasPair(index, pair)) return true;
        return hasReading(text, { from: secondEnd, longestWord }, (third) =>
          hasTriple(index, hashPair(pair, third)),
        );
      });
    });
}

/**
 * Read the first word at or after `from`, as it stands and with what it touches across joints, until
 * `isWanted` holds for the hash and end of a reading; false when it never does.
 */
function hasReading(
  text: string,
  { from, longestWord }: { readonly from: number; readonly longestWord: number },
  isWanted: (hash: number, end: number) => boolean,
): boolean {
  let start = from;
  while (start < text.length && getFoldCode(text, start) <= ignorable) start += 1;
  let hash = hashSeed;
  let anyBits = 0;
  let allBits = -1;
  let isPlain = true;
  let letters = 0;
  for (let end = start; letters <= longestWord; end += 1) {
    const fold = end < text.length ? getFoldCode(text, end) : separator;
    if (fold === separator) {
      if (end === start) return false;
      const isOdd = !isPlain || mixesScripts(anyBits, allBits);
      const word = isOdd ? foldWord(text.slice(start, end).replaceAll('\0', '')) : null;
      if (isWanted(word === null ? hash : hashWord(word), end)) return true;
      if (text.charCodeAt(end) !== 0 || !isLetter(text, end + 1)) return false;
      continue;
    }
    hash = mixHash(hash, fold);
    anyBits |= fold;
    allBits &= fold;
    isPlain &&= fold >= firstLetter;
    if (fold !== ignorable) letters += 1;
  }
  return false;
}

/** Say whether the word at a position, of which `flags` tell, may be a mention without others. */
function isAlone(flags: number, text: string, { start, end }: TextPosition): boolean {
  if ((flags & startFlags.single) !== 0) return true;
  const word = text.slice(start, end).replaceAll('\0', '');
  if ((flags & startFlags.name) !== 0 && startsWithCapital(word)) return true;
  if ((flags & startFlags.acronym) !== 0 && isInCapitals(word)) return true;
  return (flags & startFlags.head) !== 0 && isBeforeNumber(text, end);
}

function isLetter(text: string, at: number): boolean {
  return at < text.length && getFoldCode(text, at) !== separator;
}

/** Say whether a digit may follow `from` as the numbers of a series follow their head: "Nos. 87". */
function isBeforeNumber(text: string, from: number): boolean {
  let left = longestLead;
  let isInWord = false;
  for (let at = from; at < text.length && left > 0; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
    if (!isLetter(text, at)) {
      if (!leadMark.test(text.charAt(at))) return false;
      // A word may read on behind a joint.
      isInWord &&= code === 0;
      continue;
    }
    if (!isInWord && !signInitial.test(text.charAt(at))) return false;
    isInWord = true;
    left -= 1;
  }
  return false;
}

/** Cyrillic letters have the bit 0x400, Latin ones have not. */
function mixesScripts(anyBits: number, allBits: number): boolean {
  return (anyBits & 0x400) !== 0 && (allBits & 0x400) === 0;
}
