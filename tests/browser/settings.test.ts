import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import {
  describeInBrowsers,
  describeInOwnBrowsers,
} from '@/tests/support/browser/describe-browsers';
import { openExtensionPage } from '@/tests/support/browser/launch';
import { listMarks, sleep, waitForMarks } from '@/tests/support/browser/page-reading';
import { makePackFile } from '@/tests/support/pack-file';

declare const browser: {
  storage: { local: { get(): Promise<Record<string, unknown>> } };
  permissions: { getAll(): Promise<{ origins: string[] }> };
  scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> };
};

const axe = readFileSync(
  join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
);
const folder = mkdtempSync(join(tmpdir(), 'fact-cards-'));
const packPath = join(folder, 'pack.json');
const brokenPath = join(folder, 'broken.json');
writeFileSync(packPath, JSON.stringify(makePackFile()));
writeFileSync(brokenPath, JSON.stringify({ ...makePackFile(), pack: 7 }));
afterAll(() => rmSync(folder, { recursive: true }));

async function clickButton(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  for (const button of await page.$$('button')) {
    if ((await button.evaluate((element) => element.textContent?.trim())) !== text) continue;
    await button.click();
    await sleep(400);
    return;
  }
  throw new Error(`The page has no button "${text}"`);
}

/** Choose a pack file and list what the page says of it, one after the other, to the end. */
async function importFile(page: Page, path: string): Promise<readonly string[]> {
  const input = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await page.evaluate(noteReports);
  await input.uploadFile(path);
  const readReports = () =>
    page.evaluate(() => (document.documentElement.dataset['reports'] ?? '').split('\n'));
  await expect.poll(readReports).toContainEqual(expect.stringMatching(/^(?:Imported|Nothing)/));
  // Each once: every import of this page adds an observer.
  return [...new Set(await readReports())];
}

function noteReports(): void {
  const { dataset } = document.documentElement;
  const status = document.querySelector('section[aria-labelledby=packs] > [role=status]');
  if (status === null) throw new Error('The packs have no status');
  delete dataset['reports'];
  new MutationObserver(() => {
    dataset['reports'] = `${dataset['reports'] ?? ''}${status.textContent}\n`;
  }).observe(status, { childList: true, subtree: true, characterData: true });
}

function readStore(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => {
    const api = 'browser' in globalThis ? browser : (globalThis as never)['chrome'];
    return (api as typeof browser).storage.local.get();
  });
}

describeInBrowsers('imported packs', (context) => {
  it('are refused whole, with place and reason, or taken and quiet', async () => {
    const options = await openExtensionPage(context.launched, 'options.html');
    await options.waitForSelector('input[type=file]');
    await importFile(options, brokenPath);
    expect(await options.$eval('.problems', (element) => element.textContent)).toContain('pack');
    expect(Object.keys(await readStore(options)).filter((key) => key.startsWith('pack'))).toEqual(
      [],
    );

    expect(await importFile(options, packPath)).toEqual([
      'Importing “pack.json”. A large file takes some seconds.',
      'Imported: Example',
      '',
    ]);
    const url = context.server.add({
      path: '/assembly',
      body: '<!doctype html><title>News</title><p>The General Assembly met in May.</p>',
    });
    const page = await context.launched.browser.newPage();
    await page.goto(url);
    await sleep(800);
    expect(await listMarks(page)).toEqual([]);

    await options.bringToFront();
    const marks = await options.$$('[role=switch]');
    await marks.at(-1)?.click();
    await sleep(400);
    await page.bringToFront();
    await page.goto(url);
    expect(await waitForMarks(page)).not.toEqual([]);
    await page.close();
    await options.close();
  });

  it('come back when their removal is undone', async () => {
    const options = await openExtensionPage(context.launched, 'options.html');
    await options.waitForSelector('input[type=file]');
    const before = await readStore(options);
    await clickButton(options, 'Remove');
    expect((await readStore(options))['packs']).toEqual([]);
    await clickButton(options, 'Undo');
    await expect.poll(() => readStore(options)).toMatchObject({ packs: before['packs'] });
    await options.close();
  });
});

describeInOwnBrowsers('the pages of the extension', (context) => {
  it.each(['welcome.html', 'options.html'])('%s breaks no rule of axe', async (path) => {
    const page = await openExtensionPage(context.launched, path);
    await page.waitForSelector('h1');
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe: runner } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: readonly { id: string }[] }> };
      };
      return (await runner.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    await page.close();
  });

  it('wipe everything after one question', async () => {
    const page = await openExtensionPage(context.launched, 'options.html');
    await page.waitForSelector('[role=switch]');
    await page.click('[role=switch]');
    await sleep(300);
    expect(await readStore(page)).not.toEqual({});
    await clickButton(page, 'Wipe everything');
    await clickButton(page, 'Yes, wipe everything');
    await sleep(500);
    const left = await page.evaluate(async () => {
      const api = 'browser' in globalThis ? browser : (globalThis as never)['chrome'];
      const { storage, permissions, scripting } = api as typeof browser;
      return {
        stored: await storage.local.get(),
        origins: (await permissions.getAll()).origins,
        scripts: await scripting.getRegisteredContentScripts(),
      };
    });
    expect(left).toEqual({ stored: {}, origins: [], scripts: [] });
    await page.close();
  });
});
