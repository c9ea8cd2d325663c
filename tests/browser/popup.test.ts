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

  it('is used by keyboard alone, as a combobox', async () => {
    const readBox = () =>
      popup.$eval('[role="combobox"]', (box) => {
        const id = box.getAttribute('aria-activedescendant');
        const active = id === null ? null : document.getElementById(id);
        const { value, selectionStart } = box as HTMLInputElement;
        return {
          value,
          caret: selectionStart,
          active: active?.textContent ?? null,
          hasFocus: document.activeElement === box,
        };
      });
    const waitForActive = (part: string) =>
      popup.waitForFunction(
        (expected) => {
          const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
          return document.getElementById(id)?.textContent.includes(expected) === true;
        },
        {},
        part,
      );

    await popup.keyboard.type('viasna');
    await waitForActive('Human Rights Center Viasna');
    await popup.keyboard.press('ArrowDown');
    await popup.waitForFunction(
      () => document.querySelector('[role="option"]')?.getAttribute('aria-selected') === 'false',
    );
    await popup.keyboard.press('ArrowUp');
    await waitForActive('Human Rights Center Viasna');
    await popup.keyboard.press('Home');
    expect(await readBox()).toMatchObject({ caret: 0, hasFocus: true });
    await popup.keyboard.press('End');
    expect(await readBox()).toMatchObject({ caret: 'viasna'.length, hasFocus: true });

    await popup.keyboard.press('Escape');
    expect(await readBox()).toMatchObject({ value: '', hasFocus: true });
    await popup.keyboard.type('zzzzqqq');
    await popup.waitForFunction(() =>
      document.querySelector('[role="status"]')?.textContent.includes('Nothing found'),
    );
    expect(await readBox()).toMatchObject({ active: null });
    expect(errors).toEqual([]);
  });
});
