import { createLazyList, type LazyList, splitList, writeList } from './lazy-list';
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
 * The graph of all phrases as text, one column per property, in chunks by first word: a chunk is a
 * graph of its own, and each column a list of chunks. Nodes stand in depth-first order, each where
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
   * 0: a node not met before. 1: likewise, and it may be met again. 2: an end not met before.
   * From 3 on: what was met last, last but one, and so on.
   */
  readonly targets: string;
  /** By end, as they are met: its output set. */
  readonly ends: string;
};

const columnNames = ['outputs', 'edgeCounts', 'words', 'labels', 'targets', 'ends'] as const;
type Columns<Column> = Readonly<Record<(typeof columnNames)[number], Column>>;

function mapColumns<Column>(toColumn: (name: keyof EncodedGraph) => Column): Columns<Column> {
  const entries = columnNames.map((name) => [name, toColumn(name)]);
  return Object.fromEntries(entries) as Columns<Column>;
}

type TreeNode = { readonly outputs: Set<number>; readonly edges: Map<string, TreeEdge> };
type TreeEdge = { readonly step: Step; readonly target: TreeNode };
type GraphEdge = { readonly word: number; readonly label: number; readonly target: number };
type GraphNode = { readonly output: number; readonly edges: readonly GraphEdge[]; sources: number };

function createNode(): TreeNode {
  return { outputs: new Set(), edges: new Map() };
}

/**
 * Collect phrases, then encode them as a graph in which equal endings are stored once; words are
 * numbered so that those of a chunk, `chunkSize` of them, follow each other.
 */
export function createGraphBuilder(chunkSize: number) {
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
    const chunks: GraphEdge[][] = [];
    for (const edge of nodes.at(-1)?.edges ?? [])
      (chunks[Math.floor(edge.word / chunkSize)] ??= []).push(edge);
    // Words that start no phrase may fill a chunk by themselves.
    const columns = Array.from(chunks, (edges = []) => encodeChunk(nodes, edges));
    const graph = mapColumns((name) =>
      writeList(columns.map((chunk) => encodeNumbers(chunk[name]))),
    );
    return { graph, outputs };
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

/** Write the nodes that `edges` of the start lead to. */
function encodeChunk(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): Columns<readonly number[]> {
  const columns = mapColumns((): number[] => []);
  /** Nodes that may be met again, the last met last. */
  const recent: number[] = [];

  function writeTarget(id: number): boolean {
    const known = recent.lastIndexOf(id);
    if (known >= 0) {
      columns.targets.push(firstRank + recent.length - 1 - known);
      recall(recent, recent.length - 1 - known);
      return false;
    }
    const { output = 0, edges: following = [], sources = 0 } = nodes[id] ?? {};
    const isEnd = following.length === 0;
    columns.targets.push(isEnd ? newEnd : sources > 1 ? newSharedNode : newNode);
    if (isEnd) columns.ends.push(output - 1);
    if (isEnd || sources > 1) recent.push(id);
    return !isEnd;
  }

  function write(node: Pick<GraphNode, 'output' | 'edges'>): void {
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
    for (const target of ahead) {
      const next = nodes[target];
      if (next) write(next);
    }
  }

  write({ output: 0, edges });
  return columns;
}

/** A decoded chunk of a graph: nodes and edges by number. Node 0 is the start. */
export type Graph = {
  /** By node: output set (0 none, else index + 1). */
  readonly nodeOutputs: Int32Array;
  /** By node: its first edge; the next node's first edge ends its list. Sorted by word. */
  readonly firstEdges: Int32Array;
  readonly edgeWords: Int32Array;
  readonly edgeLabels: Int32Array;
  readonly edgeTargets: Int32Array;
};

/** Read the chunks of what a graph builder encoded. */
export function readGraph(encoded: EncodedGraph): LazyList<Graph> {
  const columns = mapColumns((name) => splitList(encoded[name]));
  return createLazyList(columns.outputs.length, (chunk) =>
    decodeChunk(mapColumns((name) => decodeNumbers(columns[name][chunk] ?? ''))),
  );
}

function decodeChunk(columns: Columns<Int32Array>): Graph {
  const { outputs, edgeCounts, words, labels, targets, ends } = columns;
  const nodeCount = outputs.length + ends.length;
  const nodeOutputs = new Int32Array(nodeCount);
  const firstEdges = new Int32Array(nodeCount + 1);
  const edgeWords = new Int32Array(words.length);
  const edgeTargets = new Int32Array(words.length);
  /** What may be met again, the last met last: the edge that met a node first, or -1 less an end's number. */
  const recent: number[] = [];
  let met = 0;
  let written = 0;
  let edge = 0;

  function readTarget(target: number): void {
    if (target === newSharedNode) recent.push(edge);
    if (target <= newSharedNode) return;
    if (target === newEnd) {
      met += 1;
      recent.push(-met);
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
  for (let end = 0; end < ends.length; end += 1) {
    nodeOutputs[outputs.length + end] = (ends[end] ?? 0) + 1;
    firstEdges[outputs.length + end] = words.length;
  }
  firstEdges[nodeCount] = words.length;
  for (let at = 0; at < edgeTargets.length; at += 1) {
    const target = edgeTargets[at] ?? 0;
    if (target < 0) edgeTargets[at] = edgeTargets[-1 - target] ?? 0;
  }
  return { nodeOutputs, firstEdges, edgeWords, edgeLabels: labels, edgeTargets };
}
