import type { Point, Rect } from '@/core/safe-area';
import {
  findHost,
  findShadowRoot,
  getLocalName,
  getParent,
  isElement,
} from '@/platform/dom-properties';
import { listRects } from '@/platform/range-rects';
import type { Marker } from './marker';
import type { PlacedMention } from './mention-map';

/** So many boxes are measured at most where the letter under the pointer cannot be told. */
const mostMeasured = 8;
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
  const parents = listParents(target);
  const candidates = parents.flatMap((parent) => marker.findIn(parent));
  // To ask for the letter under the pointer takes as long as to measure one mark.
  const near = candidates.length > 1 ? filterByCaret(candidates, parents, point) : candidates;
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

/** List the marks in `parents` that may be at a point: those that the letter there belongs to. */
function filterByCaret(
  candidates: readonly PlacedMention[],
  parents: readonly Node[],
  { x, y }: Point,
): readonly PlacedMention[] {
  const root = candidates[0]?.range.startContainer.getRootNode();
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  const parent = caret ? getParent(caret.offsetNode) : null;
  // Where text cannot be selected, browsers may name a place elsewhere.
  if (!caret || !parent || !parents.includes(parent)) return candidates.slice(0, mostMeasured);
  const { offsetNode, offset } = caret;
  return candidates.filter(({ places }) =>
    places.some(({ node, from, to }) => node === offsetNode && offset >= from && offset <= to),
  );
}

function isInRect({ x, y }: Point, { left, top, right, bottom }: Rect): boolean {
  return x >= left - slackPx && x <= right + slackPx && y >= top - slackPx && y <= bottom + slackPx;
}
