import type { Frame, Page } from 'puppeteer-core';
import { getIsolatedRealm } from './isolated-realm';
import { patienceMs } from './patience';

/** A place in the viewport, in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };

/** One that may have been scrolled to just now. */
export type ScrolledPoint = Point & { readonly hasScrolled: boolean };

/** Browsers tell of scrolling a frame later, and it cancels what the pointer has begun meanwhile. */
export const scrollingMs = 150;

/**
 * List the texts of everything highlighted on the page, in registry order. The registry is shared
 * with the page, so a test sees what any page can see.
 */
export async function listMarks(page: Page | Frame): Promise<string[]> {
  return getIsolatedRealm(page).evaluate(() => {
    const texts: string[] = [];
    CSS.highlights.forEach((highlight) => {
      highlight.forEach((mark) => {
        const range = document.createRange();
        range.setStart(mark.startContainer, mark.startOffset);
        range.setEnd(mark.endContainer, mark.endOffset);
        texts.push(range.toString());
      });
    });
    return texts;
  });
}

/** Wait until at least `count` mentions are marked and no more come for a quarter of a second. */
export async function waitForMarks(page: Page | Frame, count = 1): Promise<string[]> {
  await getIsolatedRealm(page).waitForFunction(
    (wanted) => {
      let sum = 0;
      CSS.highlights.forEach((highlight) => (sum += highlight.size));
      return sum >= wanted;
    },
    { timeout: patienceMs, polling: 50 },
    count,
  );
  let marks = await listMarks(page);
  for (;;) {
    await sleep(250);
    const later = await listMarks(page);
    if (later.length === marks.length) return later;
    marks = later;
  }
}

/**
 * Scroll to the `index`th place where the page says `text` (a single text node must hold it) and
 * give the middle of it; throws when the page does not say it.
 */
export async function locateText(
  page: Page | Frame,
  text: string,
  index = 0,
): Promise<ScrolledPoint> {
  const point = await getIsolatedRealm(page).evaluate(
    (wanted, nth) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let left = nth;
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const content = node.nodeValue ?? '';
        for (
          let start = content.indexOf(wanted);
          start >= 0;
          start = content.indexOf(wanted, start + 1)
        ) {
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, start + wanted.length);
          if (range.getClientRects().length === 0) continue;
          if (left > 0) {
            left -= 1;
            continue;
          }
          const before = range.getBoundingClientRect();
          node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const after = range.getBoundingClientRect();
          const hasScrolled = after.x !== before.x || after.y !== before.y;
          const rect = range.getClientRects()[0];
          return rect === undefined
            ? null
            : { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, hasScrolled };
        }
      }
      return null;
    },
    text,
    index,
  );
  if (point === null) throw new Error(`the page does not say “${text}” ${index + 1} times`);
  return point;
}

/** Rest the pointer on the `index`th place where the page says `text`, coming from a little off. */
export async function hoverText(page: Page, text: string, index = 0): Promise<Point> {
  const point = await locateText(page, text, index);
  if (point.hasScrolled) await sleep(scrollingMs);
  await page.mouse.move(point.x - 40, point.y + 30);
  await page.mouse.move(point.x, point.y, { steps: 4 });
  return point;
}

/** Give the whole document as the page holds it; equal texts mean an untouched page. */
export async function serialiseDocument(page: Page): Promise<string> {
  return getIsolatedRealm(page).evaluate(() => new XMLSerializer().serializeToString(document));
}

/** Collect what the page's console reports as errors, and uncaught exceptions, from now on. */
export function collectErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => {
    errors.push(error instanceof Error ? error.message : String(error));
  });
  return errors;
}

/** Wait `milliseconds` of real time. */
export async function sleep(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
