import { isInDocument } from '@/platform/dom-properties';
import {
  createFlowReader,
  isCutInPieces,
  type FlowOptions,
  type FlowReader,
  type TextFlow,
} from './text-flows';

/** A flow to look for mentions in, or one that stands close to such a flow. */
export type NearFlow = {
  readonly flow: TextFlow;
  /** It does not follow the flow that was read before it. */
  readonly isApart: boolean;
};

/** Reads the flows that given texts are in, and those around them, each once and in document order. */
export type NearFlows = {
  /** Ask for the flows of `texts`, which come after those asked for before. */
  readonly add: (texts: readonly Text[]) => void;
  /** Read the next flow; null when all that was asked for is read. */
  readonly next: () => NearFlow | null;
};

/** So many flows before and after one say something about it; `core/detection` looks no further. */
const reach = 2;

/** Create a reader of some flows in `root`; the page is not looked at before the first is asked for. */
export function createNearFlows(root: Node & ParentNode, options: FlowOptions): NearFlows {
  const wanted = new Set<Text>();
  const read = new WeakSet<Text>();
  let reader: FlowReader | null = null;
  /** Flows to read before the next text is looked for. */
  let left = 0;

  /** Go to the flows of the next text that is wanted and not read; null without any. */
  function seekWanted(): 'continued' | 'apart' | null {
    for (const text of wanted) {
      wanted.delete(text);
      // The finder may have been loaded meanwhile, and the page have thrown the text out.
      if (read.has(text) || !isInDocument(text)) continue;
      reader ??= createFlowReader(root, options);
      const place = reader.seek(text, { flowsBefore: reach, isRead: (node) => read.has(node) });
      if (place === 'unreadable') continue;
      left = 2 * reach + 1;
      return place;
    }
    return null;
  }

  function note({ segments }: TextFlow): void {
    left -= 1;
    for (const { node } of segments) {
      read.add(node);
      if (wanted.delete(node) || isCutInPieces(node)) left = Math.max(left, reach);
    }
  }

  return {
    add(texts) {
      for (const text of texts) wanted.add(text);
    },
    next() {
      for (;;) {
        const place = left > 0 ? 'continued' : seekWanted();
        if (place === null) return null;
        const flow = reader?.next();
        if (flow) {
          note(flow);
          return { flow, isApart: place === 'apart' };
        }
        left = 0;
      }
    },
  };
}
