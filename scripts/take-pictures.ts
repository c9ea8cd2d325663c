// Takes the pictures of the README and of docs/images anew from the built extension, in Chromium:
//   npm run pictures
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { grantAccess } from '@/tests/support/browser/access';
import {
  getExtensionFolder,
  launchBrowser,
  openExtensionPage,
} from '@/tests/support/browser/launch';
import { waitForCard } from '@/tests/support/browser/open-card';
import { hoverText, locateText, sleep, waitForMarks } from '@/tests/support/browser/page-reading';
import { startPageServer } from '@/tests/support/browser/page-server';
import { openPopup } from '@/tests/support/browser/popup';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/images');
/** Longer than a card takes to fade in. */
const fadeMs = 400;

const server = await startPageServer(join(root, 'tests/playground'));
const launched = await launchBrowser({
  name: 'chromium',
  extensionFolder: getExtensionFolder('chromium'),
});

type View = { readonly width: number; readonly height: number; readonly deviceScaleFactor: number };

async function openArticle(path: string, view: View): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.setViewport(view);
  await page.goto(`${server.origin}/article/${path}`);
  await waitForMarks(page);
  return page;
}

async function save(page: Page, name: string): Promise<void> {
  await sleep(fadeMs);
  await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });
  console.log(`saved docs/images/${name}.png`);
}

async function pictureCard(name: string, change: (page: Page) => Promise<void>): Promise<void> {
  const page = await openArticle('index.html', {
    width: 900,
    height: 1000,
    deviceScaleFactor: 1,
  });
  await change(page);
  await hoverText(page, 'Article\u00a033');
  await waitForCard(page);
  await save(page, name);
  await page.close();
}

const setScheme = (value: string) => (page: Page) =>
  page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);

try {
  mkdirSync(folder, { recursive: true });
  await grantAccess(launched);
  await pictureCard('card', (page) =>
    page.setViewport({ width: 1280, height: 900, deviceScaleFactor: 1 }),
  );
  await pictureCard('card-light', setScheme('light'));
  await pictureCard('card-dark', setScheme('dark'));
  await pictureCard('card-rtl-page', (page) =>
    page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl')),
  );

  const phone = await openArticle('index.html', {
    width: 390,
    height: 780,
    deviceScaleFactor: 1.5,
  });
  const point = await locateText(phone, 'Salidarnast');
  await phone.touchscreen.tap(point.x, point.y);
  await waitForCard(phone);
  await save(phone, 'mobile-sheet');
  await phone.close();

  const article = await openArticle('index.html', {
    width: 900,
    height: 700,
    deviceScaleFactor: 1.5,
  });
  const popup = await openPopup(launched, article);
  await popup.setViewport({ width: 400, height: 600, deviceScaleFactor: 1.5 });
  await popup.waitForSelector('[role="option"]');
  await save(popup, 'popup');
  await popup.type('[role="combobox"]', 'artcle 33');
  await save(popup, 'search');
  await popup.keyboard.press('Escape');
  await popup.type('[role="combobox"]', 'Belarus');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('.card svg');
  await popup.setViewport({ width: 400, height: 900, deviceScaleFactor: 1.25 });
  await save(popup, 'timeline');
  await popup.close();

  const panel = await openExtensionPage(launched, 'sidepanel.html');
  await article.bringToFront();
  await panel.waitForSelector('.mention-list .mention');
  await panel.setViewport({ width: 400, height: 600, deviceScaleFactor: 1.5 });
  // In front it would show itself, for it stands in a tab here and not beside one: keep what it shows.
  await panel.evaluate(() => {
    const { body } = document;
    body.replaceWith(body.cloneNode(true));
    const chosen = [...body.querySelectorAll('select')];
    document.querySelectorAll('select').forEach((copy, index) => {
      copy.value = chosen[index]?.value ?? '';
    });
    Object.defineProperty(document, 'body', { value: body });
  });
  await panel.bringToFront();
  await save(panel, 'side-panel');
} finally {
  await launched.close();
  await server.close();
}
