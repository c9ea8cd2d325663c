/**
 * Measure how long the popup takes to show its search box and a first result, in both browsers:
 * npm run bench:popup. Needs the builds; a figure counts only on a machine with nothing else to do.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserName,
  browserNames,
  type ExtensionBrowser,
  getExtensionFolder,
  launchBrowser,
  openExtensionPage,
  waitThroughNavigation,
} from '@/tests/support/browser/launch';
import type { Page } from 'puppeteer-core';
import { median, quantile } from '../statistics';

type OpeningTimes = { readonly box: number; readonly result: number };

const openings = 20;

/** Copy the build to a folder of its own, with the measuring script in its popup. */
function copyBuild(name: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-popup-'));
  cpSync(getExtensionFolder(name), folder, { recursive: true });
  cpSync(join(import.meta.dirname, 'measure-opening.js'), join(folder, 'measure-opening.js'));
  const path = join(folder, 'popup.html');
  const script = '<head><script src="/measure-opening.js"></script>';
  writeFileSync(path, readFileSync(path, 'utf8').replace('<head>', script));
  const shown = '<input role="combobox"><p role="option">Nothing</p>';
  writeFileSync(join(folder, 'empty.html'), `<!doctype html>${script}</head><body>${shown}</body>`);
  return folder;
}

function isMeasured(): boolean {
  const { openingTimes } = globalThis as { openingTimes?: Partial<OpeningTimes> };
  return openingTimes?.result !== undefined;
}

async function measureOpening(page: Page): Promise<OpeningTimes> {
  await page.evaluate(() => {
    Object.assign(globalThis, { openingTimes: {} });
    setTimeout(() => location.reload(), 0);
  });
  await waitThroughNavigation(page, isMeasured);
  return page.evaluate(
    () => (globalThis as unknown as { openingTimes: OpeningTimes }).openingTimes,
  );
}

async function measureOpenings(launched: ExtensionBrowser, path: string): Promise<OpeningTimes[]> {
  // The first opening comes before the tab is in front, where nothing is painted.
  const page = await openExtensionPage(launched, path);
  await page.bringToFront();
  const times: OpeningTimes[] = [];
  while (times.length < openings) times.push(await measureOpening(page));
  await page.close();
  return times;
}

async function measureBrowser(name: BrowserName): Promise<string[]> {
  const folder = copyBuild(name);
  const launched = await launchBrowser({ name, extensionFolder: folder });
  try {
    const popup = await measureOpenings(launched, 'popup.html');
    const empty = await measureOpenings(launched, 'empty.html');
    const rows = [
      ['page without anything', empty.map(({ box }) => box)],
      ['box', popup.map(({ box }) => box)],
      ['result', popup.map(({ result }) => result)],
    ] as const;
    return rows.map(([what, values]) => {
      const figures = [median(values), quantile(values, 0.95)].map((ms) => ms.toFixed(0));
      return `| ${name} | ${what} | ${figures.join(' | ')} |`;
    });
  } finally {
    await launched.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(`Milliseconds until painted, ${openings} openings\n`);
console.log('| browser | what | median | p95 |\n|---|---|---|---|');
for (const name of browserNames) for (const row of await measureBrowser(name)) console.log(row);
