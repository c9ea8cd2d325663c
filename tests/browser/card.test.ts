import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { pasteClipboard } from '@/tests/support/browser/clipboard';
import {
  clickControl,
  readCard,
  waitForCard,
  waitForNoCard,
} from '@/tests/support/browser/open-card';
import {
  collectErrors,
  hoverText,
  serialiseDocument,
  sleep,
  waitForMarks,
} from '@/tests/support/browser/page-reading';

const articlePath = '/article/index.html';
const openDelayMs = 300;

describeInBrowsers('a card', (context) => {
  let page: Page;
  let errors: readonly string[];
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    errors = collectErrors(page);
    await page.goto(context.server.origin + articlePath);
    await waitForMarks(page);
  });
  afterEach(() => page.close());

  it('opens on a mark, shows the quote and copies it with its source', async () => {
    await hoverText(page, 'Salidarnast');
    const card = await waitForCard(page);
    expect(card.title).toContain('Salidarnast');
    expect(card.text).toContain('FIDH and Viasna');
    await clickControl(page, 'Quote');
    const quote = ((await waitForCard(page)).quote ?? '').replaceAll(/[“”]/g, '');
    expect(quote).toContain('trade union');
    await clickControl(page, 'Copy');
    await sleep(200);
    const pasted = await pasteClipboard(context.launched, context.server);
    expect(pasted.text).toContain(quote);
    expect(pasted.text).toContain('https://www.fidh.org/');
    expect(pasted.html).toContain(quote);
    expect(errors).toEqual([]);
  });

  it('leaves nothing in the page once closed', async () => {
    const before = await serialiseDocument(page);
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await serialiseDocument(page)).toBe(before);

    await hoverText(page, 'Pavel Sapelka');
    await waitForCard(page);
    await page.mouse.move(5, 5, { steps: 4 });
    await waitForNoCard(page);
    await sleep(200);
    expect(await serialiseDocument(page)).toBe(before);
  });

  it('stays open while the pointer travels to it', async () => {
    await hoverText(page, 'Salidarnast');
    const { rect } = await waitForCard(page);
    await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 12 });
    await sleep(800);
    expect((await readCard(page))?.title).toContain('Salidarnast');
  });

  it('does not open where nothing is marked', async () => {
    await hoverText(page, 'Garden chairs');
    await sleep(800);
    expect(await readCard(page)).toBeNull();
  });

  it('is visible within two frames after its delay', async () => {
    await page.evaluate(() => {
      const seen = { lastMove: 0, frames: [] as number[], shownAt: 0 };
      Object.assign(globalThis, { seen });
      addEventListener('pointermove', () => (seen.lastMove = performance.now()), true);
      const watch = (now: number): void => {
        seen.frames.push(now);
        if (document.querySelector('div:popover-open') === null) requestAnimationFrame(watch);
        else seen.shownAt = now;
      };
      requestAnimationFrame(watch);
    });
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    const seen = await page.evaluate(
      () =>
        (globalThis as unknown as { seen: { lastMove: number; frames: number[]; shownAt: number } })
          .seen,
    );
    const due = seen.lastMove + openDelayMs;
    expect(seen.shownAt).toBeGreaterThan(0);
    expect(seen.frames.filter((now) => now >= due && now <= seen.shownAt).length).toBeLessThan(3);
  });
});
