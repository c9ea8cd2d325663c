import type { TextPosition } from '@/core/pack';
import { continuesNumber } from './cues';
import { foldWord, getFoldCode } from './fold';
import { ignorable, separator } from './fold-codes';
import { hashPair, hashSeed, mixHash } from './hash';
import { findSlot } from './hash-table';
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
