/** A position in the viewport, in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };

/** A box in the viewport, in CSS pixels. */
export type Rect = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Corners of a convex polygon, in order around it. */
export type SafeArea = readonly Point[];

/** Positions a pointer may stray outside the area by, in CSS pixels: hands tremble. */
const slackPx = 2;

/**
 * Make the area a pointer may cross on its way from a mark to its card: the convex hull of both.
 * Being convex, it holds every straight way from any point of the mark to any point of the card.
 */
export function createSafeArea(rects: readonly Rect[]): SafeArea {
  const corners = rects.flatMap(toCorners).sort((a, b) => a.x - b.x || a.y - b.y);
  return [...toChain(corners), ...toChain(corners.reverse())];
}

/** Say whether `point` lies in `area` or on its border. */
export function isInSafeArea(point: Point, area: SafeArea): boolean {
  return area.every((corner, index) => {
    const next = area[(index + 1) % area.length] ?? corner;
    return getTurn(corner, next, point) >= 0;
  });
}

/** Measure how far `point` is from `rect`, in CSS pixels; 0 inside it. */
export function getDistance(point: Point, rect: Rect): number {
  const dx = Math.max(rect.left - point.x, 0, point.x - rect.right);
  const dy = Math.max(rect.top - point.y, 0, point.y - rect.bottom);
  return Math.hypot(dx, dy);
}

function toCorners({ left, top, right, bottom }: Rect): Point[] {
  return [
    { x: left - slackPx, y: top - slackPx },
    { x: right + slackPx, y: top - slackPx },
    { x: right + slackPx, y: bottom + slackPx },
    { x: left - slackPx, y: bottom + slackPx },
  ];
}

/** One half of Andrew's monotone chain, without its last point, which opens the other half. */
function toChain(corners: readonly Point[]): Point[] {
  const chain: Point[] = [];
  for (const corner of corners) {
    for (;;) {
      const [before, last] = chain.slice(-2);
      if (!before || !last || getTurn(before, last, corner) > 0) break;
      chain.pop();
    }
    chain.push(corner);
  }
  return chain.slice(0, -1);
}

/** Positive when `c` lies to the left of the way from `a` to `b`. */
function getTurn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}
