import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import {
  type BrowserContext,
  describeInOwnBrowsers,
} from '@/tests/support/browser/describe-browsers';
import { evaluateInFirefoxItself } from '@/tests/support/browser/firefox-itself';
import { openExtensionPage } from '@/tests/support/browser/launch';
import { waitForCard, waitForNoCard } from '@/tests/support/browser/open-card';
import { hoverText, sleep, waitForMarks } from '@/tests/support/browser/page-reading';
import { readArticle } from '@/tests/support/browser/reading-session';

type Area = { get(): Promise<object>; set(items: object): Promise<void> };
declare const chrome: {
  storage: { local: Area; session: Area; sync: Area };
  permissions: { getAll(): Promise<{ origins: string[] }> };
};

const articlePath = '/article/index.html';
const empty = { databases: [], caches: [], web: 0, cookies: '' };

/** What a page of any origin can keep. */
function readWebStores(page: Page): Promise<typeof empty> {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name ?? '') as never[],
    caches: (await caches.keys()) as never[],
    web: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
  }));
}

/** All that the extension can keep. */
async function readStores({ launched }: BrowserContext): Promise<Record<string, object>> {
  const page = await openExtensionPage(launched, 'options.html');
  const areas = await page.evaluate(async () => {
    const { local, session, sync } = chrome.storage;
    return { local: await local.get(), session: await session.get(), sync: await sync.get() };
  });
  const web = await readWebStores(page);
  await page.close();
  return { ...areas, web };
}

async function openArticle({ launched, server }: BrowserContext): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.goto(server.origin + articlePath);
  await waitForMarks(page);
  return page;
}

describeInOwnBrowsers('what was read', (context) => {
  it('is written nowhere; the citation style used last is', async () => {
    const before = await readStores(context);
    expect(before).toEqual({ local: {}, session: {}, sync: {}, web: empty });
    const page = await openArticle(context);
    await readArticle(context.launched, page);
    await sleep(500);
    expect(await readStores(context)).toEqual({
      ...before,
      local: { 'option.lastStyleId': 'quote' },
    });
    expect(await readWebStores(page)).toEqual(empty);
    await page.close();
  });

  it('is not even looked for in a private window unless the browser allows it', async () => {
    const page = await openArticle(context);
    await page.close();
    const url = context.server.origin + articlePath;
    expect(await countHighlightsInPrivate(context, url)).toBe(0);
  });

  it('leaves nothing in any store and nothing in open tabs once all is wiped', async () => {
    const page = await openArticle(context);
    await readArticle(context.launched, page);
    const options = await openExtensionPage(context.launched, 'options.html');
    await options.evaluate(async () => {
      await chrome.storage.local.set({
        'option.mutedCards': ['belarus-ilo-2025/ilo'],
        'option.sitesOff': ['https://example.org'],
        readingList: [{ packId: 'belarus-ilo-2025', factId: 'x' }],
        setAside: [{ key: 'density', value: 7 }],
        'pack.example.a.file': '{}',
        packs: [],
      });
      await chrome.storage.session.set({ lookup: 'ILO' });
    });
    await page.bringToFront();
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await options.bringToFront();
    for (const text of ['Wipe everything', 'Yes, wipe everything']) {
      const button = await options.waitForSelector(
        `::-p-xpath(//button[normalize-space()="${text}"])`,
      );
      await button?.click();
    }
    await page.bringToFront();
    await waitForNoCard(page, 8000);
    await page.waitForFunction(
      () =>
        CSS.highlights.size === 0 &&
        document.adoptedStyleSheets.length === 0 &&
        document.querySelector('div[popover]') === null,
    );
    expect(await readStores(context)).toEqual({ local: {}, session: {}, sync: {}, web: empty });
    const { origins } = await options.evaluate(() => chrome.permissions.getAll());
    expect(origins).toEqual([]);
    await options.close();
    await page.close();
  });
});

async function countHighlightsInPrivate(
  { launched }: BrowserContext,
  url: string,
): Promise<number> {
  if (launched.name === 'firefox') return countInPrivateFirefox(launched.browser, url);
  const window = await launched.browser.createBrowserContext();
  const page = await window.newPage();
  await page.goto(url);
  await sleep(800);
  const count = await page.evaluate(() => CSS.highlights.size);
  await window.close();
  return count;
}

type FirefoxWindow = {
  readonly gBrowser: {
    readonly selectedBrowser: {
      readonly messageManager: {
        loadFrameScript(script: string, allowDelayed: boolean): void;
        addMessageListener(name: string, listener: (message: { data: number }) => void): void;
      };
    };
  };
  close(): void;
};
declare const openTrustedLinkIn: (
  url: string,
  where: string,
  options: { private: boolean },
) => void;

function countInPrivateFirefox(
  browser: Parameters<typeof evaluateInFirefoxItself>[0],
  url: string,
): Promise<number> {
  return evaluateInFirefoxItself(
    browser,
    async (address) => {
      openTrustedLinkIn(address, 'window', { private: true });
      await new Promise((resolve) => setTimeout(resolve, 2500));
      const { Services } = globalThis as unknown as {
        Services: { wm: { getMostRecentWindow(type: string): FirefoxWindow } };
      };
      const opened = Services.wm.getMostRecentWindow('navigator:browser');
      const { messageManager } = opened.gBrowser.selectedBrowser;
      const count = await new Promise<number>((resolve) => {
        messageManager.addMessageListener('highlights', ({ data }) => resolve(data));
        messageManager.loadFrameScript(
          `data:,sendAsyncMessage('highlights', content.location.href === ${JSON.stringify(address)} ? content.CSS.highlights.size : -1)`,
          false,
        );
      });
      opened.close();
      return count;
    },
    url,
  );
}
