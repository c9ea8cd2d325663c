import { foldWord, getFoldCode, getFoldTable } from './fold';
import { firstLetter, ignorable, separator, unknown } from './fold-codes';
import { hashPair, hashSeed, hashWord, mixHash } from './hash';
import { hasBit, type StartIndex, startFlags } from './tables';

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

/** Create the finder of what `index` knows to start aliases: one pass over a text, however many there are. */
export function createStartFinder({ firstBits, pairBits, hashes, flags }: StartIndex): StartFinder {
  const slotMask = hashes.length - 1;
  const table = getFoldTable();

  function getStartFlags(hash: number): number {
    if (!hasBit(firstBits, hash)) return startFlags.empty;
    for (let slot = hash & slotMask; ; slot = (slot + 1) & slotMask) {
      const found = flags[slot] ?? startFlags.empty;
      if (found === startFlags.empty || hashes[slot] === hash) return found;
    }
  }

  /** Look at the words that begin as `word` and read on in the next pieces; gives `joinings`. */
  function readJoined(text: string, word: WordStart, heldHash: number): number {
    const { start, end } = word;
    let { hash, anyBits, allBits, isPlain } = word;
    let found = 0;
    for (let next = end; text.charCodeAt(next) === 0 && next - start < longestWord;) {
      const from = next + 1;
      for (next = from; next < text.length; next += 1) {
        const fold = getFoldCode(text, next);
        if (fold === separator) break;
        isPlain &&= fold >= firstLetter;
        hash = mixHash(hash, fold);
        anyBits |= fold;
        allBits &= fold;
      }
      if (next === from) break;
      if (!isPlain || mixesScripts(anyBits, allBits))
        hash = hashWord(foldWord(text.slice(start, next).replaceAll('\0', '')));
      if (hasBit(pairBits, hashPair(heldHash, hash))) found |= joinings.afterHeld;
      if (getStartFlags(hash) !== startFlags.empty) found |= joinings.start;
    }
    return found;
  }

  // Nothing in here may be caught by a function: its loops would then run in memory, not in registers.
  return (text) => {
    const starts: number[] = [];
    const length = text.length;
    // The word before, while it may be the start of an alias.
    let heldStart = -1;
    let heldHash = 0;
    let heldIsAlias = false;

    let index = 0;
    while (index < length) {
      let fold = table[text.charCodeAt(index)] ?? unknown;
      if (fold === unknown) fold = getFoldCode(text, index);
      if (fold <= ignorable) {
        index += 1;
        continue;
      }
      const start = index;
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
          index += 1;
          if (index >= length) break;
          fold = table[text.charCodeAt(index)] ?? unknown;
        }
        if (index >= length || fold === separator) break;
        if (fold === unknown) {
          fold = getFoldCode(text, index);
          continue;
        }
        if (fold === ignorable) {
          if (text.charCodeAt(index) < firstOwnCode) isPlain = false;
        } else {
          isPlain = false;
        }
        index += 1;
        if (index >= length) break;
        fold = table[text.charCodeAt(index)] ?? unknown;
      }
      let joined = 0;
      if (index + 1 < length && text.charCodeAt(index) === 0) {
        const word = { start, end: index, hash, anyBits, allBits, isPlain };
        joined = readJoined(text, word, heldHash);
      }
      if (!isPlain || mixesScripts(anyBits, allBits))
        hash = hashWord(foldWord(text.slice(start, index)));
      if (heldStart >= 0 && starts.at(-1) !== heldStart) {
        const isAfterHeld =
          (joined & joinings.afterHeld) !== 0 || hasBit(pairBits, hashPair(heldHash, hash));
        if (heldIsAlias || isAfterHeld) starts.push(heldStart);
      }
      if ((joined & joinings.start) !== 0) starts.push(start);
      const found = getStartFlags(hash);
      heldIsAlias = (found & startFlags.single) !== 0;
      heldStart = found === startFlags.empty ? -1 : start;
      heldHash = hash;
    }
    if (heldStart >= 0 && heldIsAlias && starts.at(-1) !== heldStart) starts.push(heldStart);
    return starts;
  };
}

/** What a word is so far, as its letters were read. */
type WordStart = {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
  /** All bits of its letters, and those that all of them have. */
  readonly anyBits: number;
  readonly allBits: number;
  readonly isPlain: boolean;
};

/** What words that read on in the next piece tell: bits. */
const joinings = { afterHeld: 1, start: 2 } as const;

/** Cyrillic letters have the bit 0x400, Latin ones have not. */
function mixesScripts(anyBits: number, allBits: number): boolean {
  return (anyBits & 0x400) !== 0 && (allBits & 0x400) === 0;
}
