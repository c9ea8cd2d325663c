/** One word on the way through a phrase: what stands before it, which word, in which case. */
export type Step = { readonly gap: number; readonly word: number; readonly caseKind: number };

/** Case kinds of a step: any, capitalised; from `firstShape` on an index into the shapes. */
export const anyCase = 0;
export const capitalised = 1;
export const firstShape = 2;

const gapBits = 4;

/** Pack gap and case kind of a step into one number. */
export function packLabel({ gap, caseKind }: Step): number {
  return (caseKind << gapBits) | gap;
}

/** Get the gap of a packed label. */
export function getGap(label: number): number {
  return label & ((1 << gapBits) - 1);
}

/** Get the case kind of a packed label. */
export function getCaseKind(label: number): number {
  return label >> gapBits;
}

type TreeNode = { readonly outputs: Set<number>; readonly edges: Map<string, TreeEdge> };
type TreeEdge = { readonly step: Step; readonly target: TreeNode };

function createNode(): TreeNode {
  return { outputs: new Set(), edges: new Map() };
}

/**
 * Collect phrases, then encode them as a graph in which equal endings are stored once.
 *
 * The code lists nodes, targets before sources and the start last, each as: output set (0 none,
 * else index + 1), number of edges, then by edge word (less the previous edge's), packed label,
 * and how many nodes back its target is.
 */
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

  function encode(): { graph: number[]; outputs: number[][] } {
    const graph: number[] = [];
    const outputs: number[][] = [];
    const outputIds = new Map<string, number>();
    const nodeIds = new Map<string, number>();

    function encodeOutputs(node: TreeNode): number {
      if (node.outputs.size === 0) return 0;
      const sorted = [...node.outputs].sort((left, right) => left - right);
      const key = sorted.join(' ');
      const known = outputIds.get(key) ?? outputs.push(sorted);
      outputIds.set(key, known);
      return known;
    }

    function encodeNode(node: TreeNode): number {
      const edges = [...node.edges.values()]
        .map(({ step, target }) => ({ step, label: packLabel(step), target: encodeNode(target) }))
        .sort((left, right) => left.step.word - right.step.word || left.label - right.label);
      const output = encodeOutputs(node);
      const key = `${output};${edges.map(({ step, label, target }) => `${step.word},${label},${target}`).join(';')}`;
      const known = nodeIds.get(key);
      if (known !== undefined) return known;
      const id = nodeIds.size;
      nodeIds.set(key, id);
      graph.push(output, edges.length);
      let previousWord = 0;
      for (const { step, label, target } of edges) {
        graph.push(step.word - previousWord, label, id - target);
        previousWord = step.word;
      }
      return id;
    }

    encodeNode(start);
    return { graph, outputs };
  }

  return { add, encode };
}
