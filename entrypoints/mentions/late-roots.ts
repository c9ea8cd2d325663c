import { findShadowRoot, isInDocument } from '@/platform/dom-properties';

/** Pages define their custom elements when they get to it, but hardly later than this. */
const longestWaitMs = 60_000;
const shortestDelayMs = 100;
const longestDelayMs = 10_000;

/**
 * Watch elements that may come to have a shadow tree until `signal` aborts: no event tells of it.
 * The longer nothing new was seen, the rarer they are looked at.
 */
export function createLateRootWatch({
  onFound,
  signal,
}: {
  readonly onFound: (hosts: readonly Element[]) => void;
  readonly signal: AbortSignal;
}) {
  const seenAt = new Map<Element, number>();
  let newestAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  function schedule(now: number): void {
    if (seenAt.size === 0 || signal.aborted) return;
    const delayMs = Math.min(Math.max(now - newestAt, shortestDelayMs), longestDelayMs);
    timer ??= setTimeout(look, delayMs);
  }

  function look(): void {
    timer = undefined;
    const now = performance.now();
    const hosts: Element[] = [];
    for (const [element, at] of seenAt) {
      const isHost = findShadowRoot(element) !== null;
      if (isHost) hosts.push(element);
      if (isHost || now - at > longestWaitMs || !isInDocument(element)) seenAt.delete(element);
    }
    if (hosts.length > 0) onFound(hosts);
    schedule(now);
  }

  return {
    /** Look at `element` again until it has a shadow tree. */
    wait(element: Element): void {
      if (seenAt.has(element)) return;
      newestAt = performance.now();
      seenAt.set(element, newestAt);
      schedule(newestAt);
    },
  };
}
