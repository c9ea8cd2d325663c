import type { Page } from 'puppeteer-core';
import type { BrowserContext } from './describe-browsers';
import type { ExtensionBrowser } from './launch';
import { listListeners } from './listeners';
import { serialiseDocument } from './page-reading';

/** All that an extension could leave in a page. */
export type Footprint = {
  readonly html: string;
  readonly highlights: number;
  readonly sheets: number;
  readonly globals: readonly string[];
  readonly listeners: readonly string[];
  /** What the page itself noted in `heard`, if it did. */
  readonly heard: readonly string[];
};

/** Read what is in a page, which comes to the front. */
export async function readFootprint(launched: ExtensionBrowser, page: Page): Promise<Footprint> {
  const listeners = await listListeners(launched, page);
  const seen = await page.evaluate(() => ({
    highlights: CSS.highlights.size,
    sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
    globals: Object.getOwnPropertyNames(globalThis).toSorted(),
    heard: (globalThis as { heard?: string[] }).heard ?? [],
  }));
  return { ...seen, listeners, html: await serialiseDocument(page) };
}

/** Read what is in the same page where no extension is. */
export async function readControlFootprint(
  { getControl }: BrowserContext,
  url: string,
): Promise<Footprint> {
  const control = await getControl();
  const page = await control.browser.newPage();
  await page.goto(url);
  const footprint = await readFootprint(control, page);
  await page.close();
  return footprint;
}
