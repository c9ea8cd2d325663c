import type { BlockMentions, MentionedPage } from '@/core/detection/mention-finder';
import { isElement, isInDocument } from '@/platform/dom-properties';
import type { MentionMap } from './mention-map';
import { createShadowRootSearch } from './shadow-roots';
import { runInSlices, type Budget } from './slices';
import { createFlowReader, type FlowOptions, type TextFlow } from './text-flows';

/** A part of the page to read; see `FlowOptions` for its limits. */
export type Region = Omit<FlowOptions, 'marksCode' | 'isOverfull'> & {
  readonly root: Node & ParentNode;
};

/** Text matched in one go, in UTF-16 code units, and at most so many flows; well below a millisecond. */
const batchLength = 4000;
const batchFlows = 64;

/** Reads regions of the page one after the other and puts what it finds into `mentions`. */
export function createScanner({
  session,
  mentions,
  marksCode,
  signal,
  onShadowRoot,
  onCustomElement,
  onProgress,
}: {
  readonly session: MentionedPage;
  readonly mentions: MentionMap;
  readonly marksCode: boolean;
  readonly signal: AbortSignal;
  /** Called when a shadow root is first seen. */
  readonly onShadowRoot: (root: ShadowRoot) => void;
  /** Called for custom elements that have no open shadow root so far. */
  readonly onCustomElement: (element: Element) => void;
  /** Called after each batch that changed `mentions`. */
  readonly onProgress: () => void;
}) {
  /** Flows that have, or may come to have, mentions, by the number the session gave them. */
  const flows = new Map<number, TextFlow>();
  const indexesByContainer = new Map<Node, number[]>();
  const knownRoots = new WeakSet<ShadowRoot>();
  let nextIndex = 0;

  function createRegionWork(region: Region): () => boolean {
    const { isOverfull } = mentions;
    const reader = createFlowReader(region.root, { ...region, marksCode, isOverfull });
    const entered = new Set<Node>();
    // Its text may be gone, or be none that is read any more.
    if (region.only) enter(region.only, entered);
    return () => {
      if (isOverfull(region.root)) return false;
      const batch: TextFlow[] = [];
      let length = 0;
      let flow: TextFlow | null = null;
      while (length < batchLength && batch.length < batchFlows) {
        flow = reader.next();
        if (!flow) break;
        length += flow.text.length;
        batch.push(flow);
        enter(flow.container, entered);
      }
      match(batch);
      return flow !== null;
    };
  }

  /** What an older reading found in a block is void. */
  function enter(container: Node, entered: Set<Node>): void {
    if (entered.has(container)) return;
    entered.add(container);
    mentions.dropContainer(container);
    forget([container]);
  }

  function forget(containers: readonly Node[]): void {
    const indexes = containers.flatMap((container) => indexesByContainer.get(container) ?? []);
    if (indexes.length === 0) return;
    for (const container of containers) indexesByContainer.delete(container);
    for (const index of indexes) flows.delete(index);
    settle(session.removeBlocks(indexes));
  }

  function match(batch: readonly TextFlow[]): void {
    if (batch.length === 0) return;
    const firstIndex = nextIndex;
    nextIndex += batch.length;
    for (const [offset, flow] of batch.entries()) flows.set(firstIndex + offset, flow);
    const results = session.addBlocks(batch);
    for (const [offset, { container }] of batch.entries()) {
      const index = firstIndex + offset;
      const indexes = indexesByContainer.get(container);
      if (!session.hasCandidates(index)) flows.delete(index);
      else if (indexes) indexes.push(index);
      else indexesByContainer.set(container, [index]);
    }
    settle(results);
  }

  function settle(results: readonly BlockMentions[]): void {
    for (const { blockIndex, mentions: found } of results) {
      const flow = flows.get(blockIndex);
      if (flow) mentions.setFlow(flow, found);
    }
    if (results.length > 0) onProgress();
  }

  /** Read `regions` in order, then the open shadow trees in them. */
  async function scan(regions: readonly Region[], budget: Budget): Promise<void> {
    // The whole document is the reader's to write in; no event tells when it became so.
    if (document.designMode === 'on') {
      mentions.clear();
      return;
    }
    const queue = [...regions];
    forget([...indexesByContainer.keys()].filter((container) => !isInDocument(container)));
    for (let region = queue.shift(); region && !signal.aborted; region = queue.shift()) {
      await whenVisible(signal);
      const { root } = region;
      if (!isInDocument(root)) continue;
      await runInSlices(createRegionWork(region), { budget, signal });
      if (region.only || region.until) continue;
      const found: ShadowRoot[] = [];
      await runInSlices(
        createShadowRootSearch(root, { onFound: (inner) => found.push(inner), onCustomElement }),
        { budget, signal },
      );
      for (const inner of found) {
        if (!knownRoots.has(inner)) onShadowRoot(inner);
        knownRoots.add(inner);
        // Read again when known: its host may have been away from the document.
        queue.push({ root: inner });
      }
    }
  }

  return { scan };
}

/** Split the document so that what is in view is read first; one region when the top is in view. */
export function listDocumentRegions(): Region[] {
  const first = scrollY > innerHeight ? document.elementFromPoint(innerWidth / 2, 1) : null;
  if (!isElement(first) || first === document.documentElement || first === document.body)
    return [{ root: document }];
  return [
    { root: document, from: first },
    { root: document, until: first },
  ];
}

/**
 * Frames are drawn for visible pages only; Firefox does not always tell by `visibilitychange` that
 * a page it loaded in the background came to the front.
 */
async function whenVisible(signal: AbortSignal): Promise<void> {
  while (document.hidden && !signal.aborted) await new Promise(requestAnimationFrame);
}
