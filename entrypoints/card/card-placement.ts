import {
  autoUpdate,
  computePosition,
  flip,
  hide,
  inline,
  offset,
  platform,
  shift,
  size,
  type VirtualElement,
} from '@floating-ui/dom';
import type { Point } from '@/core/safe-area';
import type { CardEvents } from '@/platform/card-surface';
import { findParentElement, isInMisleadingForm } from '@/platform/dom-properties';
import { listRects, toLiveRange } from '@/platform/range-rects';

/** Space between the card and its mark, and between the card and the edges, in CSS pixels. */
const gapPx = 8;
/** The card takes this share of the height of the viewport at most. */
const maxHeightShare = 0.6;
/** Zoomed far in, that share would leave no room between title and buttons: take this, if there is. */
const comfortableHeight = 320;

/**
 * Keep `frame` beside the text of `range` while the page scrolls and changes, until `signal` aborts.
 * `point` picks the line when the mention runs over several.
 */
export function keepCardPlaced({
  frame,
  range,
  point,
  onPlaced,
  onOutOfView,
  signal,
}: {
  readonly frame: HTMLElement;
  readonly range: StaticRange;
  readonly point: Point | null;
  readonly onPlaced: CardEvents['onPlaced'];
  readonly onOutOfView: () => void;
  readonly signal: AbortSignal;
}): void {
  const reference = createReference(range);
  // Scrolling moves the line away from where the pointer was when the card opened.
  let picked = point ?? undefined;

  async function place(): Promise<void> {
    const { x, y, middlewareData } = await computePosition(reference, frame, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        inline(picked),
        offset(gapPx),
        // Above or below, wherever there is more room: beside the mark it would hide the line read.
        flip({
          padding: gapPx,
          ...viewport,
          fallbackPlacements: ['top-start'],
          fallbackStrategy: 'bestFit',
        }),
        shift({ padding: gapPx, ...viewport }),
        size({
          padding: gapPx,
          ...viewport,
          apply({ availableHeight }) {
            const wanted = Math.max(innerHeight * maxHeightShare, comfortableHeight);
            const limit = Math.min(availableHeight, wanted);
            frame.style.maxHeight = `${Math.max(limit, 120)}px`;
          },
        }),
        hide(),
      ],
      platform: { ...platform, getOffsetParent: () => window },
    });
    if (signal.aborted) return;
    picked = undefined;
    if (middlewareData.hide?.referenceHidden) {
      onOutOfView();
      return;
    }
    frame.style.left = `${Math.round(x)}px`;
    frame.style.top = `${Math.round(y)}px`;
    onPlaced({ card: frame.getBoundingClientRect(), marks: listRects(range) });
  }

  const stop = autoUpdate(reference, frame, () => void place(), { layoutShift: false });
  signal.addEventListener('abort', stop);
}

/** The card is in the top layer, so that only the viewport can clip it. */
const viewport: { boundary: Element[]; rootBoundary: 'viewport' } = {
  boundary: [],
  rootBoundary: 'viewport',
};

function createReference(range: StaticRange): VirtualElement {
  // Without it the card follows the viewport only, not the boxes that scroll inside the page.
  const contextElement = isInMisleadingForm(range.startContainer)
    ? null
    : findParentElement(range.startContainer);
  return {
    getBoundingClientRect: () => toLiveRange(range)?.getBoundingClientRect() ?? new DOMRect(),
    getClientRects: () => toLiveRange(range)?.getClientRects() ?? [],
    ...(contextElement && { contextElement }),
  };
}
