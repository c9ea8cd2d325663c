import type { Frame, Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCardPlace } from '@/tests/support/browser/card-place';
import { evaluateInClosedRoot } from '@/tests/support/browser/closed-root';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { readCard, waitForCard, waitForNoCard } from '@/tests/support/browser/open-card';
import { hoverText, locateText, sleep, waitForMarks } from '@/tests/support/browser/page-reading';
import { setSurroundings } from '@/tests/support/browser/surroundings';

describeInBrowsers('a card in a frame', (context) => {
  let page: Page;
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    await page.goto(`${context.server.origin}/placement/frames.html`);
  });
  afterEach(() => page.close());

  it.each(['#same', '#other'])('is whole and usable in the frame %s', async (selector) => {
    const element = await page.waitForSelector(selector);
    const frame = await element?.contentFrame();
    const box = await element?.boundingBox();
    if (!frame || !box) throw new Error(`there is no frame ${selector}`);
    await waitForMarks(frame);
    await hoverIn(frame, box);
    await waitForCard(frame);
    const { card, ...place } = await readCardPlace(frame);
    expect(place).toMatchObject({ clipped: [], coveredPoints: 0 });
    await page.mouse.move(box.x + (card.left + card.right) / 2, box.y + card.top + 30, {
      steps: 6,
    });
    await sleep(800);
    expect((await readCard(frame))?.title).toContain('Salidarnast');
    // Chromium's driver does not tell a frame of another site when the pointer leaves it.
    const isBelow = card.top > 150;
    await page.mouse.move(box.x + 5, box.y + (isBelow ? 5 : box.height - 20), { steps: 4 });
    await waitForNoCard(frame);
  });

  async function hoverIn(frame: Frame, { x, y }: { x: number; y: number }): Promise<void> {
    const point = await locateText(frame, 'Salidarnast');
    await sleep(150);
    await page.mouse.move(x + point.x - 40, y + point.y + 20);
    await page.mouse.move(x + point.x, y + point.y, { steps: 4 });
  }
});

describeInBrowsers('a card under other circumstances', (context) => {
  let page: Page;
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    await page.goto(`${context.server.origin}/opening/index.html`);
    await waitForMarks(page, 3);
  });
  afterEach(async () => {
    await setSurroundings(context.launched, page, {});
    await page.close();
  });

  it('is not printed, nor are marks', async () => {
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    expect(await readMarkLine(page)).toBe('underline');
    await setSurroundings(context.launched, page, { isPrinted: true });
    await page.waitForFunction(() => matchMedia('print').matches);
    expect(await readCard(page)).toBeNull();
    expect(await readMarkLine(page)).not.toBe('underline');
    await setSurroundings(context.launched, page, {});
    expect(await readCard(page)).not.toBeNull();
  });

  it('appears without movement for readers who asked for less of it', async () => {
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    expect(await evaluateInClosedRoot(page, readMotion, null)).toContain('appear');
    await setSurroundings(context.launched, page, { hasReducedMotion: true });
    await page.waitForFunction(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
    expect(await evaluateInClosedRoot(page, readMotion, null)).toEqual([]);
  });

  it('wears the reader’s own colours when these are forced', async () => {
    await setSurroundings(context.launched, page, { hasForcedColours: true });
    await page.waitForFunction(() => matchMedia('(forced-colors: active)').matches);
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    const wearing = await evaluateInClosedRoot(page, readForcedColours, null);
    expect(wearing?.colours).toEqual([wearing?.system]);
    expect(wearing?.unframed).toEqual([]);
  });
});

/** How the page’s marks are drawn. */
function readMarkLine(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [[name, marks] = ['', new Highlight()]] = [...CSS.highlights];
    const element = [...marks][0]?.startContainer.parentElement ?? document.body;
    return getComputedStyle(element, `::highlight(${name})`).textDecorationLine;
  });
}

/** Names of all animations and transitions that elements of the card would run. */
function readMotion(root: ShadowRoot): string[] {
  const styles = [...root.querySelectorAll('*')].map((element) => getComputedStyle(element));
  const animated = styles.map(({ animationName }) => animationName);
  const changing = styles.filter(({ transitionDuration }) => /[1-9]/.test(transitionDuration));
  return [
    ...animated.filter((name) => name !== 'none'),
    ...changing.map(({ transitionProperty }) => transitionProperty),
  ];
}

function readForcedColours(root: ShadowRoot): {
  system: string;
  colours: string[];
  unframed: string[];
} {
  const probe = document.createElement('div');
  probe.style.cssText = 'color: CanvasText; background: Canvas; forced-color-adjust: none';
  root.append(probe);
  const system = getComputedStyle(probe);
  const pair = `${system.color} on ${system.backgroundColor}`;
  probe.remove();
  const card = root.querySelector('.card');
  const texts = [...root.querySelectorAll('.card-title, .card-summary, .fact-statement')];
  return {
    system: pair,
    colours: [
      ...new Set(
        texts.map(
          (text) =>
            `${getComputedStyle(text).color} on ${card ? getComputedStyle(card).backgroundColor : ''}`,
        ),
      ),
    ],
    unframed: [...root.querySelectorAll('button')]
      .filter((button) => getComputedStyle(button).borderStyle === 'none')
      .map(({ textContent }) => textContent),
  };
}
