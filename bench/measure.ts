import { join } from 'node:path';
import { build } from 'esbuild';
import type { BenchBrowser } from './browser';
import type { BenchPage } from './generated-pages';
import type { Contest, ScanComparison, Timing } from './page';
import type { Compiled, HitTiming } from './page/own-scan';

const root = join(import.meta.dirname, '..');
let siteCount = 0;

/** What the contenders did on one page. */
export type PageTimings = { readonly page: string; readonly timings: readonly Timing[] };

/** Bundle what runs in the pages, as the extension's page script is bundled. */
export async function bundlePageCode(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'bench/page/index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: 'es2023',
    alias: { '@': root },
  });
  return outputFiles[0]?.text ?? '';
}

/** Run a contest on each page. */
export async function measureEach(
  browser: BenchBrowser,
  { contest, ...options }: BenchPages & { readonly contest: Contest },
): Promise<PageTimings[]> {
  const code = `runContest(${JSON.stringify(contest)})`;
  const results = await evaluateEach(browser, options, code);
  return options.pages.map(({ name }, index) => ({
    page: name,
    timings: results[index] as Timing[],
  }));
}

/** Time the full scan of each page with each of some packs, side by side; in milliseconds, by page. */
export async function compareScansOnEach(
  browser: BenchBrowser,
  { comparison, ...options }: BenchPages & { readonly comparison: ScanComparison },
): Promise<number[][]> {
  const code = `compareScans(${JSON.stringify(comparison)})`;
  return (await evaluateEach(browser, options, code)) as number[][];
}

/** Measure on each page how long it takes to find the mark under the pointer. */
export async function measureHitsOnEach(
  browser: BenchBrowser,
  { compiled, ...options }: BenchPages & { readonly compiled: Compiled },
): Promise<HitTiming[]> {
  const code = `measureHits(${JSON.stringify(compiled)})`;
  return (await evaluateEach(browser, options, code)) as HitTiming[];
}

type BenchPages = { readonly pages: readonly BenchPage[]; readonly code: string };

/** Evaluate `expression` on every page, each in a renderer of its own and one after the other. */
async function evaluateEach(
  browser: BenchBrowser,
  { pages, code }: BenchPages,
  expression: string,
): Promise<unknown[]> {
  const results: unknown[] = [];
  for (const page of pages) {
    siteCount += 1;
    const tab = await browser.open(page.html, `site${siteCount}`);
    try {
      await tab.evaluate(code);
      // The renderer has just laid the page out; let it finish before the clock starts.
      await tab.evaluate('new Promise((resolve) => setTimeout(resolve, 50))');
      results.push(await tab.evaluate(expression));
    } finally {
      await tab.close();
    }
  }
  return results;
}
