import type { TextPosition } from '@/core/pack';
import { continuesNumber } from './cues';
import { foldWord, getFoldCode } from './fold';
import { ignorable, separator } from './fold-codes';
import { hashPair, hashSeed, mixHash } from './hash';
import { findSlot } from './hash-table';
import { readNumberList } from './series';
import type { PhraseNeeds } from './starts';
import { phraseReach } from './surroundings';
import { findWord, isJoined } from './words';

/** Elements may part words of a phrase, which then count twice. */
const spareWords = 3;

/** Says by the hash of some letters whether a cue begins with them. */
export type StemTest = (letters: number) => boolean;

/** Create the test for the cues that an alias needs, of which `hash` tells; null when it needs none. */
export function createStemTest(
  { groups, aliases, stems }: PhraseNeeds,
  hash: number,
): StemTest | null {
  const needed = groups.filter((group) => findSlot(aliases, hashPair(hash, group)) >= 0);
  if (needed.length === 0) return null;
  return (letters) => needed.some((group) => findSlot(stems, hashPair(letters, group)) >= 0);
}

/** Say whether the phrase around an alias may hold a cue; true where a joint parts a word. */
export function mayPhraseHold(
  text: string,
  { start, end }: TextPosition,
  isStem: StemTest,
): boolean {
  let at = start;
  for (let left = phraseReach.before + spareWords; left > 0; left -= 1)
    at = findWordStartBefore(text, at);
  let left = phraseReach.after + spareWords;
  for (let word = findWord(text, at); word && left > 0; word = findWord(text, word.end)) {
    if (isJoined(text, word.end) || hasStem(text.slice(word.start, word.end), isStem)) return true;
    if (word.start >= end) left -= 1;
  }
  return false;
}

/** So far behind its head is a list of numbers read; longer ones are taken to have any number. */
const longestList = 600;
/** A number may have a title between quotation marks behind it before the list goes on. */
const longestTitle = 250;

/** Say whether `isKnown` may hold for a number of the list that follows the head of a series ending at `from`. */
export function mayListNumber(
  text: string,
  from: number,
  isKnown: (number: string) => boolean,
): boolean {
  let block = '';
  let end = 0;
  // The block may end at any joint.
  for (const piece of text.slice(from, from + longestList).split('\0')) {
    block += piece;
    const numbers = readNumberList(block, 0);
    if (numbers.some(({ number }) => isKnown(number))) return true;
    end = numbers.at(-1)?.end ?? 0;
  }
  return end > longestList - longestTitle;
}

function findWordStartBefore(text: string, from: number): number {
  let at = from;
  while (at > 0 && getFoldCode(text, at - 1) <= ignorable) at -= 1;
  while (at > 0 && getFoldCode(text, at - 1) !== separator) at -= 1;
  return at;
}

function hasStem(word: string, isStem: StemTest): boolean {
  const folded = foldWord(word);
  let hash = hashSeed;
  for (let index = 0; index < folded.length; index += 1) {
    hash = mixHash(hash, folded.charCodeAt(index));
    if (isStem(hash) && !continuesNumber(folded, index + 1)) return true;
  }
  return false;
}
