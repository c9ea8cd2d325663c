/** How long work may keep the page waiting, in milliseconds. */
export type Budget = { readonly sliceMs: number; readonly pauseMs: number };

/** For reading a page the first time: short enough not to be felt, no longer pauses than needed. */
export const readingBudget: Budget = { sliceMs: 6, pauseMs: 0 };
/** For following a page that changes: at most a slice in each frame. */
export const followingBudget: Budget = { sliceMs: 2, pauseMs: 16 };

type Scheduler = {
  readonly postTask?: (
    task: () => void,
    options: { priority: 'user-visible'; delay: number },
  ) => Promise<void>;
};

/** Does a little, well below a millisecond; false when all is done. */
export type Work = () => boolean | Promise<boolean>;

/** Call `work` until it returns false, giving the page its turn whenever the budget is spent. */
export async function runInSlices(
  work: Work,
  { budget, signal }: { readonly budget: Budget; readonly signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    const end = performance.now() + budget.sliceMs;
    do {
      const answer = work();
      const isMore = typeof answer === 'boolean' ? answer : await answer;
      if (!isMore) return;
    } while (performance.now() < end);
    await pause(budget.pauseMs);
  }
}

/** Resolve after the page had its turn, and after `delayMs` at least. */
async function pause(delayMs: number): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  if (typeof scheduler?.postTask === 'function') {
    await scheduler.postTask(() => {}, { priority: 'user-visible', delay: delayMs });
    return;
  }
  await new Promise<void>((resolve) => {
    if (delayMs > 0) {
      setTimeout(resolve, delayMs);
      return;
    }
    // A message takes its turn at once; nested timers wait for 4 ms.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
