import { decodeNumbers, encodeNumbers } from './number-text';

/** One word on the way through a phrase: what stands before it, which word, in which case. */
export type Step = { readonly gap: number; readonly word: number; readonly caseKind: number };

/** Case kinds of a step: any, capitalised; from `firstShape` on an index into the shapes. */
export const anyCase = 0;
export const capitalised = 1;
export const firstShape = 2;

const gapBits = 4;

function packLabel({ gap, caseKind }: Step): number {
  return (caseKind << gapBits) | gap;
}

/** Get the gap of an edge's label. */
export function getGap(label: number): number {
  return label & ((1 << gapBits) - 1);
}

/** Get the case kind of an edge's label. */
export function getCaseKind(label: number): number {
  return label >> gapBits;
}

/**
 * A graph of words as text, one column per property. Nodes stand in depth-first order, each where
 * it is first met; a node that ends phrases and leads no further is only named, by its output set.
 */
export type EncodedGraph = {
  /** By node: output set (0 none, else index + 1), and number of edges. */
  readonly outputs: string;
  readonly edgeCounts: string;
  /** By edge: word less the word of the node's edge before, label, and target. */
  readonly words: string;
  readonly labels: string;
  /**
   * 0: a node not met before. 1: likewise, and it will be met again. 2: an end not met before, with
   * the next output set. From 3 on: what was met last, last but one, and so on.
   */
  readonly targets: string;
};

type TreeNode = { readonly outputs: Set<number>; readonly edges: Map<string, TreeEdge> };
type TreeEdge = { readonly step: Step; readonly target: TreeNode };
type GraphEdge = { readonly word: number; readonly label: number; readonly target: number };
type GraphNode = { readonly output: number; readonly edges: readonly GraphEdge[]; sources: number };

function createNode(): TreeNode {
  return { outputs: new Set(), edges: new Map() };
}

/** Collect phrases, then encode them as a graph in which equal endings are stored once. */
export function createGraphBuilder() {
  const start = createNode();

  function add(steps: readonly Step[], output: number): void {
    let node = start;
    for (const step of steps) {
      const key = `${step.word} ${packLabel(step)}`;
      let edge = node.edges.get(key);
      if (!edge) {
        edge = { step, target: createNode() };
        node.edges.set(key, edge);
      }
      node = edge.target;
    }
    node.outputs.add(output);
  }

  function encode(): { graph: EncodedGraph; outputs: number[][] } {
    const { nodes, outputs } = shareEndings(start);
    return encodeNodes(nodes, outputs);
  }

  return { add, encode };
}

/** Turn a tree into nodes that share equal endings, targets before sources. */
function shareEndings(start: TreeNode): { nodes: GraphNode[]; outputs: number[][] } {
  const nodes: GraphNode[] = [];
  const outputs: number[][] = [];
  const outputIds = new Map<string, number>();
  const nodeIds = new Map<string, number>();

  function getOutputId({ outputs: found }: TreeNode): number {
    if (found.size === 0) return 0;
    const sorted = [...found].sort((left, right) => left - right);
    const key = sorted.join(' ');
    const known = outputIds.get(key) ?? outputs.push(sorted);
    outputIds.set(key, known);
    return known;
  }

  function getNodeId(tree: TreeNode): number {
    const edges = [...tree.edges.values()]
      .map(({ step, target }) => ({
        word: step.word,
        label: packLabel(step),
        target: getNodeId(target),
      }))
      .sort((left, right) => left.word - right.word || left.label - right.label);
    const output = getOutputId(tree);
    const key = `${output};${edges.map(({ word, label, target }) => `${word},${label},${target}`).join(';')}`;
    const known = nodeIds.get(key);
    if (known !== undefined) return known;
    for (const { target } of edges) {
      const node = nodes[target];
      if (node) node.sources += 1;
    }
    const id = nodes.push({ output, edges, sources: 0 }) - 1;
    nodeIds.set(key, id);
    return id;
  }

  getNodeId(start);
  return { nodes, outputs };
}

const newNode = 0;
const newSharedNode = 1;
const newEnd = 2;
const firstRank = 3;

/** Get what stood `rank` places before the last of `recent`, and make it the last. */
function recall(recent: number[], rank: number): number {
  const [item = 0] = recent.splice(recent.length - 1 - rank, 1);
  recent.push(item);
  return item;
}

/** Write nodes in depth-first order; output sets are numbered anew as their ends are met. */
function encodeNodes(
  nodes: readonly GraphNode[],
  outputs: readonly number[][],
): { graph: EncodedGraph; outputs: number[][] } {
  const columns = {
    outputs: [] as number[],
    edgeCounts: [] as number[],
    words: [] as number[],
    labels: [] as number[],
    targets: [] as number[],
  };
  /** Nodes that may be met again, the last met last. */
  const recent: number[] = [];
  const setIds: number[] = [];

  function writeTarget(id: number): boolean {
    const known = recent.lastIndexOf(id);
    if (known >= 0) {
      columns.targets.push(firstRank + recent.length - 1 - known);
      recall(recent, recent.length - 1 - known);
      return false;
    }
    const { output = 0, edges = [], sources = 0 } = nodes[id] ?? {};
    const isEnd = edges.length === 0;
    columns.targets.push(isEnd ? newEnd : sources > 1 ? newSharedNode : newNode);
    if (isEnd) setIds.push(output - 1);
    if (isEnd || sources > 1) recent.push(id);
    return !isEnd;
  }

  function write(id: number): void {
    const node = nodes[id];
    if (!node) return;
    columns.outputs.push(node.output);
    columns.edgeCounts.push(node.edges.length);
    const ahead: number[] = [];
    let previousWord = 0;
    for (const { word, label, target } of node.edges) {
      columns.words.push(word - previousWord);
      columns.labels.push(label);
      previousWord = word;
      if (writeTarget(target)) ahead.push(target);
    }
    for (const target of ahead) write(target);
  }

  write(nodes.length - 1);
  const ends = new Set(setIds);
  setIds.push(...[...outputs.keys()].filter((set) => !ends.has(set)));
  const places = new Map(setIds.map((set, place) => [set + 1, place + 1]));
  return {
    graph: {
      outputs: encodeNumbers(columns.outputs.map((output) => places.get(output) ?? 0)),
      edgeCounts: encodeNumbers(columns.edgeCounts),
      words: encodeNumbers(columns.words),
      labels: encodeNumbers(columns.labels),
      targets: encodeNumbers(columns.targets),
    },
    outputs: setIds.map((set) => outputs[set] ?? []),
  };
}

/** A decoded graph: nodes and edges by number. Node 0 is the start. */
export type Graph = {
  /** By node: output set (0 none, else index + 1). */
  readonly nodeOutputs: Int32Array;
  /** By node: its first edge; the next node's first edge ends its list. Sorted by word. */
  readonly firstEdges: Int32Array;
  readonly edgeWords: Int32Array;
  readonly edgeLabels: Int32Array;
  readonly edgeTargets: Int32Array;
};

/** Decode what a graph builder encoded; `outputSets` is the number of its output sets. */
export function decodeGraph(encoded: EncodedGraph, outputSets: number): Graph {
  const outputs = decodeNumbers(encoded.outputs);
  const edgeCounts = decodeNumbers(encoded.edgeCounts);
  const words = decodeNumbers(encoded.words);
  const edgeLabels = decodeNumbers(encoded.labels);
  const targets = decodeNumbers(encoded.targets);
  const nodeCount = outputs.length + outputSets;
  const nodeOutputs = new Int32Array(nodeCount);
  const firstEdges = new Int32Array(nodeCount + 1);
  const edgeWords = new Int32Array(words.length);
  const edgeTargets = new Int32Array(words.length);
  /** What may be met again, the last met last: the edge that met a node first, or -1 less an end's set. */
  const recent: number[] = [];
  let ends = 0;
  let written = 0;
  let edge = 0;

  function readTarget(target: number): void {
    if (target === newSharedNode) recent.push(edge);
    if (target <= newSharedNode) return;
    if (target === newEnd) {
      ends += 1;
      recent.push(-ends);
    }
    const item = recall(recent, Math.max(target - firstRank, 0));
    // The first edge that met a node knows its number once the node is read.
    edgeTargets[edge] = item < 0 ? outputs.length - 1 - item : -1 - item;
  }

  function read(): number {
    const node = written;
    written += 1;
    const end = edge + (edgeCounts[node] ?? 0);
    const first = edge;
    nodeOutputs[node] = outputs[node] ?? 0;
    firstEdges[node] = first;
    let word = 0;
    for (; edge < end; edge += 1) {
      word += words[edge] ?? 0;
      edgeWords[edge] = word;
      readTarget(targets[edge] ?? 0);
    }
    for (let at = first; at < end; at += 1) {
      if ((targets[at] ?? 0) <= newSharedNode) edgeTargets[at] = read();
    }
    return node;
  }

  read();
  for (let set = 0; set < outputSets; set += 1) {
    nodeOutputs[outputs.length + set] = set + 1;
    firstEdges[outputs.length + set] = words.length;
  }
  firstEdges[nodeCount] = words.length;
  for (let at = 0; at < edgeTargets.length; at += 1) {
    const target = edgeTargets[at] ?? 0;
    if (target < 0) edgeTargets[at] = edgeTargets[-1 - target] ?? 0;
  }
  return { nodeOutputs, firstEdges, edgeWords, edgeLabels, edgeTargets };
}
