import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { timing } from '@/core/card-opening';
import { grantAccess } from '@/tests/support/browser/access';
import {
  browserNames,
  getExtensionFolder,
  launchBrowser,
  type BrowserName,
} from '@/tests/support/browser/launch';
import { startPageServer } from '@/tests/support/browser/page-server';
import { type Point, waitForMarks } from '@/tests/support/browser/page-reading';
import { createRandom } from './random';
import { quantile } from './statistics';

const manyMarks = 1000;
/** Pages of an ordinary article, on each of which only the first card is opened. */
const freshPages = { count: 12, marks: 16 };
const names = ['Salidarnast', 'FIDH', 'Pavel Sapelka', 'the International Labour Organization'];
const frameMs = 1000 / 60;
const mostTries = 5;

/** When one card was due and when it was there, in milliseconds of the page's clock. */
type Opening = {
  readonly due: number;
  /** The card is in the page, placed and laid out. */
  readonly ready: number;
  /** The frame that shows it is done. */
  readonly painted: number;
};
type Recorder = { lastMove: number; openings: Opening[] };

/** Two marks in each section, the way articles have them: one of text's words in thirty. */
function makePage(markCount: number): string {
  const sections = Array.from({ length: markCount }, (_, index) => {
    const words = 'Workers met and asked for what had been promised to them long before. '.repeat(
      2,
    );
    return `<h3>Part ${index}</h3><p>${words}<b>${names[index % names.length]}</b> answered. ${words}</p>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
    <style>body { font: 16px/1.5 serif; margin: 40px; max-width: 700px }</style>
    <body>${sections.join('')}</body></html>`;
}

/** Runs in the page: note when the host of a card comes, and when the frame after it is done. */
function record(openMs: number): void {
  const recorder: Recorder = { lastMove: 0, openings: [] };
  Object.assign(globalThis, { recorder });
  addEventListener('pointermove', ({ timeStamp }) => (recorder.lastMove = timeStamp), true);
  new MutationObserver((changes) => {
    const isCard = changes.some(({ addedNodes }) => addedNodes.length > 0);
    if (!isCard) return;
    const due = recorder.lastMove + openMs;
    const host = document.documentElement.lastElementChild;
    // What the card's own microtasks left to lay out is part of the time.
    queueMicrotask(() => {
      host?.getBoundingClientRect();
      const ready = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () =>
          recorder.openings.push({ due, ready, painted: performance.now() }),
        );
        port1.start();
        port2.postMessage(null);
      });
    });
  }).observe(document.documentElement, { childList: true });
}

async function measureOpenings(page: Page, count: number): Promise<Opening[]> {
  await page.evaluate(record, timing.settleMs);
  const random = createRandom(1);
  for (let index = 0; index < count; index += 1) {
    const point = await page.evaluate((place) => {
      const marks = document.querySelectorAll('b');
      const mark = marks[Math.floor(place * marks.length)];
      mark?.scrollIntoView({ block: 'center', behavior: 'instant' });
      // A mark may run over two lines.
      const rect = mark?.getClientRects()[0] ?? new DOMRect();
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    }, random.next());
    // Scrolling calls off what the pointer began, and browsers tell of it a frame later.
    await new Promise((resolve) => setTimeout(resolve, 80));
    // A movement that a busy browser tells of too late counts for nothing: come again.
    for (let tries = 0; !(await isOpened(page, { point, wanted: index + 1 })); tries += 1)
      if (tries === mostTries) throw new Error(`opening ${index + 1}: no card comes`);
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 5);
  }
  return page.evaluate(() => (globalThis as unknown as { recorder: Recorder }).recorder.openings);
}

async function isOpened(
  page: Page,
  { point: { x, y }, wanted }: { readonly point: Point; readonly wanted: number },
): Promise<boolean> {
  await page.mouse.move(5, 5);
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
  const opening = page.waitForFunction(
    (count) => (globalThis as unknown as { recorder: Recorder }).recorder.openings.length >= count,
    { timeout: 2000, polling: 20 },
    wanted,
  );
  return opening.then(
    () => true,
    () => false,
  );
}

async function measureIn(name: BrowserName, count: number): Promise<void> {
  const server = await startPageServer(join(import.meta.dirname, '../tests/playground'));
  const launched = await launchBrowser({ name, extensionFolder: getExtensionFolder(name) });
  try {
    await grantAccess(launched);
    const measureOn = async (markCount: number, openings: number): Promise<Opening[]> => {
      const page = await launched.browser.newPage();
      await page.goto(server.add({ path: `/opening-${markCount}`, body: makePage(markCount) }));
      await waitForMarks(page, markCount);
      const measured = await measureOpenings(page, openings);
      await page.close();
      return measured;
    };
    const version = await launched.browser.version();
    report(`${version}, a page with ${manyMarks} marks`, await measureOn(manyMarks, count));
    const firsts: Opening[] = [];
    while (firsts.length < freshPages.count) firsts.push(...(await measureOn(freshPages.marks, 1)));
    report(`${version}, the first card of a page with ${freshPages.marks} marks`, firsts);
  } finally {
    await launched.close();
    await server.close();
  }
}

function report(title: string, openings: readonly Opening[]): void {
  console.log(`${title}, ${openings.length} openings`);
  reportTimes(
    'placed',
    openings.map(({ due, ready }) => ready - due),
  );
  reportTimes(
    'painted',
    openings.map(({ due, painted }) => painted - due),
  );
}

function reportTimes(title: string, times: readonly number[]): void {
  const within = times.filter((time) => time <= frameMs).length;
  console.log(
    `  ${title} after the delay: median ${quantile(times, 0.5).toFixed(1)} ms, ` +
      `p95 ${quantile(times, 0.95).toFixed(1)} ms, longest ${Math.max(...times).toFixed(1)} ms, ` +
      `${within} of ${times.length} within a frame`,
  );
}

const { values } = parseArgs({
  options: { browser: { type: 'string' }, count: { type: 'string', default: '200' } },
});
for (const name of browserNames) {
  if (values.browser === undefined || values.browser === name)
    await measureIn(name, Number(values.count));
}
