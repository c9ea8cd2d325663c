import { browser } from 'wxt/browser';
import { listMentions, watchMentions } from './page-requests';

/** Where the built page script lies in the package. */
export const pageScriptFile = '/mentions.js';

/** Reading a long page takes a while; after this, a page without mentions is taken for one. */
const readingTimeoutMs = 1500;

/**
 * Run the page script in all frames of a tab that the browser lets us reach: those of granted
 * sites, and those of the tab the reader just clicked, pressed a shortcut or used the menu in.
 * Does no harm where it runs already. False when the browser keeps the page closed.
 */
export async function injectPageScript(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: [pageScriptFile],
      injectImmediately: true,
    });
    return true;
  } catch {
    return false;
  }
}

/** Run the page script in a tab unless it does already, and wait until it found something or gave up. */
export async function readPage(tabId: number): Promise<boolean> {
  const report = await listMentions(tabId);
  if (report === null && !(await injectPageScript(tabId))) return false;
  if (report === null || report.mentions.length === 0) await waitForMentions(tabId);
  return true;
}

function waitForMentions(tabId: number): Promise<void> {
  const stop = new AbortController();
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop.abort();
      resolve();
    };
    const timer = setTimeout(finish, readingTimeoutMs);
    watchMentions(
      tabId,
      (report) => {
        if (report === null || report.mentions.length > 0) finish();
      },
      stop.signal,
    );
  });
}
