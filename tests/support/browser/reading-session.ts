import type { Page } from 'puppeteer-core';
import { type ExtensionBrowser, openExtensionPage } from './launch';
import { clickControl, waitForCard } from './open-card';
import { hoverText, sleep, waitForMarks } from './page-reading';
import { openPopup } from './popup';

/** Do on the sample article, open in `page`, what a reader does: card, quote, search, lists, copies. */
export async function readArticle(launched: ExtensionBrowser, page: Page): Promise<void> {
  await waitForMarks(page);
  await hoverText(page, 'Salidarnast');
  await waitForCard(page);
  await clickControl(page, 'Quote');
  await clickControl(page, 'Copy');
  const popup = await openPopup(launched, page);
  await popup.type('[role="combobox"]', 'yaroshuk');
  await popup.waitForFunction(() =>
    document.querySelector('[role="option"]')?.textContent.includes('Yarashuk'),
  );
  await popup.keyboard.press('Enter');
  await (await popup.waitForSelector('::-p-text(Copy)'))?.click();
  await sleep(100);
  await popup.close();
  for (const path of ['sidepanel.html', 'options.html', 'welcome.html']) {
    const own = await openExtensionPage(launched, path);
    await own.waitForFunction(() => document.querySelector('h1, h2, input') !== null);
    await own.close();
  }
}
