import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import {
  clickControl,
  readCard,
  waitForCard,
  waitForNoCard,
} from '@/tests/support/browser/open-card';
import { hoverText, locateText, sleep, waitForMarks } from '@/tests/support/browser/page-reading';

/** Longer than the opening and the closing delay together. */
const patienceMs = 800;

describeInBrowsers('opening a card', (context) => {
  let page: Page;
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    await page.goto(`${context.server.origin}/opening/index.html`);
    await waitForMarks(page, 3);
  });
  afterEach(() => page.close());

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

  it('stays away while the reader types', async () => {
    await page.focus('#field');
    await hoverText(page, 'Salidarnast');
    await sleep(patienceMs);
    expect(await readCard(page)).toBeNull();
  });

  it('leaves links under marks to the page', async () => {
    const { x, y } = await hoverText(page, 'UN experts');
    await page.mouse.click(x, y);
    await page.waitForFunction(() => location.hash === '#followed', { timeout: 2000 });
    await sleep(patienceMs);
    expect(await readCard(page)).toBeNull();
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
