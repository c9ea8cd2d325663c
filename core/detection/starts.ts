import type { Detection } from './detection';
import { capitalised, firstShape, getCaseKind } from './graph';
import { hashPair } from './hash';
import { decodeNumbers, encodeNumbers } from './number-text';
import { decodeTables, type Tables } from './tables';

/**
 * How the aliases of a pack start, as plain JSON and a fraction of its detection: with this alone,
 * pages without candidates are told from those with. Sorted hashes, as number text of their distances.
 */
export type EncodedStarts = {
  /** First words, by what they are the start of. */
  readonly words: Readonly<Record<keyof typeof startFlags, string>>;
  /** The two words of aliases of two, and the first three of those of more. */
  readonly pairs: string;
  readonly triples: string;
  /** How many letters the longest word of an alias has, folded. */
  readonly longestWord: number;
};

/** What a first word is the start of: bits. */
export const startFlags = {
  /** An alias of one word. */
  single: 1,
  /** An alias of one word that is written with a capital. */
  name: 2,
  /** An alias of one word that is written in capitals. */
  acronym: 16,
  /** A numbered series: a number must follow. */
  head: 4,
  /** Aliases of more words. */
  longer: 8,
} as const;

type FlagName = keyof typeof startFlags;
const flagNames = Object.keys(startFlags) as readonly FlagName[];

function mapFlags<Value>(toValue: (name: FlagName) => Value): Record<FlagName, Value> {
  const entries = flagNames.map((name) => [name, toValue(name)]);
  return Object.fromEntries(entries) as Record<FlagName, Value>;
}

type Edge = {
  readonly hash: number;
  /** What an alias of this one word would be. */
  readonly kind: 'single' | 'name' | 'acronym';
  readonly target: number;
};

/** The starts of the aliases of all packs in use: open-addressed tables of hashes. */
export type StartIndex = {
  readonly words: Int32Array;
  /** By slot of `words`: start flags. */
  readonly flags: Uint8Array;
  readonly pairs: Int32Array;
  readonly triples: Int32Array;
  readonly longestWord: number;
};

/** As many bits as keep hashes that are met by chance rare: few per hundred pages. */
const wordBits = 26;
const phraseBits = 24;
/** No key is as large, so that empty slots are told from key 0. */
const empty = -1;

/** Get the key of a word in `StartIndex.words` by its hash. */
export function toWordKey(hash: number): number {
  return hash >>> (32 - wordBits);
}

/** Get the key of a pair in `pairs`, or of a pair and a third word in `triples`, by `hashPair`. */
export function toPhraseKey(hash: number): number {
  return hash >>> (32 - phraseBits);
}

/** List how the aliases of `detection` start. */
export function compileStarts(detection: Detection): EncodedStarts {
  return encodeStarts(decodeTables(detection));
}

/** List how the aliases in `tables` start. */
export function encodeStarts(tables: Tables): EncodedStarts {
  const { graph, outputs, rules, shapes, wordHashes } = tables;
  const words = mapFlags(() => new Set<number>());
  const pairs = new Set<number>();
  const triples = new Set<number>();

  function listEdges(node: number): Edge[] {
    const edges: Edge[] = [];
    const end = graph.firstEdges[node + 1] ?? 0;
    for (let edge = graph.firstEdges[node] ?? 0; edge < end; edge += 1) {
      const hash = wordHashes[graph.edgeWords[edge] ?? 0] ?? 0;
      const kind = toKind(getCaseKind(graph.edgeLabels[edge] ?? 0));
      edges.push({ hash, kind, target: graph.edgeTargets[edge] ?? 0 });
    }
    return edges;
  }
  function toKind(caseKind: number): Edge['kind'] {
    const shape = caseKind === capitalised ? '1' : (shapes[caseKind - firstShape] ?? '0');
    if (!shape.startsWith('1')) return 'single';
    return shape.length === 1 || shape.includes('0') ? 'name' : 'acronym';
  }
  const listOutputs = (node: number) => outputs[(graph.nodeOutputs[node] ?? 0) - 1] ?? [];

  for (const first of listEdges(0)) {
    const key = toWordKey(first.hash);
    for (const output of listOutputs(first.target))
      words[output < rules.length ? first.kind : 'head'].add(key);
    for (const second of listEdges(first.target)) {
      words.longer.add(key);
      const pair = hashPair(first.hash, second.hash);
      if (listOutputs(second.target).length > 0) pairs.add(toPhraseKey(pair));
      for (const third of listEdges(second.target))
        triples.add(toPhraseKey(hashPair(pair, third.hash)));
    }
  }
  return {
    words: mapFlags((flag) => encodeKeys(words[flag])),
    pairs: encodeKeys(pairs),
    triples: encodeKeys(triples),
    longestWord: tables.words.reduce((longest, { length }) => Math.max(longest, length), 0),
  };
}

function encodeKeys(keys: Iterable<number>): string {
  const sorted = [...keys].toSorted((one, other) => one - other);
  return encodeNumbers(sorted.map((key, index) => key - (sorted[index - 1] ?? 0)));
}

/** Build the index of all that `encodeStarts` listed. */
export function buildStartIndex(all: readonly EncodedStarts[]): StartIndex {
  const words = all.flatMap((starts) =>
    flagNames.map((name) => [startFlags[name], decodeNumbers(starts.words[name])] as const),
  );
  const index = createTable(words.reduce((sum, [, { length }]) => sum + length, 0));
  const flags = new Uint8Array(index.length);
  for (const [flag, distances] of words) {
    let key = 0;
    for (const distance of distances) {
      key += distance;
      const slot = findSlot(index, key);
      index[slot] = key;
      flags[slot] = (flags[slot] ?? 0) | flag;
    }
  }
  return {
    words: index,
    flags,
    pairs: indexKeys(all.map(({ pairs }) => decodeNumbers(pairs))),
    triples: indexKeys(all.map(({ triples }) => decodeNumbers(triples))),
    longestWord: Math.max(...all.map((starts) => starts.longestWord)),
  };
}

function indexKeys(lists: readonly Int32Array[]): Int32Array {
  const table = createTable(lists.reduce((sum, { length }) => sum + length, 0));
  for (const distances of lists) {
    let key = 0;
    for (const distance of distances) {
      key += distance;
      table[findSlot(table, key)] = key;
    }
  }
  return table;
}

/** Create a table that `count` keys leave half empty; its size is a power of two. */
function createTable(count: number): Int32Array {
  let size = 16;
  while (size < count * 2) size *= 2;
  return new Int32Array(size).fill(empty);
}

/** Find the slot of `key` in a table of `StartIndex`, or the empty one where it would be. */
export function findSlot(table: Int32Array, key: number): number {
  const mask = table.length - 1;
  let slot = key & mask;
  for (let found = table[slot]; found !== key && found !== empty; found = table[slot])
    slot = (slot + 1) & mask;
  return slot;
}

/** Say whether a table of `StartIndex` has `key`. */
export function hasKey(table: Int32Array, key: number): boolean {
  return table[findSlot(table, key)] === key;
}

/** Get the start flags of a word by its key; 0 when no alias starts with it. */
export function getStartFlags({ words, flags }: StartIndex, key: number): number {
  return flags[findSlot(words, key)] ?? 0;
}
