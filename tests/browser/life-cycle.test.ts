import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { pasteClipboard } from '@/tests/support/browser/clipboard';
import {
  describeInOwnBrowsers,
  type BrowserContext,
} from '@/tests/support/browser/describe-browsers';
import { watchExtensionErrors } from '@/tests/support/browser/watch-extension-errors';
import { openExtensionPage } from '@/tests/support/browser/launch';
import {
  reloadExtension,
  removeExtension,
  prepareToStopBackground,
} from '@/tests/support/browser/life-cycle';
import { clickControl, waitForCard, waitForNoCard } from '@/tests/support/browser/open-card';
import {
  hoverText,
  listMarks,
  serialiseDocument,
  sleep,
  waitForMarks,
} from '@/tests/support/browser/page-reading';
import { patienceMs } from '@/tests/support/browser/patience';
import { openPopup } from '@/tests/support/browser/popup';

declare const chrome: {
  permissions: { remove(permissions: { origins: string[] }): Promise<boolean> };
  storage: { local: { set(items: object): Promise<void> } };
};

/** `TABS=200 npm run test:browser -- life-cycle` is the full run; the default suits every commit. */
const tabCount = Number(process.env['TABS'] ?? 4);

async function openArticle({ launched, server }: BrowserContext) {
  const page = await launched.browser.newPage();
  const errors = await watchExtensionErrors(launched, page);
  await page.goto(`${server.origin}/article/index.html`);
  const marks = await waitForMarks(page);
  return { page, errors, marks, html: await serialiseDocument(page) };
}

async function waitForMarkCount(page: Page, isRight: (count: number) => boolean): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const { length } = await listMarks(page);
    if (isRight(length)) return;
    if (Date.now() > end) throw new Error(`the page has ${length} marks`);
    await sleep(50);
  }
}

/** Count what of ours a page could see. */
function countTraces(page: Page): Promise<{ highlights: number; sheets: number; hosts: number }> {
  return page.evaluate(() => ({
    highlights: CSS.highlights.size,
    sheets: document.adoptedStyleSheets.length,
    hosts: document.querySelectorAll('div[popover]').length,
  }));
}

// In a browser of its own: after a reload, a driven Chromium answers no more to some of what follows.
describeInOwnBrowsers('a reloaded extension', (context) => {
  it('takes over open tabs when it is reloaded, and clears away what it had left there', async () => {
    const { page, errors, marks, html } = await openArticle(context);
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);

    await reloadExtension(context.launched);
    await page.bringToFront();
    await waitForNoCard(page, 8000);
    await waitForMarkCount(page, (count) => count === marks.length);
    // What is in view is read first, and that is another part now.
    expect((await listMarks(page)).toSorted()).toEqual(marks.toSorted());
    expect(await countTraces(page)).toEqual({ highlights: 1, sheets: 1, hosts: 0 });
    expect(await serialiseDocument(page)).toBe(html);

    await hoverText(page, 'Pavel Sapelka');
    expect((await waitForCard(page)).title).toContain('Sapelka');
    expect(errors.take()).toEqual([]);
    await page.close();
  }, 120_000);
});

describeInOwnBrowsers('the extension', (context) => {
  it('starts again when it is needed, wherever its background is killed, and loses nothing', async () => {
    const { launched, server } = context;
    const stop = await prepareToStopBackground(launched);
    await stop();
    const { page, errors } = await openArticle(context);
    await stop();
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await stop();
    await clickControl(page, 'Copy');
    await sleep(200);
    expect((await pasteClipboard(launched, server)).text).toContain('Salidarnast');
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await waitForNoCard(page);

    await stop();
    const popup = await openPopup(launched, page);
    await stop();
    await popup.type('[role="combobox"]', 'yaroshuk');
    await popup.waitForFunction(() =>
      document.querySelector('[role="option"]')?.textContent.includes('Yarashuk'),
    );
    await popup.close();

    await stop();
    await setOptions(context, { 'option.density': 'every' });
    await page.bringToFront();
    await waitForMarkCount(page, (count) => count > 38);
    await stop();
    await setOptions(context, { 'option.sitesOff': [server.origin] });
    await waitForMarkCount(page, (count) => count === 0);
    await page.goto(`${server.origin}/article/index.html`);
    await sleep(500);
    expect(await countTraces(page)).toEqual({ highlights: 0, sheets: 0, hosts: 0 });
    expect(errors.take()).toEqual([]);
    await setOptions(context, { 'option.sitesOff': [], 'option.density': 'first-per-section' });
    await page.close();
  }, 60_000);

  it('takes card and marks with it when access is withdrawn', async () => {
    const { page, errors, html } = await openArticle(context);
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    const options = await openExtensionPage(context.launched, 'options.html');
    await options.evaluate(async () => {
      await chrome.permissions.remove({ origins: ['<all_urls>'] });
    });
    await options.close();
    await page.bringToFront();
    await waitForNoCard(page);
    await waitForMarkCount(page, (count) => count === 0);
    expect(await countTraces(page)).toEqual({ highlights: 0, sheets: 0, hosts: 0 });
    expect(await serialiseDocument(page)).toBe(html);
    await page.reload();
    await sleep(500);
    expect(await listMarks(page)).toEqual([]);
    expect(errors.take()).toEqual([]);
    await page.close();
  });
});

describeInOwnBrowsers('a removed extension', (context) => {
  it('takes card and marks with it, where the browser lets its scripts live to see it', async () => {
    // Firefox ends the scripts of a removed extension at once; its marks stay until the page goes.
    if (context.launched.name === 'firefox') return;
    const { page, errors, html } = await openArticle(context);
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await removeExtension(context.launched);
    await page.bringToFront();
    await waitForMarkCount(page, (count) => count === 0);
    await waitForNoCard(page);
    expect(await countTraces(page)).toEqual({ highlights: 0, sheets: 0, hosts: 0 });
    expect(await serialiseDocument(page)).toBe(html);
    expect(errors.take()).toEqual([]);
    await page.close();
  });
});

async function setOptions(context: BrowserContext, items: object): Promise<void> {
  const page = await openExtensionPage(context.launched, 'options.html');
  await page.evaluate(async (values) => {
    await chrome.storage.local.set(values);
  }, items);
  await page.close();
}

describeInOwnBrowsers('many tabs', (context) => {
  it('are all marked, and follow a change of options', { timeout: 900_000 }, async () => {
    const { launched, server } = context;
    const first = await openArticle(context);
    const tabs = [first.page];
    while (tabs.length < tabCount) {
      const tab = await launched.browser.newPage();
      await tab.goto(`${server.origin}/article/index.html`);
      tabs.push(tab);
    }
    for (const tab of tabs) {
      await tab.bringToFront();
      await waitForMarkCount(tab, (count) => count === first.marks.length);
    }
    await setOptions(context, { 'option.density': 'none' });
    for (const tab of tabs) {
      await tab.bringToFront();
      await waitForMarkCount(tab, (count) => count === 0);
    }
    expect(first.errors.take()).toEqual([]);
  });
});
