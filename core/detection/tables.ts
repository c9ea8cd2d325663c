import type { Detection } from './detection';
import { hashPair, hashWord } from './hash';

/** A detection decoded for matching. */
export type Tables = {
  readonly words: readonly string[];
  /** Open-addressed by word hash: word index + 1, 0 where empty. */
  readonly wordSlots: Int32Array;
  /** By node, from its offset: output set, number of edges, then word, label, target offset each. */
  readonly graph: Int32Array;
  readonly start: number;
  readonly detection: Detection;
};

/** Ints per edge in the decoded graph. */
export const edgeSize = 3;

function decodeWords(encoded: string): string[] {
  const words: string[] = [];
  let previous = '';
  for (let index = 0; index < encoded.length;) {
    let end = index + 1;
    while (end < encoded.length && !isLengthMark(encoded.charCodeAt(end))) end += 1;
    previous = previous.slice(0, encoded.charCodeAt(index) - 65) + encoded.slice(index + 1, end);
    words.push(previous);
    index = end;
  }
  return words;
}

function isLengthMark(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Get a power of two that leaves an open-addressed table of `count` entries half empty. */
export function getTableSize(count: number): number {
  let size = 16;
  while (size < count * 2) size *= 2;
  return size;
}

function buildWordSlots(words: readonly string[]): Int32Array {
  const slots = new Int32Array(getTableSize(words.length));
  const mask = slots.length - 1;
  for (const [index, word] of words.entries()) {
    let slot = hashWord(word) & mask;
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

function decodeGraph(encoded: readonly number[]): { graph: Int32Array; start: number } {
  const graph = new Int32Array(encoded.length);
  const offsets: number[] = [];
  let at = 0;
  while (at < encoded.length) {
    const id = offsets.push(at) - 1;
    const edges = encoded[at + 1] ?? 0;
    graph[at] = encoded[at] ?? 0;
    graph[at + 1] = edges;
    let word = 0;
    for (let edge = 0, from = at + 2; edge < edges; edge += 1, from += edgeSize) {
      word += encoded[from] ?? 0;
      graph[from] = word;
      graph[from + 1] = encoded[from + 1] ?? 0;
      graph[from + 2] = offsets[id - (encoded[from + 2] ?? 0)] ?? 0;
    }
    at += 2 + edges * edgeSize;
  }
  return { graph, start: offsets.at(-1) ?? 0 };
}

/** Decode what `compileDetection` made. */
export function decodeTables(detection: Detection): Tables {
  const words = decodeWords(detection.words);
  return {
    words,
    wordSlots: buildWordSlots(words),
    ...decodeGraph(detection.graph),
    detection,
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
  const starts: { hash: number; flags: number; pairs: number[] }[] = [];
  for (const { words, graph, start } of allTables) {
    const seconds = new Map<number, number[]>();
    const getSeconds = (node: number) => {
      const known = seconds.get(node);
      if (known) return known;
      const hashes = listEdges(graph, node).map(({ word }) => hashWord(words[word] ?? ''));
      seconds.set(node, hashes);
      return hashes;
    };
    for (const { word, target } of listEdges(graph, start)) {
      const hash = hashWord(words[word] ?? '');
      const isSingle = graph[target] !== 0;
      const following = getSeconds(target);
      const flags =
        (isSingle ? startFlags.single : 0) | (following.length > 0 ? startFlags.longer : 0);
      starts.push({ hash, flags, pairs: following.map((second) => hashPair(hash, second)) });
    }
  }
  const hashes = new Int32Array(getTableSize(starts.length));
  const flags = new Uint8Array(hashes.length);
  const firstBits = createBits(starts.length);
  const pairs = starts.reduce((sum, { pairs }) => sum + pairs.length, 0);
  const pairBits = createBits(pairs);
  for (const start of starts) {
    const mask = hashes.length - 1;
    let slot = start.hash & mask;
    while (flags[slot] !== startFlags.empty && hashes[slot] !== start.hash)
      slot = (slot + 1) & mask;
    hashes[slot] = start.hash;
    flags[slot] = (flags[slot] ?? 0) | start.flags;
    setBit(firstBits, start.hash);
    for (const pair of start.pairs) setBit(pairBits, pair);
  }
  return { firstBits, pairBits, hashes, flags };
}

function listEdges(
  graph: Int32Array,
  node: number,
): { word: number; label: number; target: number }[] {
  return Array.from({ length: graph[node + 1] ?? 0 }, (_, edge) => {
    const from = node + 2 + edge * edgeSize;
    return { word: graph[from] ?? 0, label: graph[from + 1] ?? 0, target: graph[from + 2] ?? 0 };
  });
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
