import type { Browser } from 'puppeteer-core';
import { evaluateInFirefoxWindow } from './firefox-window';

type ContextMenus = {
  readonly onClicked: { dispatch(info: object, tab: unknown): void };
};
declare const chrome: {
  readonly contextMenus: ContextMenus;
  readonly tabs: { query(filter: object): Promise<readonly unknown[]> };
};
/** Of Firefox's own window. */
declare const SidebarController: { readonly currentID: string; readonly isOpen: boolean };

/**
 * Choose “Look up” in Firefox's context menu, which `openMenu` opens on a selection. Gives what was
 * looked up, once the side panel is there; throws when it does not come.
 */
export async function lookUpInFirefox(
  browser: Browser,
  openMenu: () => Promise<void>,
): Promise<string> {
  await openMenu();
  const label = await evaluateInFirefoxWindow(browser, chooseLookUp, null);
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await evaluateInFirefoxWindow(browser, readSidebar, null)).startsWith('fact-cards'))
      return /“(.*)”/.exec(label)?.[1] ?? '';
    await pause();
  }
  throw new Error(`“${label}” opened no side panel`);
}

/**
 * Tell Chromium's background that “Look up” was chosen: its menu is drawn by the system. Gives what
 * the search box then shows. As no click was made, the popup takes the panel's place, in a tab.
 */
export async function lookUpInChromium(browser: Browser, selectionText: string): Promise<string> {
  const target = await browser.waitForTarget((other) => other.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.evaluate(async (text) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.contextMenus.onClicked.dispatch({ menuItemId: 'look-up', selectionText: text }, tab);
  }, selectionText);
  const opened = await browser.waitForTarget((other) => other.url().endsWith('/popup.html'));
  const page = await opened.asPage();
  await page.waitForSelector('[role="option"]');
  const query = await page.$eval('input', ({ value }) => value);
  await page.close();
  return query;
}

/** Runs in Firefox's window; gives the label of the item it chose. */
async function chooseLookUp(): Promise<string> {
  for (let tries = 0; tries < 60; tries += 1) {
    const item = [...document.querySelectorAll('#contentAreaContextMenu menuitem')].find((other) =>
      other.getAttribute('label')?.startsWith('Look up'),
    );
    if (item) {
      (item as unknown as { doCommand(): void }).doCommand();
      const menu = document.querySelector('#contentAreaContextMenu');
      (menu as unknown as { hidePopup(): void }).hidePopup();
      return item.getAttribute('label') ?? '';
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the context menu offers no look-up');
}

function readSidebar(): string {
  return SidebarController.isOpen ? SidebarController.currentID : '';
}

async function pause(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
}
