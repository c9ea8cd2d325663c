import type { Page } from 'puppeteer-core';
import type { Point } from './page-reading';

type PointerActions = {
  readonly type: 'pointer';
  readonly id: string;
  readonly actions: readonly object[];
};
type BidiFrame = {
  readonly browsingContext: { performActions(actions: readonly PointerActions[]): Promise<void> };
};
/** What puppeteer calls its own pointer. */
const pointerId = '__puppeteer_mouse';

/** Move the pointer from one point to another in `durationMs`, at an even speed as hands do. */
export async function glidePointer(
  page: Page,
  {
    from,
    to,
    durationMs,
  }: { readonly from: Point; readonly to: Point; readonly durationMs: number },
): Promise<void> {
  const isFirefox = (await page.browser().version()).startsWith('firefox');
  if (isFirefox) {
    const { browsingContext } = page.mainFrame() as unknown as BidiFrame;
    const actions = [toMove(from, 0), toMove(to, durationMs)];
    await browsingContext.performActions([{ type: 'pointer', id: pointerId, actions }]);
    return;
  }
  const start = performance.now();
  for (;;) {
    const part = Math.min(1, (performance.now() - start) / durationMs);
    await page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
    if (part === 1) return;
  }
}

function toMove({ x, y }: Point, duration: number): object {
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration };
}
