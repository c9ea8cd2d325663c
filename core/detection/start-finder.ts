import type { TextPosition } from '@/core/pack';
import { foldTable, foldWord, getFoldCode } from './fold';
import { firstLetter, ignorable, separator, unknown } from './fold-codes';
import { hashPair, hashSeed, hashWord, mixHash } from './hash';
import { createStemTest, mayListNumber, mayPhraseHold } from './needs';
import {
  getStartFlags,
  hasPair,
  hasTriple,
  shortWord,
  type StartIndex,
  startFlags,
} from './starts';
import { isQuoted } from './surroundings';
import { isInCapitals, isJoined, isLetter, startsWithCapital } from './words';

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
  const isStart = createStartReader(index);
  const word: Word = { start: 0, end: 0, hash: 0 };

  return (text) => {
    const starts: number[] = [];
    for (let at = 0; readWord(text, at, word); at = word.end) {
      const flags = getStartFlags(index, word.hash);
      if ((flags !== 0 || isJoined(text, word.end)) && isStart(text, word, flags))
        starts.push(word.start);
    }
    return starts;
  };
}

/** A word as it was read; written over by the next one, so that nothing is allocated for a word. */
type Word = { start: number; end: number; hash: number };

/** Read the next word at or after `from` into `word`; false when there is none. */
function readWord(text: string, from: number, word: Word): boolean {
  const { length } = text;
  let at = from;
  let code = 0;
  let fold: number = separator;
  for (; at < length; at += 1) {
    code = text.charCodeAt(at);
    fold = foldTable[code] ?? unknown;
    if (fold === separator) continue;
    if (fold === unknown) fold = getFoldCode(text, at);
    if (fold > ignorable) break;
  }
  if (at >= length) return false;
  word.start = at;
  let hash = hashSeed;
  let anyBits = 0;
  let allBits = -1;
  for (;;) {
    // Nearly all letters are what they fold to, or have a case.
    while (fold >= firstLetter) {
      hash = mixHash(hash, fold);
      anyBits |= fold;
      allBits &= fold;
      at += 1;
      if (at >= length) break;
      code = text.charCodeAt(at);
      fold = foldTable[code] ?? unknown;
    }
    if (fold !== ignorable || code < firstOwnCode || at >= length) break;
    at += 1;
    if (at >= length) break;
    code = text.charCodeAt(at);
    fold = foldTable[code] ?? unknown;
  }
  const isPlain = at >= length || fold === separator;
  if (!isPlain) at = findWordEnd(text, at);
  if (!isPlain || mixesScripts(anyBits, allBits))
    hash = hashWord(foldWord(text.slice(word.start, at)));
  word.end = at;
  word.hash = hash;
  return true;
}

function findWordEnd(text: string, from: number): number {
  let at = from;
  while (isLetter(text, at)) at += 1;
  return at;
}

const anyCase = startFlags.acronym | startFlags.name | startFlags.nameHead;
const casedPairs = startFlags.namePair | startFlags.acronymPair;
const anyLonger = startFlags.pair | startFlags.pairInPhrase | casedPairs | startFlags.longer;
const anyNeed = startFlags.inPhrase | startFlags.pairInPhrase | startFlags.quoted;

/** Create the answer to whether an alias may start with a word, of which `flags` tell. */
function createStartReader(
  index: StartIndex,
): (text: string, word: Word, flags: number) => boolean {
  const longestWord = Math.max(0, ...index.map((starts) => starts.longestWord));
  const second: Word = { start: 0, end: 0, hash: 0 };
  const third: Word = { start: 0, end: 0, hash: 0 };
  const fourth: Word = { start: 0, end: 0, hash: 0 };

  const isKnown = (number: string): boolean =>
    index.some(({ numbers }) => numbers.includes(number));

  /** Say whether a number of some series may follow `from`, where a word ends that such series begin with. */
  function isHead(text: string, from: number): boolean {
    return isBeforeNumber(text, from) && mayListNumber(text, from, isKnown);
  }

  /** Say whether the word at a position, of which `flags` tell, may be a mention without others. */
  function isAlone(flags: number, text: string, { start, end }: TextPosition): boolean {
    if ((flags & startFlags.single) !== 0) return true;
    if ((flags & startFlags.head) !== 0 && isHead(text, end)) return true;
    if ((flags & anyCase) === 0) return false;
    const word = text.slice(start, end).replaceAll('\0', '');
    if ((flags & startFlags.acronym) !== 0 && isInCapitals(word)) return true;
    if (!startsWithCapital(word)) return false;
    if ((flags & startFlags.name) !== 0) return true;
    return (flags & startFlags.nameHead) !== 0 && isHead(text, end);
  }

  /** Try all ways in which words may read on; what they need besides is not asked. */
  function startsAtJoint(text: string, start: number): boolean {
    return hasReading(text, { from: start, longestWord }, (first, end) => {
      const flags = getStartFlags(index, first);
      if (flags === 0) return false;
      if ((flags & anyNeed) !== 0 || isAlone(flags, text, { start, end })) return true;
      return hasReading(text, { from: end, longestWord }, (next, nextEnd) => {
        const pair = hashPair(first, next);
        if (hasPair(index, pair) || hasCasedPair(index, flags, pair)) return true;
        return hasReading(text, { from: nextEnd, longestWord }, (last, lastEnd) => {
          const triple = hashPair(pair, last);
          if (hasTriple(index, triple)) return true;
          return hasReading(text, { from: lastEnd, longestWord }, (end) =>
            hasTriple(index, hashPair(triple, end)),
          );
        });
      });
    });
  }

  function mayMeetNeed(hash: number, text: string, alias: TextPosition): boolean {
    return index.some(({ needs }) => {
      const isStem = createStemTest(needs, hash);
      return isStem !== null && mayPhraseHold(text, alias, isStem);
    });
  }

  function isAloneAsNeeded(flags: number, text: string, word: Word): boolean {
    if ((flags & startFlags.quoted) !== 0 && isQuoted(text, word)) return true;
    return (flags & startFlags.inPhrase) !== 0 && mayMeetNeed(word.hash, text, word);
  }

  return (text, first, flags) => {
    const { start } = first;
    if (isJoined(text, first.end)) return startsAtJoint(text, start);
    if (isAlone(flags, text, first)) return true;
    if ((flags & anyNeed) !== 0 && isAloneAsNeeded(flags, text, first)) return true;
    if ((flags & anyLonger) === 0 || !readWord(text, first.end, second)) return false;
    if (isJoined(text, second.end)) return startsAtJoint(text, start);
    const pair = hashPair(first.hash, second.hash);
    if ((flags & startFlags.pair) !== 0 && hasPair(index, pair)) return true;
    if ((flags & casedPairs) !== 0) {
      const met = getPairCases(text.slice(start, first.end));
      if (hasCasedPair(index, flags & met, pair)) return true;
    }
    const isNeedy = (flags & startFlags.pairInPhrase) !== 0;
    if (isNeedy && mayMeetNeed(pair, text, { start, end: second.end })) return true;
    if ((flags & startFlags.longer) === 0 || !readWord(text, second.end, third)) return false;
    if (isJoined(text, third.end)) return startsAtJoint(text, start);
    const triple = hashPair(pair, third.hash);
    if (hasTriple(index, triple)) return true;
    if (!isShortWord(text, third) || !readWord(text, third.end, fourth)) return false;
    if (isJoined(text, fourth.end)) return startsAtJoint(text, start);
    return hasTriple(index, hashPair(triple, fourth.hash));
  };
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
      if (!isJoined(text, end)) return false;
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

/** Get the flags of cased pairs that `word` may be the first of. */
function getPairCases(word: string): number {
  if (!startsWithCapital(word)) return 0;
  return isInCapitals(word) ? casedPairs : startFlags.namePair;
}

/** Say whether an alias is a pair of words of which `hashPair` gives the hash, cased as one of `flags` says. */
function hasCasedPair(index: StartIndex, flags: number, pair: number): boolean {
  return [startFlags.namePair, startFlags.acronymPair].some(
    (flag) => (flags & flag) !== 0 && hasPair(index, hashPair(pair, flag)),
  );
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

/** Say whether a third word is so short that the fourth must be looked at. */
function isShortWord(text: string, { start, end }: TextPosition): boolean {
  let letters = 0;
  for (let at = start; at < end && letters <= shortWord; at += 1)
    if (getFoldCode(text, at) > ignorable) letters += 1;
  return letters <= shortWord;
}
