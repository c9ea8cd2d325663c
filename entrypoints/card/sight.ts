import type { TopLayer } from './top-layer';

/** Knows whether what a frame shows is what the reader sees, and for how long. */
export type Sight = {
  /** Say whether a press at `at` (of `performance.now()`) was on what had long been seen there. */
  readonly judge: (at: number) => 'seen' | 'fresh' | 'unseen';
  /** Watch the frame, which appears now, until `signal` aborts. */
  readonly start: (signal: AbortSignal) => void;
};

/** Nobody presses on purpose what has moved or come to light less long ago, in milliseconds. */
const restMs = 300;
const lookMs = 100;

/** What Chromium offers beyond the types, and Firefox does not. */
type VisibilityOptions = IntersectionObserverInit & { trackVisibility: true; delay: number };
type VisibilityEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/** Create the sight of a frame in the host of `topLayer`. */
export function createSight(frame: Element, topLayer: TopLayer): Sight {
  let shownAt = -Infinity;
  let disturbedAt = -Infinity;
  let isHidden = false;
  let place = frame.getBoundingClientRect();

  function look(): void {
    const now = performance.now();
    const last = place;
    place = frame.getBoundingClientRect();
    // Where it is to stand is found while it appears.
    const isMoved = now - shownAt > restMs && hasMoved(last, place);
    if (topLayer.isCovered()) {
      topLayer.raise();
      disturbedAt = now;
    } else if (isHidden || isMoved) {
      disturbedAt = now;
    }
  }

  /** Chromium tells, a tenth of a second late, whether anything covers, fades or distorts it. */
  function observe(entries: readonly VisibilityEntry[]): void {
    const entry = entries.at(-1);
    const wasHidden = isHidden;
    isHidden = entry?.isIntersecting === true && entry.isVisible === false;
    if (isHidden) topLayer.raise();
    if (isHidden || wasHidden) disturbedAt = performance.now();
  }

  return {
    judge(at) {
      look();
      if (at - disturbedAt < restMs) return 'unseen';
      return at - shownAt < restMs ? 'fresh' : 'seen';
    },
    start(signal) {
      shownAt = performance.now();
      isHidden = false;
      const options: VisibilityOptions = { trackVisibility: true, delay: lookMs };
      const observer = new IntersectionObserver(observe, options);
      observer.observe(frame);
      // Whatever the page does to move it, its new place is written there.
      const moves = new MutationObserver(look);
      moves.observe(frame, { attributeFilter: ['style'] });
      const timer = setInterval(look, lookMs);
      signal.addEventListener('abort', () => {
        observer.disconnect();
        moves.disconnect();
        clearInterval(timer);
      });
    },
  };
}

/** Say whether a box has moved; one that has grown at one end has not. */
function hasMoved(before: DOMRect, after: DOMRect): boolean {
  const isShown = before.height > 0 && after.height > 0;
  const isElsewhere =
    before.left !== after.left || (before.top !== after.top && before.bottom !== after.bottom);
  return isShown && isElsewhere;
}
