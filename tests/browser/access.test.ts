import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { allowGranting } from '@/tests/support/browser/access';
import {
  describeInBrowsers,
  describeWithoutAccess,
} from '@/tests/support/browser/describe-browsers';
import { openExtensionPage } from '@/tests/support/browser/launch';
import { listMarks, sleep, waitForMarks } from '@/tests/support/browser/page-reading';
import { openPopup } from '@/tests/support/browser/popup';

const articlePath = '/article/index.html';

describeWithoutAccess('the first run', (context) => {
  it('asks for nothing that warns at install', async () => {
    if (context.launched.name !== 'chromium') return;
    const page = await openExtensionPage(context.launched, 'welcome.html');
    const warnings = await page.evaluate(async () => {
      const api = (
        globalThis as unknown as {
          chrome: {
            management: { getPermissionWarningsByManifest(manifest: string): Promise<string[]> };
            runtime: { getManifest(): object };
          };
        }
      ).chrome;
      return api.management.getPermissionWarningsByManifest(
        JSON.stringify(api.runtime.getManifest()),
      );
    });
    expect(warnings).toEqual([]);
    await page.close();
  });

  it('marks nothing before the reader allows it, and everything after', async () => {
    const page = await context.launched.browser.newPage();
    await page.goto(context.server.origin + articlePath);
    await sleep(500);
    expect(await listMarks(page)).toEqual([]);

    await allowGranting(context.launched, '<all_urls>');
    const welcome = await openExtensionPage(context.launched, 'welcome.html');
    const everywhere = await welcome.waitForSelector('::-p-text(Everywhere)');
    await everywhere?.click();
    await sleep(500);
    await page.bringToFront();
    await page.goto(context.server.origin + articlePath);
    expect(await waitForMarks(page)).not.toEqual([]);
    await welcome.close();
    await page.close();
  });
});

describeInBrowsers('a site turned off', (context) => {
  it('carries no mark until it is turned on again', async () => {
    const page = await context.launched.browser.newPage();
    await page.goto(context.server.origin + articlePath);
    await waitForMarks(page);
    await clickSiteSwitch(page);
    await page.goto(context.server.origin + articlePath);
    await sleep(500);
    expect(await listMarks(page)).toEqual([]);

    await clickSiteSwitch(page);
    await page.goto(context.server.origin + articlePath);
    expect(await waitForMarks(page)).not.toEqual([]);
    await page.close();
  });

  async function clickSiteSwitch(page: Page): Promise<void> {
    const popup = await openPopup(context.launched, page);
    const siteSwitch = await popup.waitForSelector('[role="switch"]');
    await siteSwitch?.click();
    await sleep(300);
    await popup.close();
    await page.bringToFront();
  }
});
