import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evaluateInClosedRoot } from '@/tests/support/browser/closed-root';
import { pressCommand } from '@/tests/support/browser/commands';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import {
  clickControl,
  readCard,
  waitForCard,
  waitForNoCard,
} from '@/tests/support/browser/open-card';
import { hoverText, locateText, sleep, waitForMarks } from '@/tests/support/browser/page-reading';

const openDelayMs = 300;
const closeDelayMs = 300;
/** Longer than the opening and the closing delay together. */
const patienceMs = 800;

function countCards(root: ShadowRoot): { cards: number; pinned: number } {
  return {
    cards: root.querySelectorAll('[role="dialog"]').length,
    pinned: root.querySelectorAll('[aria-pressed="true"]').length,
  };
}

describeInBrowsers('opening a card with the pointer', (context) => {
  let page: Page;
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    await page.goto(`${context.server.origin}/opening/index.html`);
    await waitForMarks(page, 3);
  });
  afterEach(() => page.close());

  it('opens when the pointer has rested for the delay, and not while it moves', async () => {
    const { x, y } = await locateText(page, 'Salidarnast');
    await page.evaluate(() => {
      const seen = { lastMove: 0, restMs: 0 };
      Object.assign(globalThis, { seen });
      addEventListener('pointermove', ({ timeStamp }) => (seen.lastMove = timeStamp), true);
      const watch = (): void => {
        if (document.querySelector('div:popover-open') === null) requestAnimationFrame(watch);
        // A busy machine moves the pointer so late that it has rested in between.
        else seen.restMs = performance.now() - seen.lastMove;
      };
      watch();
    });
    await sleep(150);
    for (let step = 0; step < 12; step += 1) {
      await page.mouse.move(x + (step % 2) * 10, y);
      await sleep(100);
    }
    await waitForCard(page);
    const { restMs } = await page.evaluate(
      () => (globalThis as unknown as { seen: { restMs: number } }).seen,
    );
    expect(restMs).toBeGreaterThanOrEqual(openDelayMs - 1);
  });

  it('gives way at once to another mark', async () => {
    await hoverText(page, 'Viasna');
    await waitForCard(page);
    const { x, y } = await locateText(page, 'International Labour');
    await page.mouse.move(x, y - 4);
    await sleep(100);
    expect((await readCard(page))?.title).toContain('International Labour Organization');
  });

  it('does not open when a mark moves under the resting pointer', async () => {
    const { x, y } = await locateText(page, 'Salidarnast');
    await page.mouse.move(x, y + 300);
    await page.evaluate(() => {
      document.body.style.paddingTop = '300px';
    });
    await sleep(patienceMs);
    expect(await readCard(page)).toBeNull();
  });

  it('does not open for events a page makes up', async () => {
    const point = await locateText(page, 'Salidarnast');
    await page.evaluate(({ x, y }) => {
      for (const type of ['pointerover', 'pointermove', 'mousemove', 'click'])
        document
          .elementFromPoint(x, y)
          ?.dispatchEvent(
            new PointerEvent(type, { clientX: x, clientY: y, bubbles: true, pointerType: 'touch' }),
          );
    }, point);
    await sleep(patienceMs);
    expect(await readCard(page)).toBeNull();
  });

  it('is called off by scrolling, a key and a button', async () => {
    const callOff = [
      () => page.mouse.wheel({ deltaY: 3 }),
      () => page.keyboard.press('Shift'),
      () => page.mouse.down().then(() => page.mouse.up()),
    ];
    for (const act of callOff) {
      await page.mouse.move(10, 10);
      await hoverText(page, 'Salidarnast');
      await act();
      await sleep(patienceMs);
      expect(await readCard(page)).toBeNull();
    }
  });

  it.each(['#field', '#letter', '#note'])(
    'stays away while the reader types in %s',
    async (field) => {
      await page.focus(field);
      await hoverText(page, 'Salidarnast');
      await sleep(patienceMs);
      expect(await readCard(page)).toBeNull();
    },
  );

  it('closes as soon as the reader types', async () => {
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await page.focus('#field');
    await page.keyboard.type('a');
    await waitForNoCard(page);
    expect(await page.$eval('#field', (field) => (field as HTMLInputElement).value)).toBe('a');
  });

  it('closes after the pointer has left mark and card, not at once', async () => {
    await hoverText(page, 'Salidarnast');
    const { rect } = await waitForCard(page);
    await page.mouse.move(rect.x + rect.width / 2, rect.y + 40, { steps: 5 });
    await page.evaluate(() => {
      const seen = { lastMove: 0, hiddenAt: 0 };
      Object.assign(globalThis, { seen });
      addEventListener('pointermove', ({ timeStamp }) => (seen.lastMove ||= timeStamp), true);
      const watch = (): void => {
        if (document.querySelector('div:popover-open')) requestAnimationFrame(watch);
        else seen.hiddenAt = performance.now();
      };
      watch();
    });
    await page.mouse.move(rect.x + rect.width + 200, rect.y + 40);
    const stayMs = await page.waitForFunction(
      () => {
        const { seen } = globalThis as unknown as { seen: { lastMove: number; hiddenAt: number } };
        return seen.hiddenAt > 0 && seen.hiddenAt - seen.lastMove;
      },
      { timeout: 3000 },
    );
    expect(await stayMs.jsonValue()).toBeGreaterThanOrEqual(closeDelayMs - 1);
  });

  it('closes when the pointer leaves the window', async () => {
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await page.mouse.move(0, 0);
    await expect.poll(() => readCard(page)).toBeNull();
  });

  it('leaves links under marks to the page', async () => {
    const { x, y } = await hoverText(page, 'UN experts');
    await page.mouse.click(x, y);
    await page.waitForFunction(() => location.hash === '#followed', { timeout: 2000 });
    await sleep(patienceMs);
    expect(await readCard(page)).toBeNull();
  });

  it('has one pinned card at most', async () => {
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await clickControl(page, 'Pin');
    await hoverText(page, 'Viasna');
    await sleep(patienceMs);
    expect((await readCard(page))?.title).toContain('Salidarnast');
    await pressCommand(context.launched, 'next-mention');
    await expect.poll(async () => (await readCard(page))?.title).not.toContain('Salidarnast');
    expect(await evaluateInClosedRoot(page, countCards, null)).toEqual({ cards: 1, pinned: 0 });
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  });

  it('keeps a pinned card when the pointer leaves, until Escape', async () => {
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await clickControl(page, 'Pin');
    await page.mouse.move(900, 20, { steps: 4 });
    await sleep(patienceMs);
    expect(await readCard(page)).not.toBeNull();
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
  });
});
