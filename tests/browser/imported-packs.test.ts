import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, it } from 'vitest';
import { type BrowserContext, describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { openExtensionPage } from '@/tests/support/browser/launch';
import { listMentions } from '@/tests/support/browser/mention-list';
import { waitForCard } from '@/tests/support/browser/open-card';
import { listMarks, sleep } from '@/tests/support/browser/page-reading';
import { openPopup } from '@/tests/support/browser/popup';
import { makePackFile } from '@/tests/support/pack-file';

const folder = mkdtempSync(join(tmpdir(), 'fact-cards-'));
const packPath = join(folder, 'pack.json');
writeFileSync(packPath, JSON.stringify(makePackFile()));
afterAll(() => rmSync(folder, { recursive: true }));

const body =
  '<!doctype html><title>News</title><h1>Capital</h1><p>The General Assembly met in May.</p>';

async function openNews({ launched, server }: BrowserContext): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.goto(server.add({ path: '/news', body }));
  return page;
}

async function importPack({ launched }: BrowserContext): Promise<void> {
  const options = await openExtensionPage(launched, 'options.html');
  const input = await options.waitForSelector('input[type=file]');
  await (input as Awaited<ReturnType<typeof options.$<'input'>>>)?.uploadFile(packPath);
  await options.waitForSelector('::-p-text(Remove)');
  await options.close();
}

async function removePack({ launched }: BrowserContext): Promise<void> {
  const options = await openExtensionPage(launched, 'options.html');
  const remove = await options.waitForSelector('::-p-text(Remove)');
  await remove?.click();
  await options.waitForSelector('::-p-text(Undo)');
  await options.close();
}

async function waitForMention(context: BrowserContext, page: Page, count: number): Promise<void> {
  const end = Date.now() + 5000;
  for (;;) {
    await page.bringToFront();
    const mentions = await listMentions(context.launched, page);
    if (mentions.length === count) return;
    if (Date.now() > end) throw new Error(`the page lists ${mentions.length} mentions`);
  }
}

describeInBrowsers('an imported pack', (context) => {
  it('reaches pages that are open, lists, search and cards, and leaves them again', async () => {
    const page = await openNews(context);
    await waitForMention(context, page, 0);
    await importPack(context);
    await waitForMention(context, page, 1);
    expect(await listMarks(page)).toEqual([]);

    const popup = await openPopup(context.launched, page);
    await popup.waitForFunction(() =>
      document.querySelector('[role="option"]')?.textContent.includes('General Assembly'),
    );
    await popup.type('[role="combobox"]', 'genral asembly');
    const found = await popup.waitForSelector('[role="option"]');
    expect(await found?.evaluate((element) => element.textContent)).toContain('General Assembly');
    await found?.click();
    const reveal = await popup.waitForSelector('.reveal button');
    expect(await popup.$eval('main', (main) => main.textContent)).toContain('Example News');
    await reveal?.click();
    // The popup closes itself; Firefox brings no other tab to the front in that very moment.
    await sleep(500);
    await page.bringToFront();
    expect((await waitForCard(page)).title).toContain('General Assembly');
    if (!popup.isClosed()) await popup.close();

    await removePack(context);
    await waitForMention(context, page, 0);
    const emptied = await openPopup(context.launched, page);
    await emptied.type('[role="combobox"]', 'general assembly');
    await emptied.waitForFunction(
      () => (document.querySelector('[role="status"]')?.textContent ?? '') !== '',
    );
    await sleep(300);
    const titles = await emptied.$$eval('[role="option"]', (options) =>
      options.map((option) => option.textContent),
    );
    expect(titles.filter((title) => title.includes('General Assembly'))).toEqual([]);
    await emptied.close();
    await page.close();
  });
});
