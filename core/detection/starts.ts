import type { Detection } from './detection';
import { capitalised, firstShape, getCaseKind, type Graph } from './graph';
import { hashPair, hashWord } from './hash';
import { countSlots, encodeTable, findSlot } from './hash-table';
import { listItems } from './lazy-list';
import { getWord, readTables, type Tables } from './tables';

/**
 * How the aliases of a pack start, as plain JSON and a fraction of its detection: with this alone,
 * pages without candidates are told from those with. Tables of hashes as texts that are looked up as
 * they stand: to build them on a page, before anything runs fast, took longer than to read the page.
 */
export type EncodedStarts = {
  /** First words, and by slot of that table what they are the start of. */
  readonly words: string;
  readonly flags: string;
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

type Edge = {
  readonly hash: number;
  /** What an alias of this one word would be. */
  readonly kind: 'single' | 'name' | 'acronym';
  readonly target: number;
};

/** Flags are written as letters from here on; a blank is none. */
const firstFlags = 48;

/** List how the aliases of `detection` start. */
export function compileStarts(detection: Detection): EncodedStarts {
  return encodeStarts(readTables(detection));
}

/** List how the aliases in `tables` start. */
export function encodeStarts(tables: Tables): EncodedStarts {
  const { graphs, outputs, rules, shapes } = tables;
  const words = new Map<number, number>();
  const pairs = new Set<number>();
  const triples = new Set<number>();

  function addFlag(hash: number, flag: number): void {
    words.set(hash, (words.get(hash) ?? 0) | flag);
  }

  function listEdges(graph: Graph, node: number): Edge[] {
    const edges: Edge[] = [];
    const end = graph.firstEdges[node + 1] ?? 0;
    for (let edge = graph.firstEdges[node] ?? 0; edge < end; edge += 1) {
      const hash = hashWord(getWord(tables, graph.edgeWords[edge] ?? 0));
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
  function addPhrases(graph: Graph): void {
    const listOutputs = (node: number) => outputs.get((graph.nodeOutputs[node] ?? 0) - 1) ?? [];
    for (const first of listEdges(graph, 0)) {
      for (const output of listOutputs(first.target))
        addFlag(first.hash, startFlags[output < rules.length ? first.kind : 'head']);
      for (const second of listEdges(graph, first.target)) {
        addFlag(first.hash, startFlags.longer);
        const pair = hashPair(first.hash, second.hash);
        if (listOutputs(second.target).length > 0) pairs.add(pair);
        for (const third of listEdges(graph, second.target))
          triples.add(hashPair(pair, third.hash));
      }
    }
  }

  for (const graph of listItems(graphs)) addPhrases(graph);
  const lengths = listItems(tables.words)
    .flat()
    .map(({ length }) => length);
  return {
    ...encodeWords(words),
    pairs: encodeTable(pairs).table,
    triples: encodeTable(triples).table,
    longestWord: lengths.reduce((longest, length) => Math.max(longest, length), 0),
  };
}

function encodeWords(words: ReadonlyMap<number, number>): Pick<EncodedStarts, 'words' | 'flags'> {
  const { table, slots } = encodeTable(words.keys());
  const flags = new Uint8Array(countSlots(table));
  for (const [hash, flag] of words) {
    const slot = slots.get(hash) ?? 0;
    flags[slot] = (flags[slot] ?? 0) | flag;
  }
  const letters = Array.from(flags, (flag) =>
    flag === 0 ? ' ' : String.fromCharCode(firstFlags + flag),
  );
  return { words: table, flags: letters.join('') };
}

/** The starts of the aliases of all packs in use. */
export type StartIndex = readonly EncodedStarts[];

/** Get the start flags of a word by its hash; 0 when no alias starts with it. */
export function getStartFlags(index: StartIndex, hash: number): number {
  let found = 0;
  for (const { words, flags } of index) {
    const slot = findSlot(words, hash);
    if (slot >= 0) found |= flags.charCodeAt(slot) - firstFlags;
  }
  return found;
}

/** Say whether aliases are, or start with, the two words of which `hashPair` gives the hash. */
export function hasPair(index: StartIndex, hash: number): boolean {
  return index.some(({ pairs }) => findSlot(pairs, hash) >= 0);
}

/** Say whether aliases start with the three words of which `hashPair` gives the hash. */
export function hasTriple(index: StartIndex, hash: number): boolean {
  return index.some(({ triples }) => findSlot(triples, hash) >= 0);
}
