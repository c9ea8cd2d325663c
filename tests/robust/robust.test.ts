import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type BrowserContext, describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { listExtensionErrors } from '@/tests/support/browser/extension-errors';
import { type ExtensionBrowser, openExtensionPage } from '@/tests/support/browser/launch';
import { collectErrors, sleep } from '@/tests/support/browser/page-reading';
import { patienceMs } from '@/tests/support/browser/patience';
import type { PageServer } from '@/tests/support/browser/page-server';
import { kinds } from './kinds';
import type { RobustCase } from './robust-case';
import { hoverMark, isCardOpen, listAllMarks, readDom } from './visit';

const polling = { timeout: patienceMs, interval: 50 };
const testTimeoutMs = 240_000;
/** A wrong mark comes with the next reading, which is not put off longer than this. */
const settlingMs = 120;
/** Every new movement puts the opening off, so that the pointer must rest meanwhile. */
const longestOpeningMs = 3000;

describeInBrowsers('an awkward page', (context) => {
  describe.each(kinds)('%s', (_, cases) => {
    const named = cases.map((robustCase) => [robustCase.name, robustCase] as const);
    it.for(named)('%s', { timeout: testTimeoutMs }, async ([, robustCase], { skip }) => {
      const { launched } = context;
      if (robustCase.onlyIn !== undefined && robustCase.onlyIn !== launched.name) skip();
      const errorsBefore = await listExtensionErrors(launched);
      await visit(robustCase, context);
      const errors = await listExtensionErrors(launched);
      // Firefox forgets old messages, so that their number tells nothing.
      expect(errors.filter((error) => !errorsBefore.includes(error))).toEqual([]);
    });
  });
});

async function visit(robustCase: RobustCase, context: BrowserContext): Promise<void> {
  const { before, act, marks, card, check, stored } = robustCase;
  const { launched, server } = context;
  const url = await serve(server, robustCase);
  if (stored) await changeStored(launched, stored);
  const browsers = [launched, await context.getControl()] as const;
  const [[page, errors], [control, controlErrors]] = await Promise.all([
    open(browsers[0], url),
    open(browsers[1], url),
  ]);
  if (before) await expectMarks(page, before);
  await Promise.all([act?.(page, server), act?.(control, server)]);
  await expectMarks(page, marks);
  await expectSameDom(page, control);
  if (card !== undefined) {
    await expectCard(page, card);
    await expectSameDom(page, control);
  }
  await check?.({ launched, server, page, control });
  expect(errors).toEqual(controlErrors);
  if (robustCase.changesTab) await Promise.all([page.close(), control.close()]);
  else {
    browsers[0].keptTab.giveBack(page);
    browsers[1].keptTab.giveBack(control);
  }
  if (stored) await changeStored(launched, null);
}

let served = 0;

async function serve(server: PageServer, { page }: RobustCase): Promise<string> {
  if (typeof page === 'function') return page(server);
  served += 1;
  const body = `<!doctype html><title>Page</title>${page}`;
  return server.add({ path: `/robust-${served}`, body });
}

async function open(
  { keptTab }: ExtensionBrowser,
  url: string,
): Promise<[Page, readonly string[]]> {
  const page = await keptTab.take();
  const errors = collectErrors(page);
  await page.goto(url);
  return [page, errors];
}

declare const chrome: {
  storage: { local: { set(items: object): Promise<void>; clear(): Promise<void> } };
};

/** Store `items`, or forget everything that is stored when null. */
async function changeStored(
  launched: ExtensionBrowser,
  items: Readonly<Record<string, unknown>> | null,
): Promise<void> {
  const desk = await openExtensionPage(launched, 'welcome.html');
  await desk.evaluate(
    (json) => (json ? chrome.storage.local.set(JSON.parse(json)) : chrome.storage.local.clear()),
    // Firefox's driver does not hand over every object.
    items && JSON.stringify(items),
  );
  await desk.close();
}

async function expectMarks(page: Page, expected: readonly string[]): Promise<void> {
  await expect.poll(() => listAllMarks(page), polling).toEqual(expected.toSorted());
  await sleep(settlingMs);
  expect(await listAllMarks(page)).toEqual(expected.toSorted());
}

async function expectSameDom(page: Page, control: Page): Promise<void> {
  await expect
    .poll(async () => (await readDom(page)).join('\n'), polling)
    .toBe((await readDom(control)).join('\n'));
}

/** See the card of a mark open under the resting pointer, and close when the pointer leaves. */
async function expectCard(page: Page, text: string): Promise<void> {
  const open = async (): Promise<boolean> => {
    const frame = await hoverMark(page, text);
    const end = Date.now() + longestOpeningMs;
    while (!(await isCardOpen(frame)) && Date.now() < end) await sleep(50);
    return isCardOpen(frame);
  };
  // A browser that is busy takes the pointer's way for a rest too long ago: come again.
  await expect.poll(open, polling).toBe(true);
  const isAnyOpen = async (): Promise<boolean> =>
    (await Promise.all(page.frames().map(isCardOpen))).includes(true);
  await page.mouse.move(2, 2, { steps: 2 });
  await expect.poll(isAnyOpen, polling).toBe(false);
}
