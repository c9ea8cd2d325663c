import type { TextPosition } from '@/core/pack';
import { listCues } from './cue-index';
import type { Detection, DetectionRule } from './detection';
import { getFoldCode } from './fold';
import { ignorable } from './fold-codes';
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
  /** The sets of flags there are, as bits. */
  readonly flagSets: readonly number[];
  /**
   * The two words of aliases of two that need nothing else, and the first three of those of more;
   * where the third is as short as "the", the first four.
   */
  readonly pairs: string;
  readonly triples: string;
  /** What must stand in the phrase of some aliases of one or two words. */
  readonly needs: PhraseNeeds;
  /** How many letters the longest word of an alias has, folded. */
  readonly longestWord: number;
};

/** Aliases that are no mention unless their phrase has a cue; groups of cues by index. */
export type PhraseNeeds = {
  readonly groups: readonly number[];
  /** `hashPair` of the one or two words of an alias and a group it needs. */
  readonly aliases: string;
  /** `hashPair` of the first letters of a cue's first word and its group. */
  readonly stems: string;
};

/** Third words of so many letters say little of how an alias starts. */
const shortWord = 3;

/** What a first word is the start of: bits. */
export const startFlags = {
  /** An alias of one word. */
  single: 1,
  /** An alias of one word that is written with a capital. */
  name: 2,
  /** An alias of one word that is written in capitals. */
  acronym: 4,
  /** A numbered series: a number must follow. */
  head: 8,
  /** One that is written with a capital. */
  nameHead: 512,
  /** An alias of one word that needs quotation marks. */
  quoted: 16,
  /** An alias of one word that needs a cue in its phrase. */
  inPhrase: 32,
  /** An alias of two words. */
  pair: 64,
  /** An alias of two words that needs a cue in its phrase. */
  pairInPhrase: 128,
  /** Aliases of more words. */
  longer: 256,
} as const;

type Edge = {
  readonly hash: number;
  readonly isShort: boolean;
  /** What an alias of this one word would be. */
  readonly kind: 'single' | 'name' | 'acronym';
  readonly target: number;
};

/** Sets of flags are written as letters from here on; a blank is none. */
const firstSet = 48;

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
  const needs = collectNeeds(tables);

  function addFlag(hash: number, flag: number): void {
    words.set(hash, (words.get(hash) ?? 0) | flag);
  }

  function listEdges(graph: Graph, node: number): Edge[] {
    const edges: Edge[] = [];
    const end = graph.firstEdges[node + 1] ?? 0;
    for (let edge = graph.firstEdges[node] ?? 0; edge < end; edge += 1) {
      const word = getWord(tables, graph.edgeWords[edge] ?? 0);
      const kind = toKind(getCaseKind(graph.edgeLabels[edge] ?? 0));
      const target = graph.edgeTargets[edge] ?? 0;
      edges.push({ hash: hashWord(word), isShort: word.length <= shortWord, kind, target });
    }
    return edges;
  }
  function toKind(caseKind: number): Edge['kind'] {
    const shape = caseKind === capitalised ? '1' : (shapes[caseKind - firstShape] ?? '0');
    if (!shape.startsWith('1')) return 'single';
    return shape.length === 1 || shape.includes('0') ? 'name' : 'acronym';
  }
  function listOutputs(graph: Graph, node: number): readonly number[] {
    return outputs.get((graph.nodeOutputs[node] ?? 0) - 1) ?? [];
  }
  function addSingle({ hash, kind }: Edge, output: number): void {
    const rule = rules.get(output);
    if (!rule) addFlag(hash, startFlags[kind === 'single' ? 'head' : 'nameHead']);
    else if (rule.needsQuotes) addFlag(hash, startFlags.quoted);
    else if (needs.add(hash, rule)) addFlag(hash, startFlags.inPhrase);
    else addFlag(hash, startFlags[kind]);
  }
  function addPair(first: number, pair: number, output: number): void {
    const rule = rules.get(output);
    if (rule && needs.add(pair, rule)) return addFlag(first, startFlags.pairInPhrase);
    addFlag(first, startFlags.pair);
    pairs.add(pair);
  }
  function addTriple(graph: Graph, hash: number, { isShort, target }: Edge): void {
    if (!isShort || listOutputs(graph, target).length > 0) triples.add(hash);
    if (!isShort) return;
    for (const fourth of listEdges(graph, target)) triples.add(hashPair(hash, fourth.hash));
  }
  function addPhrases(graph: Graph): void {
    for (const first of listEdges(graph, 0)) {
      for (const output of listOutputs(graph, first.target)) addSingle(first, output);
      for (const second of listEdges(graph, first.target)) {
        const pair = hashPair(first.hash, second.hash);
        for (const output of listOutputs(graph, second.target)) addPair(first.hash, pair, output);
        for (const third of listEdges(graph, second.target)) {
          addFlag(first.hash, startFlags.longer);
          addTriple(graph, hashPair(pair, third.hash), third);
        }
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
    needs: needs.encode(),
    longestWord: lengths.reduce((longest, length) => Math.max(longest, length), 0),
  };
}

function collectNeeds({ cueIndex }: Tables) {
  const groups = new Set<number>();
  const aliases = new Set<number>();

  return {
    /** Note what an alias needs, of which `hash` tells; false when its rule needs nothing. */
    add(hash: number, { phraseRequires }: DetectionRule): boolean {
      for (const group of phraseRequires) {
        groups.add(group);
        aliases.add(hashPair(hash, group));
      }
      return phraseRequires.length > 0;
    },
    encode(): PhraseNeeds {
      const stems = listCues(cueIndex)
        .filter(({ group }) => groups.has(group))
        .map(({ group, words }) => hashPair(hashWord(words[0] ?? ''), group));
      return {
        groups: [...groups].toSorted((one, other) => one - other),
        aliases: encodeTable(aliases).table,
        stems: encodeTable(stems).table,
      };
    },
  };
}

function encodeWords(
  words: ReadonlyMap<number, number>,
): Pick<EncodedStarts, 'words' | 'flags' | 'flagSets'> {
  const { table, slots } = encodeTable(words.keys());
  const flags = Array<number>(countSlots(table)).fill(0);
  for (const [hash, flag] of words) {
    const slot = slots.get(hash) ?? 0;
    flags[slot] = (flags[slot] ?? 0) | flag;
  }
  const flagSets = [...new Set(flags)].filter(Boolean).toSorted((one, other) => one - other);
  const letters = flags.map((flag) =>
    flag === 0 ? ' ' : String.fromCharCode(firstSet + flagSets.indexOf(flag)),
  );
  return { words: table, flags: letters.join(''), flagSets };
}

/** The starts of the aliases of all packs in use. */
export type StartIndex = readonly EncodedStarts[];

/** Get the start flags of a word by its hash; 0 when no alias starts with it. */
export function getStartFlags(index: StartIndex, hash: number): number {
  let found = 0;
  for (const { words, flags, flagSets } of index) {
    const slot = findSlot(words, hash);
    if (slot >= 0) found |= flagSets[flags.charCodeAt(slot) - firstSet] ?? 0;
  }
  return found;
}

/** Say whether an alias is the two words of which `hashPair` gives the hash, and needs nothing else. */
export function hasPair(index: StartIndex, hash: number): boolean {
  for (const { pairs } of index) if (findSlot(pairs, hash) >= 0) return true;
  return false;
}

/** Say whether aliases start with the three or four words of which `hashPair` gives the hash. */
export function hasTriple(index: StartIndex, hash: number): boolean {
  for (const { triples } of index) if (findSlot(triples, hash) >= 0) return true;
  return false;
}

/** Say whether a third word from `start` to `end` is so short that the fourth must be looked at. */
export function isShortWord(text: string, { start, end }: TextPosition): boolean {
  let letters = 0;
  for (let at = start; at < end && letters <= shortWord; at += 1)
    if (getFoldCode(text, at) > ignorable) letters += 1;
  return letters <= shortWord;
}
