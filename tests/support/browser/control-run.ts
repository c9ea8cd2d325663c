import type { Page } from 'puppeteer-core';
import type { BrowserContext } from './describe-browsers';
import type { ExtensionBrowser } from './launch';
import { collectErrors, serialiseDocument, sleep } from './page-reading';

/** A page in a tab, in a browser with the extension or without. */
export type Visit = {
  readonly page: Page;
  readonly launched: ExtensionBrowser;
  readonly hasExtension: boolean;
  /** What the page's console reports as errors; in Chromium those of the extension too. */
  readonly errors: readonly string[];
};

/** What of a page must be as it would be without the extension. */
export type Observation = {
  readonly html: string;
  /** Each once, in alphabetical order: timing changes their order and number. */
  readonly errors: readonly string[];
};

/** Do the same in the browser with the extension and in one without it, at the same time. */
export async function runBeside<Result>(
  context: BrowserContext,
  act: (visit: Visit) => Promise<Result>,
): Promise<{ readonly seen: Result; readonly control: Result }> {
  const control = await context.getControl();
  const [seen, without] = await Promise.all([
    visit(context.launched, true, act),
    visit(control, false, act),
  ]);
  return { seen, control: without };
}

async function visit<Result>(
  launched: ExtensionBrowser,
  hasExtension: boolean,
  act: (visit: Visit) => Promise<Result>,
): Promise<Result> {
  const page = await launched.keptTab.take();
  try {
    const result = await act({ page, launched, hasExtension, errors: collectErrors(page) });
    launched.keptTab.giveBack(page);
    return result;
  } catch (error) {
    // Who knows what state a failure left it in.
    await page.close();
    throw error;
  }
}

/** Observe a page as it is now. */
export async function observePage({ page, errors }: Visit): Promise<Observation> {
  const html = await serialiseDocument(page);
  // Errors are told of in their own time.
  await sleep(50);
  return { html, errors: [...new Set(errors)].toSorted() };
}
