import type { Detection, DetectionRule } from './detection';
import { decodeGraph, type Graph } from './graph';
import { decodeNumbers } from './number-text';
import { decodeWordList } from './word-list';
import { hashPair, hashWord } from './hash';

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
  const { packId, cardIds, shapes, series, cues } = detection;
  const words = decodeWordList(detection.words);
  const wordHashes = Int32Array.from(words, hashWord);
  const outputs = decodeOutputs(detection.outputs);
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

/** The first words of every alias of every pack, for one look per word of the text. */
export type StartIndex = {
  /** Bits set for the hashes of first words, and of the pairs of first and second words. */
  readonly firstBits: Int32Array;
  readonly pairBits: Int32Array;
  /** Open-addressed by hash of a first word: what a single word already ends; see `startFlags`. */
  readonly hashes: Int32Array;
  readonly flags: Uint8Array;
};
export const startFlags = { empty: 0, single: 1, longer: 2 } as const;

/** Index how the aliases of `allTables` start. */
export function buildStartIndex(allTables: readonly Tables[]): StartIndex {
  let starts = 0;
  let pairs = 0;
  for (const { graph } of allTables) {
    for (const target of listTargets(graph, 0)) {
      starts += 1;
      pairs += countEdges(graph, target);
    }
  }
  const index: StartIndex = {
    firstBits: createBits(starts),
    pairBits: createBits(pairs),
    hashes: new Int32Array(getTableSize(starts)),
    flags: new Uint8Array(getTableSize(starts)),
  };
  for (const tables of allTables) addStarts(index, tables);
  return index;
}

function addStarts({ firstBits, pairBits, hashes, flags }: StartIndex, tables: Tables): void {
  const { graph, wordHashes } = tables;
  const { firstEdges, edgeWords, edgeTargets, nodeOutputs } = graph;
  const mask = hashes.length - 1;
  for (let edge = 0; edge < (firstEdges[1] ?? 0); edge += 1) {
    const hash = wordHashes[edgeWords[edge] ?? 0] ?? 0;
    const target = edgeTargets[edge] ?? 0;
    const from = firstEdges[target] ?? 0;
    const end = firstEdges[target + 1] ?? 0;
    const isSingle = nodeOutputs[target] !== 0;
    let slot = hash & mask;
    while (flags[slot] !== startFlags.empty && hashes[slot] !== hash) slot = (slot + 1) & mask;
    hashes[slot] = hash;
    flags[slot] =
      (flags[slot] ?? 0) |
      (isSingle ? startFlags.single : 0) |
      (from < end ? startFlags.longer : 0);
    setBit(firstBits, hash);
    for (let next = from; next < end; next += 1) {
      setBit(pairBits, hashPair(hash, wordHashes[edgeWords[next] ?? 0] ?? 0));
    }
  }
}

function listTargets({ firstEdges, edgeTargets }: Graph, node: number): Int32Array {
  return edgeTargets.subarray(firstEdges[node], firstEdges[node + 1]);
}

function countEdges({ firstEdges }: Graph, node: number): number {
  return (firstEdges[node + 1] ?? 0) - (firstEdges[node] ?? 0);
}

/** Create bits for `count` hashes, of which one in ten or less is then met by chance. */
function createBits(count: number): Int32Array {
  return new Int32Array(Math.max(1, getTableSize(count * 8) / 32));
}

function setBit(bits: Int32Array, hash: number): void {
  const at = (hash >>> 5) & (bits.length - 1);
  bits[at] = (bits[at] ?? 0) | (1 << (hash & 31));
}

/** Tell whether `hash` may be among those the bits were set for. */
export function hasBit(bits: Int32Array, hash: number): boolean {
  return (((bits[(hash >>> 5) & (bits.length - 1)] ?? 0) >>> (hash & 31)) & 1) === 1;
}
