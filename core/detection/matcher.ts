import { firstLetter, ignorable, separator, unknown } from './fold-codes';
import { foldWord, getFoldCode, getFoldTable } from './fold';
import { capitalised, firstShape, getCaseKind, getGap, type Graph } from './graph';
import { hashPair, hashSeed, hashWord, mixHash } from './hash';
import { buildStartIndex, findWordIndex, hasBit, startFlags, type Tables } from './tables';
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

/** Below it stand the combining accents, some of which make another letter of the one before. */
const firstOwnCode = 0x370;

/** Create the matcher of all aliases of `allTables`: one pass over a text, however many there are. */
export function createMatcher(allTables: readonly Tables[]): Matcher {
  const { firstBits, pairBits, hashes, flags } = buildStartIndex(allTables);
  const slotMask = hashes.length - 1;
  const table = getFoldTable();

  function getStartFlags(hash: number): number {
    for (let slot = hash & slotMask; ; slot = (slot + 1) & slotMask) {
      const found = flags[slot] ?? startFlags.empty;
      if (found === startFlags.empty || hashes[slot] === hash) return found;
    }
  }

  function findMatches(text: string): Match[] {
    const matches: Match[] = [];
    const length = text.length;
    // The word before, while it may be the start of an alias.
    let heldStart = -1;
    let heldHash = 0;
    let heldIsAlias = false;

    let index = 0;
    while (index < length) {
      // Reading beyond the table gives nothing, which is not known either.
      let fold = table[text.charCodeAt(index)] ?? unknown;
      if (fold === unknown) fold = getFoldCode(text, index);
      if (fold <= ignorable) {
        index += 1;
        continue;
      }
      const start = index;
      let hash = hashSeed;
      let anyBits = 0;
      let allBits = -1;
      let isPlain = true;
      while (fold !== separator) {
        if (fold === ignorable) {
          if (text.charCodeAt(index) < firstOwnCode) isPlain = false;
        } else {
          if (fold < firstLetter) isPlain = false;
          hash = mixHash(hash, fold);
          anyBits |= fold;
          allBits &= fold;
        }
        index += 1;
        if (index >= length) break;
        fold = table[text.charCodeAt(index)] ?? unknown;
        if (fold === unknown) fold = getFoldCode(text, index);
      }
      // Cyrillic letters have the bit 0x400, Latin ones have not.
      const mayMixScripts = (anyBits & 0x400) !== 0 && (allBits & 0x400) === 0;
      if (!isPlain || mayMixScripts) hash = hashWord(foldWord(text.slice(start, index)));

      if (heldStart >= 0) {
        if (heldIsAlias || hasBit(pairBits, hashPair(heldHash, hash)))
          collectMatches(text, heldStart, matches);
        heldStart = -1;
      }
      if (!hasBit(firstBits, hash)) continue;
      const found = getStartFlags(hash);
      if (found === startFlags.empty) continue;
      heldStart = start;
      heldHash = hash;
      heldIsAlias = (found & startFlags.single) !== 0;
    }
    if (heldIsAlias && heldStart >= 0) collectMatches(text, heldStart, matches);
    return matches;
  }

  function collectMatches(text: string, from: number, matches: Match[]): void {
    const words = createWordReader(text, from);
    const first = matches.length;
    for (const [pack, tables] of allTables.entries()) {
      walk(tables, { node: 0, depth: 0 }, (end, outputs) => {
        matches.push({ start: from, end, pack, outputs });
      });
    }
    if (matches.length - first > 1) {
      matches.push(...matches.splice(first).sort((left, right) => right.end - left.end));
    }

    function walk(
      tables: Tables,
      { node, depth }: { readonly node: number; readonly depth: number },
      found: (end: number, outputs: readonly number[]) => void,
    ): void {
      const { graph, outputs: outputSets, shapes } = tables;
      const word = words.get(depth);
      const wordIndex = word ? findWordIndex(tables, word.folded) : -1;
      if (!word || wordIndex < 0) return;
      const end = graph.firstEdges[node + 1] ?? 0;
      let edge = findEdge(graph, node, wordIndex);
      for (; edge < end && graph.edgeWords[edge] === wordIndex; edge += 1) {
        const label = graph.edgeLabels[edge] ?? 0;
        const isNext = depth === 0 || getGap(label) === word.gap;
        if (!isNext || !hasCase(word.text, getCaseKind(label), shapes)) continue;
        const target = graph.edgeTargets[edge] ?? 0;
        const outputs = outputSets[(graph.nodeOutputs[target] ?? 0) - 1];
        if (outputs) found(word.end, outputs);
        if ((graph.firstEdges[target] ?? 0) < (graph.firstEdges[target + 1] ?? 0))
          walk(tables, { node: target, depth: depth + 1 }, found);
      }
    }
  }

  return { findMatches };
}

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

  return {
    /** Get the word `depth` words after the first; null where the text or the name must end. */
    get(depth: number): ReadWord | null {
      while (words.length <= depth) {
        const previous = words.at(-1) ?? null;
        if (words.length > 0 && previous === null) return null;
        const next = read(previous);
        words.push(next?.gap === gaps.other ? null : next);
      }
      return words[depth] ?? null;
    },
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
