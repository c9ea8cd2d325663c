import { rmSync } from 'node:fs';
import type { Browser } from 'puppeteer-core';
import { grantAccess } from './access';
import {
  type BrowserName,
  type ExtensionBrowser,
  getExtensionFolder,
  launchBrowser,
  openExtensionPage,
} from './launch';

declare const chrome: {
  storage: Record<'local' | 'session', { clear(): Promise<void> }>;
};

type Kind = { readonly name: BrowserName; readonly hasExtension: boolean };

/** One of each kind for all files of a worker: to start one takes longer than many a file. */
const running = new Map<string, Promise<ExtensionBrowser>>();

/** Browsers that were started and not closed. */
const started = new Set<Browser>();

// The worker is given half a second to end, in which no browser closes: Firefox would live on.
process.once('SIGTERM', () => {
  const children = [...started].flatMap((browser) => browser.process() ?? []);
  for (const child of children) child.kill('SIGKILL');
  // There may be no time left for this.
  for (const { spawnargs } of children) {
    const profile = spawnargs.findLast((_, index) => spawnargs[index - 1] === '--profile');
    if (profile !== undefined) rmSync(profile, { recursive: true, force: true });
  }
});

const toKey = ({ name, hasExtension }: Kind): string => `${name} ${hasExtension}`;

/** Get the running browser of a kind, the extension in it allowed everywhere; start it when there is none. */
export async function shareBrowser(kind: Kind): Promise<ExtensionBrowser> {
  const key = toKey(kind);
  const shared = running.get(key) ?? startBrowser(kind);
  running.set(key, shared);
  try {
    return await shared;
  } catch (error) {
    // The next file may have more luck.
    running.delete(key);
    throw error;
  }
}

/** Give a browser back as it was got: one tab, nothing stored. One that cannot be is closed. */
export async function giveBackBrowser(kind: Kind, isUsable: boolean): Promise<void> {
  const launched = await running.get(toKey(kind));
  if (launched === undefined) return;
  if (isUsable && (await tidy(launched))) return;
  running.delete(toKey(kind));
  await launched.close();
  started.delete(launched.browser);
}

async function startBrowser({ name, hasExtension }: Kind): Promise<ExtensionBrowser> {
  const extensionFolder = hasExtension ? getExtensionFolder(name) : null;
  const launched = await launchBrowser({ name, extensionFolder });
  started.add(launched.browser);
  if (hasExtension) await grantAccess(launched);
  return launched;
}

async function tidy(launched: ExtensionBrowser): Promise<boolean> {
  try {
    const [first, ...others] = await launched.browser.pages();
    await Promise.all(others.map((page) => page.close()));
    await first?.goto('about:blank');
    if (launched.extensionOrigin === null) return true;
    const page = await openExtensionPage(launched, 'welcome.html');
    await page.evaluate(async () => {
      await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
    });
    await page.close();
    return true;
  } catch {
    return false;
  }
}
