import type { Point, Rect } from '@/core/safe-area';
import { findHost, findShadowRoot, getLocalName, isElement } from '@/platform/dom-properties';
import { listRects } from '@/platform/range-rects';
import type { Marker } from './marker';
import type { PlacedMention } from './mention-map';

/** With more marks than this in one element, asking for the letter under the pointer is cheaper. */
const fewMarks = 8;
/** Marks are hit a little outside their letters, in CSS pixels. */
const slackPx = 1;

/**
 * Find the marked mention at `point`. `target` is the innermost element there (the first of an
 * event's composed path), whose own text, and text that stands for its own, is all that can be
 * under the pointer.
 */
export function findMarkAt(
  marker: Marker,
  target: EventTarget | null,
  point: Point,
): PlacedMention | null {
  if (marker.size === 0 || !(target instanceof Node)) return null;
  const candidates = listParents(target).flatMap((parent) => marker.findIn(parent));
  if (candidates.length === 0) return null;
  const near = candidates.length > fewMarks ? filterByCaret(candidates, point) : candidates;
  return (
    near.find((mention) => listRects(mention.range).some((rect) => isInRect(point, rect))) ?? null
  );
}

/** The nodes whose text lies in `node`: a shadow root's in its host, a host's in its slots. */
function listParents(node: Node): readonly Node[] {
  if (!isElement(node)) return [node];
  const slotHost = getLocalName(node) === 'slot' ? findHost(node.getRootNode()) : null;
  return [node, findShadowRoot(node), slotHost].filter((parent) => parent !== null);
}

function filterByCaret(candidates: readonly PlacedMention[], { x, y }: Point): PlacedMention[] {
  const root = candidates[0]?.range.startContainer.getRootNode();
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  return candidates.filter(({ places, range }) => {
    const node = caret?.offsetNode;
    const offset = caret?.offset ?? 0;
    if (!node || !places.some((place) => place.node === node)) return false;
    const isAfterStart = node !== range.startContainer || offset >= range.startOffset;
    return isAfterStart && (node !== range.endContainer || offset <= range.endOffset);
  });
}

function isInRect({ x, y }: Point, { left, top, right, bottom }: Rect): boolean {
  return x >= left - slackPx && x <= right + slackPx && y >= top - slackPx && y <= bottom + slackPx;
}
