import type { Page } from 'puppeteer-core';
import { type ExtensionBrowser, openExtensionPage, waitThroughNavigation } from './launch';

/**
 * Open the toolbar popup for `page`, in a tab since no driver can look into a real one: it loads
 * while `page` is the active tab, and comes to the front after.
 */
export async function openPopup(launched: ExtensionBrowser, page: Page): Promise<Page> {
  const popup = await openExtensionPage(launched, 'popup.html');
  await popup.setViewport({ width: 400, height: 600 });
  await page.bringToFront();
  await popup.evaluate(() => {
    setTimeout(() => location.reload(), 0);
    document.documentElement.dataset['isOld'] = '';
  });
  await waitThroughNavigation(
    popup,
    () =>
      document.documentElement.dataset['isOld'] === undefined &&
      document.querySelector('input') !== null,
  );
  await popup.bringToFront();
  return popup;
}
