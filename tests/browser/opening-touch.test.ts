import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evaluateInClosedRoot } from '@/tests/support/browser/closed-root';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { readCard, waitForCard, waitForNoCard } from '@/tests/support/browser/open-card';
import { locateText, type Point, sleep, waitForMarks } from '@/tests/support/browser/page-reading';

const patienceMs = 800;

describeInBrowsers('opening a card by touch', (context) => {
  let page: Page;
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    await page.setViewport({ width: 400, height: 800 });
    await page.goto(`${context.server.origin}/opening/index.html`);
    await waitForMarks(page, 3);
  });
  afterEach(() => page.close());

  async function tap({ x, y }: Point): Promise<void> {
    await page.touchscreen.tap(x, y);
  }

  it('opens as a sheet along the bottom edge of a narrow screen', async () => {
    await tap(await locateText(page, 'Salidarnast'));
    const { rect, title } = await waitForCard(page);
    expect(title).toContain('Salidarnast');
    expect(rect.x).toBe(0);
    expect(rect.width).toBe(await page.evaluate(() => document.documentElement.clientWidth));
    expect(Math.round(rect.y + rect.height)).toBe(800);
    expect(rect.height).toBeLessThanOrEqual(0.7 * 800);
    expect(await evaluateInClosedRoot(page, listSmallTargets, null)).toEqual([]);
  });

  it('opens beside the mark on a wide screen', async () => {
    await page.setViewport({ width: 900, height: 800 });
    const point = await locateText(page, 'Salidarnast');
    await tap(point);
    const { rect } = await waitForCard(page);
    expect(rect.width).toBe(360);
    expect(rect.y - point.y).toBeLessThan(60);
  });

  it('gives way to another mark and closes by a tap on the page', async () => {
    await tap(await locateText(page, 'Salidarnast'));
    await waitForCard(page);
    await tap(await locateText(page, 'Viasna'));
    await expect.poll(async () => (await readCard(page))?.title).toContain('Viasna');
    await tap({ x: 380, y: 20 });
    await waitForNoCard(page);
  });

  it('keeps the card when the reader taps in it', async () => {
    await tap(await locateText(page, 'Salidarnast'));
    const { rect } = await waitForCard(page);
    await tap({ x: rect.x + rect.width / 2, y: rect.y + 30 });
    await sleep(patienceMs);
    expect((await readCard(page))?.title).toContain('Salidarnast');
  });

  it('leaves a tap on a link under a mark to the page', async () => {
    await tap(await locateText(page, 'UN experts'));
    await page.waitForFunction(() => location.hash === '#followed', { timeout: 2000 });
    await sleep(patienceMs);
    expect(await readCard(page)).toBeNull();
  });

  it('does not open when the reader scrolls with a finger on a mark', async () => {
    const { x, y } = await locateText(page, 'Salidarnast');
    const finger = await page.touchscreen.touchStart(x, y);
    for (let step = 1; step <= 10; step += 1) await finger.move(x, y - (y * step) / 12);
    await finger.end();
    await sleep(patienceMs);
    expect(await readCard(page)).toBeNull();
  });
});

/** WCAG 2.2, 2.5.8: 24 px in each direction. */
function listSmallTargets(root: ShadowRoot): string[] {
  return [...root.querySelectorAll('button, a')]
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width < 24 || height < 24;
    })
    .map((element) => element.textContent);
}
