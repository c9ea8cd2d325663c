import type { Page } from 'puppeteer-core';
import { grantAccess } from '@/tests/support/browser/access';
import {
  type ExtensionBrowser,
  getExtensionFolder,
  launchBrowser,
  openExtensionPage,
} from '@/tests/support/browser/launch';
import { type PageServer, startPageServer } from '@/tests/support/browser/page-server';
import type { BenchPage } from './generated-pages';
import { readTrace, traceCategories, type Trace } from './trace';

/** What one page took to show, with the extension at work in it or without. */
export type Visit = {
  readonly page: string;
  /** From DOMContentLoaded to the first frame with marks; null when it has none. */
  readonly firstMarksMs: number | null;
  /** From DOMContentLoaded to the first paint of the page's content; null when it has none. */
  readonly firstPaintMs: number | null;
  readonly markCount: number;
  readonly lcpMs: number;
  /** JavaScript heap of the whole page after garbage was collected, in MB of 10⁶ bytes. */
  readonly heapMB: number;
  readonly trace: Trace;
};

/** A browser in which pages are visited, each on a site, and so in a process, of its own. */
export type Visitor = {
  /** Load a page and leave it open; `url` is what its trace goes by. */
  readonly open: (page: BenchPage) => Promise<{ readonly tab: Page; readonly url: string }>;
  readonly visit: (page: BenchPage) => Promise<Visit>;
  readonly openOptions: () => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** Long enough for the page script to be done with any page and for the page to be painted. */
const settlingMs = 700;
const longestMarkingMs = 5000;

/**
 * Saved pages load nothing and run no scripts of their own: whatever script then runs in them is
 * the extension's.
 */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Start Chromium, with the built extension allowed everywhere or without any. */
export async function startVisitor({
  hasExtension,
}: {
  readonly hasExtension: boolean;
}): Promise<Visitor> {
  const server = await startPageServer(import.meta.dirname);
  const launched = await launchBrowser({
    name: 'chromium',
    extensionFolder: hasExtension ? getExtensionFolder('chromium') : null,
  });
  if (hasExtension) await grantAccess(launched);
  return createVisitor(launched, server);
}

function createVisitor(launched: ExtensionBrowser, server: PageServer): Visitor {
  const { browser } = launched;
  let siteCount = 0;

  async function openTab({ html }: BenchPage) {
    siteCount += 1;
    const path = `/page${siteCount}.html`;
    server.add({ path, body: html, headers: { 'content-security-policy': contentPolicy } });
    const { port } = new URL(server.origin);
    const tab = await browser.newPage();
    return { tab, url: `http://site${siteCount}.test:${port}${path}` };
  }

  return {
    async open(page) {
      const { tab, url } = await openTab(page);
      await tab.goto(url, { timeout: 60_000 });
      await tab.bringToFront();
      return { tab, url };
    },
    async visit(page) {
      const { tab, url } = await openTab(page);
      // Tabs in the background are neither painted nor read.
      await tab.bringToFront();
      await tab.evaluateOnNewDocument(observePage);
      await tab.tracing.start({ categories: traceCategories });
      await tab.goto(url, { timeout: 60_000 });
      await sleep(settlingMs);
      const buffer = await tab.tracing.stop();
      const observed = await tab.evaluate(() => (globalThis as unknown as PageNotes).benchNotes);
      const heapMB = await measureHeap(tab);
      await tab.close();
      return { page: page.name, ...observed, heapMB, trace: readTrace(buffer, url) };
    },
    openOptions: () => openExtensionPage(launched, 'options.html'),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

type Observed = Pick<Visit, 'firstMarksMs' | 'firstPaintMs' | 'markCount' | 'lcpMs'>;
type Writable<Notes> = { -readonly [Name in keyof Notes]: Notes[Name] };
type PageNotes = { benchNotes: Observed };

/** Runs in the page before anything else: notes the first frame with marks and the largest paint. */
async function observePage(): Promise<void> {
  const notes: Writable<Observed> = {
    firstMarksMs: null,
    firstPaintMs: null,
    markCount: 0,
    lcpMs: 0,
  };
  (globalThis as unknown as PageNotes).benchNotes = notes;
  new PerformanceObserver((list) => {
    notes.lcpMs = list.getEntries().at(-1)?.startTime ?? notes.lcpMs;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  while (notes.markCount === 0 && performance.now() < 10_000) {
    await new Promise(requestAnimationFrame);
    notes.markCount = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  }
  const [navigation] = performance.getEntriesByType('navigation');
  const parsedAt = (navigation as PerformanceNavigationTiming).domContentLoadedEventStart;
  const [painted] = performance.getEntriesByName('first-contentful-paint');
  if (painted) notes.firstPaintMs = painted.startTime - parsedAt;
  if (notes.markCount > 0) notes.firstMarksMs = Math.max(0, performance.now() - parsedAt);
}

/** Measure the heap in use once nothing is left to collect. */
export async function measureHeap(tab: Page): Promise<number> {
  const session = await tab.createCDPSession();
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/** Wait until the page has marks and their number stays the same; gives the number. */
export async function waitForMarks(tab: Page): Promise<number> {
  const countMarks = () =>
    tab.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
  const end = Date.now() + longestMarkingMs;
  let count = await countMarks();
  while (Date.now() < end) {
    await sleep(300);
    const now = await countMarks();
    if (now > 0 && now === count) break;
    count = now;
  }
  return count;
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
