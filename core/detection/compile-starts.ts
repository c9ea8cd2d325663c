import { listCues } from './cue-index';
import type { Detection, DetectionRule } from './detection';
import { capitalised, firstShape, getCaseKind, type Graph } from './graph';
import { hashPair, hashWord } from './hash';
import { countSlots, encodeTable } from './hash-table';
import { listItems } from './lazy-list';
import { type EncodedStarts, firstSet, type PhraseNeeds, shortWord, startFlags } from './starts';
import { getWord, readTables, type Tables } from './tables';

type Edge = {
  readonly hash: number;
  readonly isShort: boolean;
  /** What an alias of this one word would be. */
  readonly kind: 'single' | 'name' | 'acronym';
  readonly target: number;
};

const pairFlags = {
  single: startFlags.pair,
  name: startFlags.namePair,
  acronym: startFlags.acronymPair,
} as const;

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
  function addPair({ hash, kind }: Edge, pair: number, output: number): void {
    const rule = rules.get(output);
    if (rule && needs.add(pair, rule)) return addFlag(hash, startFlags.pairInPhrase);
    const flag = pairFlags[kind];
    addFlag(hash, flag);
    pairs.add(flag === startFlags.pair ? pair : hashPair(pair, flag));
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
        for (const output of listOutputs(graph, second.target)) addPair(first, pair, output);
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
    numbers: [...new Set(tables.series.flatMap((series) => Object.keys(series.rules)))].toSorted(),
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
