import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { describeInBrowsers, type BrowserContext } from '@/tests/support/browser/describe-browsers';
import { launchBrowser } from '@/tests/support/browser/launch';
import { listMentions } from '@/tests/support/browser/mention-list';
import { serialiseDocument, sleep } from '@/tests/support/browser/page-reading';

/** Notes what a page can hear from its first moment on. */
const body = `<!doctype html><title>Weather</title>
<script>
  window.heard = [];
  addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
  new MutationObserver((records) => heard.push(...records.map(({ type }) => type)))
    .observe(document, { attributes: true, subtree: true });
</script>
<h1>Weather</h1><p>Rain in the morning, sun in the afternoon.</p>`;

type Footprint = {
  readonly html: string;
  readonly highlights: number;
  readonly sheets: number;
  readonly globals: readonly string[];
  readonly heard: readonly string[];
};

async function readFootprint(page: Page): Promise<Footprint> {
  const seen = await page.evaluate(() => ({
    highlights: CSS.highlights.size,
    sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
    globals: Object.getOwnPropertyNames(globalThis).toSorted(),
    heard: (globalThis as unknown as { heard: string[] }).heard,
  }));
  return { ...seen, html: await serialiseDocument(page) };
}

async function readWithout({ launched }: BrowserContext, url: string): Promise<Footprint> {
  const control = await launchBrowser({ name: launched.name, extensionFolder: null });
  try {
    const page = await control.browser.newPage();
    await page.goto(url);
    return await readFootprint(page);
  } finally {
    await control.close();
  }
}

describeInBrowsers('a page without mentions', (context) => {
  it('cannot tell that the extension looked at it', async () => {
    const url = context.server.add({ path: '/weather', body });
    const page = await context.launched.browser.newPage();
    await page.goto(url);
    // An answer proves that the page script runs; it has read the page a moment later.
    expect(await listMentions(context.launched, page)).toEqual([]);
    await sleep(500);
    expect(await readFootprint(page)).toEqual(await readWithout(context, url));
    await page.close();
  });
});
