import type { TextPosition } from '@/core/pack';
import { foldWord, getFoldCode, getFoldTable } from './fold';
import { firstLetter, ignorable, separator, unknown } from './fold-codes';
import { hashPair, hashSeed, hashWord, mixHash } from './hash';
import {
  getStartFlags,
  hasKey,
  type StartIndex,
  startFlags,
  toPhraseKey,
  toWordKey,
} from './starts';
import { startsWithCapital } from './words';

/**
 * Find where aliases may start in `text`, in ascending order: at every one, and at few words more.
 * U+0000 stands between pieces of which nobody knows yet whether they read on: a word that touches
 * one is taken for a whole word and for a part of one.
 */
export type StartFinder = (text: string) => readonly number[];

/** Below it stand the combining accents, some of which make another letter of the one before. */
const firstOwnCode = 0x370;

/** No alias has a word of more letters, however many pieces they come in. */
const longestWord = 64;

/** Letters and digits; `readNumberList` looks behind no more of them for a number. */
const longestLead = 24;

/** Create the finder of what `index` knows to start aliases: one pass over a text, however many there are. */
export function createStartFinder(index: StartIndex): StartFinder {
  const { pairs, triples } = index;
  const table = getFoldTable();
  const startsAtJoint = createJointReader(index);

  // Nothing in here may be caught by a function: its loops would then run in memory, not in registers.
  return (text) => {
    const starts: number[] = [];
    const length = text.length;
    // The two words before, the older one with its follower, while they may start an alias.
    let olderStart = -1;
    let olderPair = 0;
    let olderIsFound = false;
    let heldStart = -1;
    let heldHash = 0;
    let heldIsFound = false;

    let at = 0;
    while (at < length) {
      let fold = table[text.charCodeAt(at)] ?? unknown;
      if (fold === unknown) fold = getFoldCode(text, at);
      if (fold <= ignorable) {
        at += 1;
        continue;
      }
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
          fold = table[text.charCodeAt(at)] ?? unknown;
        }
        if (at >= length || fold === separator) break;
        if (fold === unknown) {
          fold = getFoldCode(text, at);
          continue;
        }
        if (fold === ignorable) {
          if (text.charCodeAt(at) < firstOwnCode) isPlain = false;
        } else {
          isPlain = false;
        }
        at += 1;
        if (at >= length) break;
        fold = table[text.charCodeAt(at)] ?? unknown;
      }
      if (!isPlain || mixesScripts(anyBits, allBits))
        hash = hashWord(foldWord(text.slice(start, at)));
      const isJoined = at + 1 < length && text.charCodeAt(at) === 0 && isLetter(text, at + 1);

      if (olderStart >= 0) {
        olderIsFound ||= isJoined
          ? startsAtJoint(text, olderStart)
          : hasKey(triples, toPhraseKey(hashPair(olderPair, hash)));
        if (olderIsFound) starts.push(olderStart);
      }
      olderStart = heldStart;
      olderIsFound = heldIsFound;
      if (heldStart >= 0) {
        olderPair = hashPair(heldHash, hash);
        olderIsFound ||= isJoined
          ? startsAtJoint(text, heldStart)
          : hasKey(pairs, toPhraseKey(olderPair));
      }
      const flags = getStartFlags(index, toWordKey(hash));
      heldIsFound =
        (flags !== 0 && isAlone(flags, text, { start, end: at })) ||
        (isJoined && startsAtJoint(text, start));
      heldStart = flags === 0 && !heldIsFound ? -1 : start;
      heldHash = hash;
    }
    if (olderStart >= 0 && olderIsFound) starts.push(olderStart);
    if (heldStart >= 0 && heldIsFound) starts.push(heldStart);
    return starts;
  };
}

type WordReading = { readonly hash: number; readonly end: number };

/** Create the answer to whether an alias may start at `start`, where words may read on in next pieces. */
function createJointReader(index: StartIndex): (text: string, start: number) => boolean {
  const { pairs, triples } = index;
  return (text, start) =>
    listReadings(text, start).some((first) => {
      const flags = getStartFlags(index, toWordKey(first.hash));
      if (isAlone(flags, text, { start, end: first.end })) return true;
      if (!(flags & startFlags.longer)) return false;
      return listReadings(text, first.end).some((second) => {
        const pair = hashPair(first.hash, second.hash);
        if (hasKey(pairs, toPhraseKey(pair))) return true;
        return listReadings(text, second.end).some((third) =>
          hasKey(triples, toPhraseKey(hashPair(pair, third.hash))),
        );
      });
    });
}

/** Read the first word at or after `from`: as it stands, and with what it touches across joints. */
function listReadings(text: string, from: number): WordReading[] {
  let start = from;
  while (start < text.length && getFoldCode(text, start) <= ignorable) start += 1;
  const readings: WordReading[] = [];
  for (let end = start; end < text.length && end - start < longestWord;) {
    while (end < text.length && getFoldCode(text, end) !== separator) end += 1;
    if (end === start) break;
    readings.push({ hash: hashWord(foldWord(text.slice(start, end).replaceAll('\0', ''))), end });
    if (text.charCodeAt(end) !== 0 || !isLetter(text, end + 1)) break;
    end += 1;
  }
  return readings;
}

/** Say whether the word at a position, of which `flags` tell, may be a mention without others. */
function isAlone(flags: number, text: string, { start, end }: TextPosition): boolean {
  return (
    (flags & startFlags.single) !== 0 ||
    ((flags & startFlags.name) !== 0 && startsWithCapital(text.slice(start, end))) ||
    ((flags & startFlags.head) !== 0 && isBeforeNumber(text, end))
  );
}

function isLetter(text: string, at: number): boolean {
  return at < text.length && getFoldCode(text, at) !== separator;
}

/** Say whether a digit follows `from` as closely as the numbers of a series follow its head. */
function isBeforeNumber(text: string, from: number): boolean {
  let left = longestLead;
  for (let at = from; at < text.length && left > 0; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
    if (code !== 0 && code !== 32 && isLetter(text, at)) left -= 1;
  }
  return false;
}

/** Cyrillic letters have the bit 0x400, Latin ones have not. */
function mixesScripts(anyBits: number, allBits: number): boolean {
  return (anyBits & 0x400) !== 0 && (allBits & 0x400) === 0;
}
