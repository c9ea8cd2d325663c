import { runSteps, type Steps } from '@/core/steps';
import type { Detection, DetectionRule } from './detection';
import { decodeGraph, type Graph } from './graph';
import { decodeNumbers } from './number-text';
import { decodeWordList } from './word-list';
import { hashWord } from './hash';

/** A detection decoded for matching. */
export type Tables = Pick<Detection, 'packId' | 'cardIds' | 'shapes' | 'series' | 'cues'> & {
  readonly words: readonly string[];
  /** By word index. */
  readonly wordHashes: Int32Array;
  /** Open-addressed by word hash: word index + 1, 0 where empty. */
  readonly wordSlots: Int32Array;
  readonly graph: Graph;
  /** By output set: indices of rules, and of series after them. */
  readonly outputs: readonly (readonly number[])[];
  readonly rules: readonly DetectionRule[];
};

/** Get a power of two that leaves an open-addressed table of `count` entries half empty. */
function getTableSize(count: number): number {
  let size = 16;
  while (size < count * 2) size *= 2;
  return size;
}

function buildWordSlots(hashes: Int32Array): Int32Array {
  const slots = new Int32Array(getTableSize(hashes.length));
  const mask = slots.length - 1;
  for (let index = 0; index < hashes.length; index += 1) {
    let slot = (hashes[index] ?? 0) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  }
  return slots;
}

/** Find the index of a folded word; -1 when no alias has it. */
export function findWordIndex({ words, wordSlots }: Tables, word: string): number {
  const mask = wordSlots.length - 1;
  for (let slot = hashWord(word) & mask; ; slot = (slot + 1) & mask) {
    const entry = wordSlots[slot] ?? 0;
    if (entry === 0) return -1;
    if (words[entry - 1] === word) return entry - 1;
  }
}

function decodeOutputs(encoded: string): number[][] {
  const numbers = decodeNumbers(encoded);
  const sets: number[][] = [];
  for (let at = 0; at < numbers.length;) {
    const end = at + 1 + (numbers[at] ?? 0);
    sets.push([...numbers.subarray(at + 1, end)]);
    at = end;
  }
  return sets;
}

function decodeRules({ rules, languages, manners }: Detection): DetectionRule[] {
  const numbers = decodeNumbers(rules);
  const decoded: DetectionRule[] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    const manner = manners[numbers[at + 2] ?? 0];
    if (!manner) throw new Error(`Rule ${decoded.length} has no manner`);
    decoded.push({
      ...manner,
      card: numbers[at] ?? 0,
      language: languages[numbers[at + 1] ?? 0] ?? '',
    });
  }
  return decoded;
}

/** Decode what `compileDetection` made. */
export function decodeTables(detection: Detection): Tables {
  return runSteps(decodeInSteps(detection));
}

/** Likewise, in steps of a few hundredths of a second at a hundred thousand aliases. */
export function* decodeInSteps(detection: Detection): Steps<Tables> {
  const { packId, cardIds, shapes, series, cues } = detection;
  const words = decodeWordList(detection.words);
  yield;
  const wordHashes = Int32Array.from(words, hashWord);
  yield;
  const outputs = decodeOutputs(detection.outputs);
  yield;
  return {
    packId,
    cardIds,
    shapes,
    series,
    cues,
    words,
    wordHashes,
    wordSlots: buildWordSlots(wordHashes),
    graph: decodeGraph(detection.graph, outputs.length),
    outputs,
    rules: decodeRules(detection),
  };
}
