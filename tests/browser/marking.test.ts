import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { listMentions } from '@/tests/support/browser/mention-list';
import {
  collectErrors,
  serialiseDocument,
  waitForMarks,
} from '@/tests/support/browser/page-reading';

const articlePath = '/article/index.html';

describeInBrowsers('the sample article', (context) => {
  let page: Page;
  let errors: readonly string[];
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    errors = collectErrors(page);
    await page.goto(context.server.origin + articlePath);
    await waitForMarks(page);
  });
  afterEach(() => page.close());

  it('lists at least 25 mentions of at least 12 cards', async () => {
    const mentions = await listMentions(context.launched, page);
    expect(mentions.length).toBeGreaterThanOrEqual(25);
    expect(new Set(mentions.map(({ cardId }) => cardId)).size).toBeGreaterThanOrEqual(12);
  });

  it('leaves Article 33 of the GDPR alone', async () => {
    const mentions = await listMentions(context.launched, page);
    expect(mentions.filter(({ heading }) => heading?.includes('other news'))).toEqual([]);
  });

  it('finds names that inline tags cut, and names in other scripts', async () => {
    const texts = (await listMentions(context.launched, page)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['International Labour Organization', 'Вясна']));
  });

  it('does not change the page, and reports no error', async () => {
    const untouched = await (await context.getControl()).browser.newPage();
    await untouched.goto(context.server.origin + articlePath);
    expect(await serialiseDocument(page)).toBe(await serialiseDocument(untouched));
    await untouched.close();
    expect(errors).toEqual([]);
  });
});
