import type { Rect } from '@/core/safe-area';

/** List the boxes of a range in the viewport, one for each line it lies on; empty when hidden. */
export function listRects(range: StaticRange): Rect[] {
  const live = toLiveRange(range);
  if (!live) return [];
  return [...live.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

/** Make a range that can be measured; null when the text became shorter since. */
export function toLiveRange(range: StaticRange): Range | null {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  try {
    const live = document.createRange();
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
    return live;
  } catch {
    // The offsets lie outside the text; the observer will drop the mention in a moment.
    return null;
  }
}
