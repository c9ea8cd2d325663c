import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type Box,
  type CardPlace,
  measureLines,
  readCardPlace,
} from '@/tests/support/browser/card-place';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import {
  clickControl,
  readCard,
  waitForCard,
  waitForNoCard,
} from '@/tests/support/browser/open-card';
import { locateText, sleep, waitForMarks } from '@/tests/support/browser/page-reading';
import { zoomPage } from '@/tests/support/browser/surroundings';

const gapPx = 8;

describeInBrowsers('placing a card', (context) => {
  let page: Page;
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
  });
  afterEach(() => page.close());

  async function open(path: string): Promise<void> {
    await page.goto(`${context.server.origin}/placement/${path}`);
    await waitForMarks(page);
  }

  /** Point at a text, coming from the middle of the page, since some stand at its very edge. */
  async function openCard(text: string): Promise<CardPlace> {
    const { x, y } = await locateText(page, text);
    // Browsers tell of the scrolling a frame later, and scrolling cancels what the pointer began.
    await sleep(150);
    const middle = await page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 3 }));
    await page.mouse.move(middle.x, middle.y);
    await sleep(100);
    await page.mouse.move(x, y, { steps: 4 });
    await waitForCard(page);
    return readCardPlace(page);
  }

  it.each([
    [1280, 900],
    [1000, 420],
    [320, 560],
  ])('clips no card at any edge of a viewport of %i × %i', async (width, height) => {
    await page.setViewport({ width, height });
    await open('edges.html');
    const names = [
      'Salidarnast',
      'FIDH',
      'International Labour Organization',
      'Human Rights Center Viasna',
      'Pavel Sapelka',
      'International Labour Conference',
    ];
    for (const name of names) {
      const place = await openCard(name);
      expect({ name, ...place }).toMatchObject({ name, clipped: [], coveredPoints: 0 });
      expect(findOverlap(place.card, await measureLines(page, name))).toBeNull();
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
    }
  });

  it.each([0.5, 1, 2, 3, 4, 5])('keeps the card whole at a zoom of %f', async (factor) => {
    await open('edges.html');
    await zoomPage(context.launched, page, factor);
    try {
      await page.waitForFunction((wanted) => Math.abs(devicePixelRatio - wanted) < 0.1, {}, factor);
      for (const name of ['Salidarnast', 'International Labour Conference']) {
        const place = await openCard(name);
        expect({ name, ...place }).toMatchObject({ name, clipped: [], coveredPoints: 0 });
        await page.keyboard.press('Escape');
        await waitForNoCard(page);
      }
    } finally {
      await zoomPage(context.launched, page, 1);
    }
  });

  it('stands over a modal dialog, whose marks it explains', async () => {
    await open('layers.html');
    await page.click('#open-dialog');
    const place = await openCard('Pavel Sapelka');
    expect(place).toMatchObject({ clipped: [], coveredPoints: 0 });
    await clickControl(page, 'Quote');
    expect((await readCard(page))?.quote).not.toBeNull();
  });

  it('stands over a popover of the page, which stays open while the card is used', async () => {
    await open('layers.html');
    await page.click('#open-popover');
    const place = await openCard('International Labour Organization');
    expect(place).toMatchObject({ clipped: [], coveredPoints: 0 });
    await clickControl(page, 'Quote');
    expect((await readCard(page))?.quote).not.toBeNull();
    expect(await page.$eval('#popover', (popover) => popover.matches(':popover-open'))).toBe(true);
  });

  it('stands over the element shown full screen', async () => {
    await open('layers.html');
    await page.click('#open-screen');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    const place = await openCard('Human Rights Center Viasna');
    expect(place).toMatchObject({ clipped: [], coveredPoints: 0 });
    await clickControl(page, 'Quote');
    expect((await readCard(page))?.quote).not.toBeNull();
  });

  it('stands over a header with the highest z-index', async () => {
    await open('layers.html');
    const place = await openCard('FIDH');
    expect(place).toMatchObject({ clipped: [], coveredPoints: 0 });
  });

  it.each(['popover', 'dialog'] as const)(
    'follows when the page opens a %s over a pinned card',
    async (kind) => {
      await open('layers.html');
      await openCard('Salidarnast');
      await clickControl(page, 'Pin');
      await page.evaluate((id) => {
        const element = document.getElementById(id);
        if (element instanceof HTMLDialogElement) element.showModal();
        else element?.showPopover();
      }, kind);
      await expect.poll(async () => (await readCardPlace(page)).coveredPoints).toBe(0);
      // Nobody presses on purpose what has come to light just now, so such presses do not count.
      await sleep(400);
      await clickControl(page, 'Quote');
      expect((await readCard(page))?.quote).not.toBeNull();
    },
  );

  it('leaves every line of a name that runs over several to be read', async () => {
    await open('boxes.html');
    const lines = await measureLines(page, 'International Labour Organization');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      await page.mouse.move(900, 10);
      await sleep(100);
      await page.mouse.move(line.left + 8, (line.top + line.bottom) / 2, { steps: 4 });
      await waitForCard(page);
      const { card, ...place } = await readCardPlace(page);
      expect(place).toMatchObject({ clipped: [], coveredPoints: 0 });
      expect(findOverlap(card, lines)).toBeNull();
      expect(Math.min(...lines.map((other) => getGap(card, other)))).toBeLessThan(gapPx + 4);
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
    }
  });

  it.each([
    'Salidarnast',
    'Pavel Sapelka',
    'International Labour Conference',
    'Human Rights Center',
  ])('stands beside “%s” in a box that clips, turns or breaks it', async (name) => {
    await open('boxes.html');
    const { card, ...place } = await openCard(name);
    expect(place).toMatchObject({ clipped: [], coveredPoints: 0 });
    const lines = await measureLines(page, name);
    expect(findOverlap(card, lines)).toBeNull();
    expect(Math.min(...lines.map((line) => getGap(card, line)))).toBeLessThan(gapPx + 4);
  });

  it('follows its mark in a scrolled box, and closes when the mark is scrolled away', async () => {
    await open('boxes.html');
    const before = await openCard('Salidarnast');
    const scroll = (px: number): Promise<void> =>
      page.$eval('#scrolled', (box, top) => box.scrollBy({ top, behavior: 'instant' }), px);
    await scroll(30);
    await expect
      .poll(async () => before.card.top - (await readCardPlace(page)).card.top)
      .toBeCloseTo(30, 0);
    await scroll(200);
    await waitForNoCard(page);
  });

  it('stands inside right-to-left pages', async () => {
    await open('rtl.html');
    for (const name of ['FIDH', 'Salidarnast']) {
      const place = await openCard(name);
      expect(place).toMatchObject({ clipped: [], coveredPoints: 0 });
      expect(findOverlap(place.card, await measureLines(page, name))).toBeNull();
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
    }
  });
});

function findOverlap(card: Box, lines: readonly Box[]): Box | null {
  return (
    lines.find(
      (line) =>
        line.left < card.right &&
        line.right > card.left &&
        line.top < card.bottom &&
        line.bottom > card.top,
    ) ?? null
  );
}

function getGap(card: Box, line: Box): number {
  return Math.max(card.top - line.bottom, line.top - card.bottom);
}
