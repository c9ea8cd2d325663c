import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pasteClipboard } from '@/tests/support/browser/clipboard';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { collectErrors, sleep, waitForMarks } from '@/tests/support/browser/page-reading';
import { openPopup } from '@/tests/support/browser/popup';

describeInBrowsers('the toolbar popup', (context) => {
  let article: Page;
  let popup: Page;
  let errors: readonly string[];
  beforeEach(async () => {
    article = await context.launched.browser.newPage();
    await article.goto(`${context.server.origin}/article/index.html`);
    await waitForMarks(article);
    popup = await openPopup(context.launched, article);
    errors = collectErrors(popup);
  });
  afterEach(async () => {
    await popup.close();
    await article.close();
  });

  it('lists what the page mentions', async () => {
    await popup.waitForFunction(() =>
      document.body.innerText.includes('Human Rights Center Viasna'),
    );
    expect(errors).toEqual([]);
  });

  it('finds a misspelt name by keyboard and copies its citation', async () => {
    await popup.type('[role="combobox"]', 'yaroshuk');
    await popup.waitForFunction(() =>
      document.querySelector('[role="option"]')?.textContent.includes('Yarashuk'),
    );
    await popup.keyboard.press('Enter');
    const copy = await popup.waitForSelector('::-p-text(Copy)');
    await copy?.click();
    await sleep(200);
    const pasted = await pasteClipboard(context.launched, context.server);
    expect(pasted.text).toContain('https://www.fidh.org/');
    expect(errors).toEqual([]);
  });
});
