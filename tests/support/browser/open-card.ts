import type { Frame, Page } from 'puppeteer-core';
import { evaluateInClosedRoot } from './closed-root';
import type { Point } from './page-reading';

export type OpenCard = {
  readonly title: string;
  readonly text: string;
  /** The first quote on show; null when none is. */
  readonly quote: string | null;
  /** Accessible names of buttons and links, in order. */
  readonly controls: readonly string[];
  /** Where it stands in the viewport, in CSS pixels. */
  readonly rect: { x: number; y: number; width: number; height: number };
};

/** Read the card that is open on the page; null when none is. */
export async function readCard(page: Page | Frame): Promise<OpenCard | null> {
  return evaluateInClosedRoot(
    page,
    (root) => {
      const dialog = root.querySelector('[role="dialog"]');
      if (!(dialog instanceof HTMLElement) || dialog.getClientRects().length === 0) return null;
      const { x, y, width, height } = dialog.getBoundingClientRect();
      return {
        title: dialog.querySelector('h1, h2, h3')?.textContent.trim() ?? '',
        text: dialog.innerText,
        quote: dialog.querySelector('blockquote')?.textContent.trim() ?? null,
        controls: [...dialog.querySelectorAll('button, a, summary')].map(
          (element) => element.getAttribute('aria-label') ?? element.textContent.trim(),
        ),
        rect: { x, y, width, height },
      };
    },
    null,
  );
}

/** Wait for a card to open; throws after `timeoutMs`. */
export async function waitForCard(page: Page | Frame, timeoutMs = 3000): Promise<OpenCard> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const card = await readCard(page);
    if (card !== null) return card;
    if (Date.now() > end) throw new Error(`no card opened within ${timeoutMs} ms`);
  }
}

/** Wait until no card is open; throws after `timeoutMs`. */
export async function waitForNoCard(page: Page | Frame, timeoutMs = 3000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while ((await readCard(page)) !== null) {
    if (Date.now() > end) throw new Error(`the card is still open after ${timeoutMs} ms`);
  }
}

/** Locate the middle of a button or link of the open card by its accessible name; throws when there is none. */
export async function locateControl(page: Page | Frame, name: string): Promise<Point> {
  const point = await evaluateInClosedRoot(
    page,
    (root, wanted) => {
      const control = [...root.querySelectorAll('button, a, summary, [role="menuitem"]')].find(
        (element) =>
          (element.getAttribute('aria-label') ?? element.textContent).trim().startsWith(wanted),
      );
      if (control === undefined) return null;
      control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const rect = control.getBoundingClientRect();
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    },
    name,
  );
  if (point === null) throw new Error(`the card has no control “${name}”`);
  return point;
}

/** Click a button or link of the open card with the real pointer. */
export async function clickControl(page: Page, name: string): Promise<void> {
  const { x, y } = await locateControl(page, name);
  await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.click(x, y);
}
