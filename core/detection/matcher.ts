import { foldWord } from './fold';
import { capitalised, firstShape, getCaseKind, getGap, type Graph } from './graph';
import type { StartFinder } from './start-finder';
import { findWordIndex, getGraph, type Tables } from './tables';
import { type Gap, classifyGap, findWord, gaps, getCaseShape, startsWithCapital } from './words';

/** An alias found in a text, before anything around it was looked at. */
export type Match = {
  readonly start: number;
  readonly end: number;
  /** Which pack's detection, and what its phrase stands for (`Detection.outputs`). */
  readonly pack: number;
  readonly outputs: readonly number[];
};

export type Matcher = {
  /** Find every alias at every word of `text`: in order of start, longer ones first. */
  readonly findMatches: (text: string) => Match[];
};

/** Create the matcher of all aliases of `allTables`, which `findStarts` finds the starts of. */
export function createMatcher(allTables: readonly Tables[], findStarts: StartFinder): Matcher {
  function collectMatches(text: string, from: number, matches: Match[]): void {
    const getWord = createWordReader(text, from);
    const first = matches.length;
    for (const [pack, tables] of allTables.entries()) {
      const graph = getGraph(tables, findWordIndex(tables, getWord(0)?.folded ?? ''));
      if (!graph) continue;
      walk({ graph, tables, node: 0, depth: 0 }, (end, outputs) => {
        matches.push({ start: from, end, pack, outputs });
      });
    }
    if (matches.length - first > 1) {
      matches.push(...matches.splice(first).sort((left, right) => right.end - left.end));
    }

    function walk(
      { graph, tables, node, depth }: Place,
      found: (end: number, outputs: readonly number[]) => void,
    ): void {
      const word = getWord(depth);
      const wordIndex = word ? findWordIndex(tables, word.folded) : -1;
      if (!word || wordIndex < 0) return;
      const end = graph.firstEdges[node + 1] ?? 0;
      let edge = findEdge(graph, node, wordIndex);
      for (; edge < end && graph.edgeWords[edge] === wordIndex; edge += 1) {
        const label = graph.edgeLabels[edge] ?? 0;
        const isNext = depth === 0 || getGap(label) === word.gap;
        if (!isNext || !hasCase(word.text, getCaseKind(label), tables.shapes)) continue;
        const target = graph.edgeTargets[edge] ?? 0;
        const outputs = tables.outputs.get((graph.nodeOutputs[target] ?? 0) - 1);
        if (outputs) found(word.end, outputs);
        if ((graph.firstEdges[target] ?? 0) < (graph.firstEdges[target + 1] ?? 0))
          walk({ graph, tables, node: target, depth: depth + 1 }, found);
      }
    }
  }

  return {
    findMatches(text) {
      const matches: Match[] = [];
      for (const start of findStarts(text)) collectMatches(text, start, matches);
      return matches;
    },
  };
}

/** Where a walk through the phrases of a pack has come to; `depth` in words. */
type Place = {
  readonly graph: Graph;
  readonly tables: Tables;
  readonly node: number;
  readonly depth: number;
};

type ReadWord = {
  readonly end: number;
  readonly text: string;
  readonly folded: string;
  readonly gap: Gap;
};

/** Read the words of `text` from `from` on, each once however many aliases ask for it. */
function createWordReader(text: string, from: number) {
  const words: (ReadWord | null)[] = [];

  function read(after: ReadWord | null): ReadWord | null {
    const position = findWord(text, after?.end ?? from);
    if (!position) return null;
    const raw = text.slice(position.start, position.end);
    const gap = after ? classifyGap(text, after.end, position.start) : gaps.joint;
    return { end: position.end, text: raw, folded: foldWord(raw), gap };
  }

  /** Get the word `depth` words after the first; null where the text or the name must end. */
  return (depth: number): ReadWord | null => {
    while (words.length <= depth) {
      const previous = words.at(-1) ?? null;
      if (words.length > 0 && previous === null) return null;
      const next = read(previous);
      words.push(next?.gap === gaps.other ? null : next);
    }
    return words[depth] ?? null;
  };
}

/** Find the first edge of `node` for `word`, or where it would be. */
function findEdge({ firstEdges, edgeWords }: Graph, node: number, word: number): number {
  let low = firstEdges[node] ?? 0;
  let high = firstEdges[node + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edgeWords[middle] ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hasCase(word: string, caseKind: number, shapes: readonly string[]): boolean {
  if (caseKind < capitalised) return true;
  if (caseKind === capitalised) return startsWithCapital(word);
  return getCaseShape(word) === shapes[caseKind - firstShape];
}
