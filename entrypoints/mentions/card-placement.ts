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
import type { Point, Rect } from '@/core/safe-area';
import { findParentElement } from './dom-properties';
import { listRects } from './hit-test';
import type { PlacedMention } from './mention-map';

/** Space between the card and its mark, and between the card and the edges, in CSS pixels. */
const gapPx = 8;
/** The card takes this share of the height of the viewport at most. */
const maxHeightShare = 0.6;

/** Where the card and the lines of its mark are, in the viewport. */
export type CardGeometry = { readonly card: Rect; readonly marks: readonly Rect[] };

/**
 * Keep `frame` beside `mention` while the page scrolls and changes, until `signal` aborts.
 * `point` picks the line when the mention runs over several.
 */
export function keepCardPlaced({
  frame,
  mention,
  point,
  onPlaced,
  onOutOfView,
  signal,
}: {
  readonly frame: HTMLElement;
  readonly mention: PlacedMention;
  readonly point: Point | null;
  readonly onPlaced: (geometry: CardGeometry) => void;
  readonly onOutOfView: () => void;
  readonly signal: AbortSignal;
}): void {
  const reference = createReference(mention);
  // Scrolling moves the line away from where the pointer was when the card opened.
  let picked = point ?? undefined;

  async function place(): Promise<void> {
    const { x, y, middlewareData } = await computePosition(reference, frame, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        inline(picked),
        offset(gapPx),
        flip({ padding: gapPx, ...viewport, fallbackAxisSideDirection: 'start' }),
        shift({ padding: gapPx, ...viewport }),
        size({
          padding: gapPx,
          ...viewport,
          apply({ availableHeight }) {
            const limit = Math.min(availableHeight, innerHeight * maxHeightShare);
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
    onPlaced({ card: frame.getBoundingClientRect(), marks: listRects(mention) });
  }

  const stop = autoUpdate(reference, frame, () => void place(), { layoutShift: false });
  signal.addEventListener('abort', stop);
}

/** The card is in the top layer, so that only the viewport can clip it. */
const viewport: { boundary: Element[]; rootBoundary: 'viewport' } = {
  boundary: [],
  rootBoundary: 'viewport',
};

function createReference(mention: PlacedMention): VirtualElement {
  const { startContainer, startOffset, endContainer, endOffset } = mention.range;
  const getRange = (): Range => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range;
  };
  const contextElement = findParentElement(startContainer);
  return {
    getBoundingClientRect: () => getRange().getBoundingClientRect(),
    getClientRects: () => getRange().getClientRects(),
    ...(contextElement && { contextElement }),
  };
}
