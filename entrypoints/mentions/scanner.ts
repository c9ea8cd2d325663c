import type { PageTraits } from '@/core/detection/mention-finder';
import { isElement, isInDocument } from '@/platform/dom-properties';
import type { PackDetection } from './detections';
import { isAtTop } from './first-frame';
import { createHeadingReader } from './heading-reader';
import type { MentionMap } from './mention-map';
import { createRegionReader, type Region } from './region-reader';
import { createShadowRootSearch } from './shadow-roots';
import { runInSlices, type Budget } from './slices';

type Means = {
  readonly budget: Budget;
  /** Gives the heading above a node. */
  readonly getHeading: (node: Node) => string;
};

/** Reads regions of the page one after the other and puts what it finds into `mentions`. */
export function createScanner({
  detection,
  page,
  mentions,
  marksCode,
  signal,
  onShadowRoot,
  onCustomElement,
  onProgress,
}: {
  readonly detection: PackDetection;
  readonly page: PageTraits;
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
  const reader = createRegionReader({ detection, page, mentions, marksCode, onProgress });
  const knownRoots = new WeakSet<ShadowRoot>();

  /** Read a region; where the page takes away what is being read, that may fail, and is begun anew once. */
  async function readUntilDone(region: Region, means: Means): Promise<readonly ShadowRoot[]> {
    try {
      return await read(region, means);
    } catch {
      return read(region, means);
    }
  }

  /** Read a region and list the open shadow trees in it. */
  async function read(
    region: Region,
    { budget, getHeading }: Means,
  ): Promise<readonly ShadowRoot[]> {
    const { root, only, until } = region;
    const found: ShadowRoot[] = [];
    if (!isInDocument(root)) return found;
    await runInSlices(reader.createWork(region, getHeading), { budget, signal });
    if (only || until) return found;
    await runInSlices(
      createShadowRootSearch(root, { onFound: (inner) => found.push(inner), onCustomElement }),
      { budget, signal },
    );
    return found;
  }

  /** Read `regions` in order, then the open shadow trees in them. */
  async function scan(regions: readonly Region[], budget: Budget): Promise<void> {
    // All of it is the reader's to write in; whoever asks for the marks finds them gone.
    if (document.designMode === 'on') return;
    const queue = [...regions];
    const getHeading = createHeadingReader({ marksCode });
    reader.forgetDetached();
    for (let region = queue.shift(); region && !signal.aborted; region = queue.shift()) {
      await whenVisible(signal);
      for (const inner of await readUntilDone(region, { budget, getHeading })) {
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
  const first =
    !isAtTop() && scrollY > innerHeight ? document.elementFromPoint(innerWidth / 2, 1) : null;
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
