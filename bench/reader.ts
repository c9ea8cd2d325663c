import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { getExtensionFolder } from '@/tests/support/browser/launch';
import type { BenchPage } from './generated-pages';
import { median, sum } from './statistics';
import { readTrace, traceCategories } from './trace';
import { measureHeap, startVisitor, waitForMarks, type Visit, type Visitor } from './visits';

/** What a reader's pages pay for the extension, in milliseconds, MB and kB. */
export type ReaderCosts = {
  readonly firstMarksMs: number;
  /** When the same pages were first painted: marks cannot be seen before. */
  readonly firstPaintMs: number;
  readonly longestTaskMs: number;
  readonly heapMB: number;
  readonly evaluateMs: number;
  readonly lcpAddedMs: number;
  readonly blockingAddedMs: number;
  readonly largePages: readonly {
    readonly page: string;
    readonly firstMarksMs: number | null;
    readonly firstPaintMs: number | null;
    readonly longestTaskMs: number;
  }[];
  readonly hover: readonly {
    readonly marks: number;
    readonly medianMs: number;
    readonly keptBytes: number;
  }[];
  readonly mutationMsPerFrame: number;
  readonly scriptGzipKB: number;
};

const moves = 300;
const stormMs = 3000;

/** Measure with the built extension in Chromium, and without it as the control. */
export async function measureReaderCosts(pages: {
  /** As they are. */
  readonly plain: readonly BenchPage[];
  /** With mentions where the reader looks first. */
  readonly withMentions: readonly BenchPage[];
  /** Long ones, with mentions. */
  readonly large: readonly BenchPage[];
  /** With ever more marks. */
  readonly marked: readonly BenchPage[];
}): Promise<ReaderCosts> {
  const own = await startVisitor({ hasExtension: true });
  const control = await startVisitor({ hasExtension: false });
  try {
    const withMentions = await visitAll(own, pages.withMentions);
    const large = await visitAll(own, pages.large);
    const plain: { readonly own: Visit; readonly control: Visit }[] = [];
    for (const page of pages.plain) {
      plain.push({ own: await own.visit(page), control: await control.visit(page) });
    }
    const hover: ReaderCosts['hover'][number][] = [];
    for (const page of pages.marked) hover.push(await measureHover(own, page));
    const [stormPage] = pages.withMentions;
    if (!stormPage) throw new Error('measureReaderCosts: there is no page with mentions');
    const storm = await measureStorm(own, stormPage);
    const stormWithout = await measureStorm(control, stormPage);
    const difference = (get: (visit: Visit) => number) =>
      median(plain.map((visits) => get(visits.own) - get(visits.control)));
    const ownVisits = [...withMentions, ...plain.map((visits) => visits.own)];
    return {
      firstMarksMs: median(withMentions.map((visit) => visit.firstMarksMs ?? Number.NaN)),
      firstPaintMs: median(withMentions.map((visit) => visit.firstPaintMs ?? Number.NaN)),
      longestTaskMs: findLongestTask([...ownVisits, ...large]),
      heapMB: difference(({ heapMB }) => heapMB),
      evaluateMs: median(ownVisits.flatMap(({ trace }) => trace.evaluateMs ?? [])),
      lcpAddedMs: difference(({ lcpMs }) => lcpMs),
      blockingAddedMs: sum(
        plain.map((visits) => visits.own.trace.blockingMs - visits.control.trace.blockingMs),
      ),
      largePages: large.map((visit) => ({
        page: visit.page,
        firstMarksMs: visit.firstMarksMs,
        firstPaintMs: visit.firstPaintMs,
        longestTaskMs: findLongestTask([visit]),
      })),
      hover,
      mutationMsPerFrame: storm - stormWithout,
      scriptGzipKB: measureScript(),
    };
  } finally {
    await own.close();
    await control.close();
  }
}

async function visitAll(visitor: Visitor, pages: readonly BenchPage[]): Promise<Visit[]> {
  const visits: Visit[] = [];
  for (const page of pages) visits.push(await visitor.visit(page));
  return visits;
}

function findLongestTask(visits: readonly Visit[]): number {
  return Math.max(...visits.flatMap(({ trace }) => trace.scriptTaskMs));
}

/** Move the pointer over a marked page as a reader would, and time each move's handling. */
async function measureHover(
  visitor: Visitor,
  page: BenchPage,
): Promise<ReaderCosts['hover'][number]> {
  const { tab, url } = await visitor.open(page);
  const marks = await waitForMarks(tab);
  // The first move loads what shows cards, which later moves need not wait for.
  await movePointer(tab, moves);
  const heapBefore = await measureHeap(tab);
  await tab.tracing.start({ categories: traceCategories });
  await movePointer(tab, moves);
  const trace = readTrace(await tab.tracing.stop(), url);
  const heapAfter = await measureHeap(tab);
  await tab.close();
  return {
    marks,
    medianMs: median(trace.eventMs.get('pointermove') ?? []),
    keptBytes: ((heapAfter - heapBefore) * 1e6) / moves,
  };
}

async function movePointer(tab: Page, count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) {
    // Steps that share no divisor with the viewport, so that the whole of it is met.
    await tab.mouse.move(20 + ((step * 37) % 1200), 20 + ((step * 53) % 800));
  }
}

/** Change texts and blocks a thousand times a second; gets script time per frame. */
async function measureStorm(visitor: Visitor, page: BenchPage): Promise<number> {
  const { tab, url } = await visitor.open(page);
  await waitForMarks(tab);
  await tab.tracing.start({ categories: traceCategories });
  await tab.evaluate(storm, stormMs);
  const { scriptTaskMs, frameCount } = readTrace(await tab.tracing.stop(), url);
  await tab.close();
  return sum(scriptTaskMs) / frameCount;
}

/** Runs in the page: in each frame some texts change and some blocks come and go. */
async function storm(durationMs: number): Promise<void> {
  const changesPerFrame = 17;
  const blocks = [...document.querySelectorAll('p')];
  const end = performance.now() + durationMs;
  let count = 0;
  while (performance.now() < end) {
    await new Promise(requestAnimationFrame);
    for (let index = 0; index < changesPerFrame; index += 1) {
      count += 1;
      const block = blocks[count % blocks.length];
      const text = block?.firstChild;
      if (count % 3 === 0) block?.after(block.cloneNode(true));
      else if (count % 3 === 1) block?.nextSibling?.remove();
      else if (text instanceof Text) text.data = `${count} ${text.data.slice(0, 200)}`;
    }
  }
}

function measureScript(): number {
  const script = readFileSync(join(getExtensionFolder('chromium'), 'mentions.js'));
  return gzipSync(script, { level: 9 }).length / 1000;
}
