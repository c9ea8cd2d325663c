import type { BlockMentions, MentionedPage, PageTraits } from '@/core/detection/mention-finder';
import { isInDocument, isInside } from '@/platform/dom-properties';
import type { PackDetection } from './detections';
import type { MentionMap } from './mention-map';
import { createNearFlows } from './near-flows';
import type { Work } from './slices';
import type { FlowOptions, TextFlow } from './text-flows';
import { createTextSweep } from './text-sweep';

/** A part of the page to read; see `FlowOptions` for its limits. */
export type Region = Omit<FlowOptions, 'marksCode' | 'isOverfull'> & {
  readonly root: Node & ParentNode;
};

/** Text matched in one go, in UTF-16 code units, and at most so many flows; well below a millisecond. */
const batchLength = 4000;
const batchFlows = 64;

/** Reads regions of the page, and puts what it finds into `mentions`. */
export function createRegionReader({
  detection,
  page,
  mentions,
  marksCode,
  onProgress,
}: {
  readonly detection: Pick<PackDetection, 'findStarts' | 'loadFinder'>;
  readonly page: PageTraits;
  readonly mentions: MentionMap;
  readonly marksCode: boolean;
  /** Called after each batch that changed `mentions`. */
  readonly onProgress: () => void;
}) {
  const { findStarts, loadFinder } = detection;
  const { isOverfull } = mentions;
  /** Null until there is something to find. */
  let session: MentionedPage | null = null;
  /** Flows that have, or may come to have, mentions, by the number the session gave them. */
  const flows = new Map<number, TextFlow>();
  const indexesByContainer = new Map<Node, number[]>();
  let nextIndex = 0;

  function createWork(region: Region, getHeading: (node: Node) => string): Work {
    const options = { ...region, marksCode, isOverfull };
    forget(listKnown(region));
    const sweep = createTextSweep(region.root, { ...options, findStarts });
    const nearFlows = createNearFlows(region.root, options);

    /** Read flows until there is something to match; false when nothing was left to read. */
    function readBatch(): boolean {
      const batch: TextFlow[] = [];
      let length = 0;
      while (length < batchLength && batch.length < batchFlows) {
        const near = nearFlows.next();
        if (!near) break;
        const { flow, isApart } = near;
        if (isApart) {
          match(batch.splice(0));
          const place = flow.segments[0]?.node ?? flow.container;
          nextIndex = session?.leap(() => getHeading(place)) ?? nextIndex;
        }
        length += flow.text.length;
        batch.push(flow);
      }
      match(batch);
      return length > 0;
    }

    return () => {
      if (isOverfull(region.root)) return false;
      if (readBatch()) return true;
      const texts = sweep.next();
      if (texts === null) return false;
      nearFlows.add(texts);
      return texts.length === 0 || session !== null || openSession();
    };
  }

  /** Load what finds mentions; gives whether there is any use in reading on. */
  async function openSession(): Promise<boolean> {
    const finder = await loadFinder();
    session ??= finder?.openPage(page) ?? null;
    return session !== null;
  }

  /** What an older reading found where `region` is read again is void. */
  function listKnown({ root, only, except, from, until }: Region): Node[] {
    if (only) return [only];
    // Regions with ends are parts of a document that was not read before.
    if (from ?? until) return [];
    return [...indexesByContainer.keys()].filter(
      (container) => container !== except && isInside(container, root),
    );
  }

  function forget(containers: readonly Node[]): void {
    const indexes = containers.flatMap((container) => indexesByContainer.get(container) ?? []);
    if (indexes.length === 0) return;
    for (const container of containers) {
      mentions.dropContainer(container);
      indexesByContainer.delete(container);
    }
    for (const index of indexes) flows.delete(index);
    if (session) settle(session.removeBlocks(indexes));
  }

  function match(batch: readonly TextFlow[]): void {
    if (batch.length === 0 || !session) return;
    const results = session.addBlocks(batch);
    for (const flow of batch) {
      const index = nextIndex;
      nextIndex += 1;
      if (!session.hasCandidates(index)) continue;
      flows.set(index, flow);
      const indexes = indexesByContainer.get(flow.container);
      if (indexes) indexes.push(index);
      else indexesByContainer.set(flow.container, [index]);
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

  return {
    /**
     * Begin to read `region`; every call of the result reads a little more, under a millisecond's
     * worth, and returns false when all is read. `getHeading` gives the heading above a node.
     */
    createWork,
    /** Forget what has left the document. */
    forgetDetached(): void {
      forget([...indexesByContainer.keys()].filter((container) => !isInDocument(container)));
    },
  };
}
