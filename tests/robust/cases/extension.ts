import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import {
  type ExtensionBrowser,
  openExtensionPage,
  waitThroughNavigation,
} from '@/tests/support/browser/launch';
import { readCard } from '@/tests/support/browser/open-card';
import { openPopup } from '@/tests/support/browser/popup';
import type { RobustCase } from '../robust-case';
import { hoverMark, listAllMarks } from '../visit';

declare const chrome: {
  runtime: { reload(): void };
  developerPrivate: { updateProfileConfiguration(change: object): Promise<void> };
};

const page = '<p>FIDH spoke.';
const junk = [null, 7, 'x'.repeat(5000), [[[]]], { toString: 1 }];

/** What can happen to the extension itself while a page is open; the last ends the one under test. */
export const extensionCases: readonly RobustCase[] = [
  {
    name: 'works offline',
    defence: 'no network is needed',
    changesTab: true,
    page,
    before: ['FIDH'],
    async act(opened) {
      await opened.setOfflineMode(true);
      await opened.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>BKDP spoke.'));
    },
    marks: ['FIDH', 'BKDP'],
    card: 'FIDH',
  },
  {
    name: 'works when everything it stored is damaged',
    defence: 'damaged options count as not chosen',
    stored: Object.fromEntries(
      [
        'density',
        'isQuiet',
        'sitesOff',
        'mutedCards',
        'rejectedMentions',
        'pausedUntil',
        'marksCode',
      ]
        .map((key) => `option.${key}`)
        .concat('packs', 'readingList', 'setAside', 'optionsVersion')
        .map((key, index) => [key, junk[index % junk.length]]),
    ),
    page,
    marks: ['FIDH'],
    card: 'FIDH',
  },
  {
    name: 'does not rest for years because the clock was wrong when it was paused',
    defence: 'pauses have an end',
    stored: { 'option.pausedUntil': Date.UTC(2100, 0) },
    page,
    marks: ['FIDH'],
  },
  {
    name: 'tells no age, and nothing wrong, when the clock is wrong',
    defence: 'dates to come have no age',
    // In Firefox no driver can set the clock of a page of the extension.
    onlyIn: 'chromium',
    page,
    marks: ['FIDH'],
    async check({ launched, page: opened }) {
      const popup = await openPopup(launched, opened);
      expect(await readAges(popup, 0)).toEqual([]);
      expect(await readAges(popup, Date.UTC(2100, 0))).toContain('74 years ago');
      await popup.close();
    },
  },
  {
    name: 'is silent in a PDF, and the popup says why',
    defence: 'the popup explains PDF',
    page: (server) => server.add({ path: '/robust.pdf', body: minimalPdf }),
    marks: [],
    async check({ launched, page: opened }) {
      const popup = await openPopup(launched, opened);
      await expect
        .poll(() => popup.evaluate(() => document.body.innerText), { timeout: 5000 })
        .toMatch(/PDF/);
      await popup.close();
    },
  },
  {
    name: 'opens cards after the browser ended its service worker',
    defence: 'the worker injects cards when it wakes',
    // Firefox has an event page instead, which no driver can end.
    onlyIn: 'chromium',
    page,
    marks: ['FIDH'],
    async check({ launched, page: opened }) {
      const target = launched.browser.targets().find((other) => other.type() === 'service_worker');
      await (await target?.worker())?.close();
      await hoverMark(opened, 'FIDH');
      await expect.poll(() => readCard(opened), { timeout: 5000 }).not.toBeNull();
    },
  },
  {
    name: 'goes on in open pages after it was reloaded, with one mark for each',
    defence: 'open tabs get the new script',
    page,
    marks: ['FIDH'],
    async check({ launched, page: opened }) {
      if (launched.name === 'chromium') await allowReloading(launched);
      const desk = await openExtensionPage(launched, 'welcome.html');
      // The page goes with the extension, so that nothing answers.
      await desk.evaluate(() => chrome.runtime.reload()).catch(() => null);
      await expect
        .poll(
          async () => {
            // The tab of the extension's page may be gone halfway.
            await opened.bringToFront().catch(() => null);
            await hoverMark(opened, 'FIDH').catch(() => null);
            await new Promise((resolve) => setTimeout(resolve, 500));
            return (await readCard(opened))?.title ?? null;
          },
          { timeout: 15_000 },
        )
        .not.toBeNull();
      expect(await listAllMarks(opened)).toEqual(['FIDH']);
    },
  },
];

/** Chromium loads no unpacked extension a second time outside developer mode. */
async function allowReloading({ browser }: ExtensionBrowser): Promise<void> {
  const settings = await browser.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(() =>
    chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  );
  await settings.close();
}

/** Search for a state of things in a popup whose clock stands at `now`; give every age it tells. */
async function readAges(popup: Page, now: number): Promise<readonly string[]> {
  await popup.evaluateOnNewDocument((frozen) => {
    const Clock = Date;
    globalThis.Date = new Proxy(Clock, {
      construct: (target, values) =>
        Reflect.construct(target, values.length > 0 ? values : [frozen]),
    });
  }, now);
  await popup.evaluate(() => {
    document.documentElement.dataset['isOld'] = '';
    setTimeout(() => location.reload(), 0);
  });
  await waitThroughNavigation(
    popup,
    () =>
      document.documentElement.dataset['isOld'] === undefined &&
      document.querySelector('input') !== null,
  );
  await popup.type('input', 'Ilya Nuzov');
  await popup.waitForSelector('[role="option"]');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('article, [role="dialog"], .card');
  const text = await popup.evaluate(() => document.body.innerText);
  return text.match(/\d+ (?:day|month|year)s? ago/g) ?? [];
}

const minimalPdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<<>>>>endobj
4 0 obj<</Length 0>>stream

endstream endobj
trailer<</Root 1 0 R>>
`;
