import { join } from 'node:path';
import { build } from 'esbuild';
import type { BenchBrowser } from './browser';
import type { BenchPage } from './generated-pages';
import type { Contest, Timing } from './page';

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

/** Run a contest on each page, every page in a renderer of its own and one after the other. */
export async function measureEach(
  browser: BenchBrowser,
  options: {
    readonly pages: readonly BenchPage[];
    readonly code: string;
    readonly contest: Contest;
  },
): Promise<PageTimings[]> {
  const measured: PageTimings[] = [];
  for (const page of options.pages) {
    siteCount += 1;
    const tab = await browser.open(page.html, `site${siteCount}`);
    try {
      await tab.evaluate(options.code);
      // The renderer has just laid the page out; let it finish before the clock starts.
      await tab.evaluate('new Promise((resolve) => setTimeout(resolve, 50))');
      const timings = await tab.evaluate(`runContest(${JSON.stringify(options.contest)})`);
      measured.push({ page: page.name, timings: timings as Timing[] });
    } finally {
      await tab.close();
    }
  }
  return measured;
}
