import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRandom } from '@/bench/random';
import { readCardPlace } from '@/tests/support/browser/card-place';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { glidePointer } from '@/tests/support/browser/glide';
import {
  type OpenCard,
  readCard,
  waitForCard,
  waitForNoCard,
} from '@/tests/support/browser/open-card';
import { type Point, sleep, waitForMarks } from '@/tests/support/browser/page-reading';

const markCount = 200;
const journeyCount = 50;
/** A machine that stops for this long lets the pointer rest, and a card may open. */
const longestGapMs = 250;

type Seen = { opened: number; longestGap: number; lastMove: number };

describeInBrowsers('a pointer among two hundred marks', (context) => {
  let page: Page;
  let marks: readonly Point[];
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    await page.setViewport({ width: 1280, height: 700 });
    await page.goto(`${context.server.origin}/opening/many-marks.html`);
    await waitForMarks(page, markCount);
    marks = await page.$$eval('p', (paragraphs) =>
      paragraphs.map((paragraph) => {
        // A wide font breaks names in two, and between lines there is no mark.
        const range = new Range();
        range.selectNodeContents(paragraph);
        const { left, top, height } =
          range.getClientRects()[0] ?? paragraph.getBoundingClientRect();
        return { x: left + 12, y: top + height / 2 };
      }),
    );
  });
  afterEach(() => page.close());

  it('opens no card by crossing them at 1 px/ms', async () => {
    expect(marks).toHaveLength(markCount);
    await page.evaluate(() => {
      const seen = { opened: 0, longestGap: 0, lastMove: 0 };
      Object.assign(globalThis, { seen });
      addEventListener('beforetoggle', () => (seen.opened += 1), true);
      addEventListener(
        'pointermove',
        ({ timeStamp }) => {
          if (seen.lastMove > 0)
            seen.longestGap = Math.max(seen.longestGap, timeStamp - seen.lastMove);
          seen.lastMove = timeStamp;
        },
        true,
      );
    });
    const rows = [...new Set(marks.map(({ y }) => y))];
    for (const y of rows) {
      let seen = await crossRow(y);
      for (let tries = 0; seen.longestGap > longestGapMs && tries < 5; tries += 1)
        seen = await crossRow(y);
      expect(seen).toMatchObject({ opened: 0 });
    }
  }, 120_000);

  it('loses no card on its way there, in fifty random journeys', async () => {
    const random = createRandom(20250606);
    const lost: object[] = [];
    for (let count = 0; count < journeyCount; count += 1) {
      const mark = random.pick(marks);
      const { title } = await openAt(mark);
      const { card } = await readCardPlace(page);
      const to = {
        x: card.left + 4 + random.next() * (card.right - card.left - 8),
        y: card.top + 4 + random.next() * (card.bottom - card.top - 8),
      };
      const durationMs = 60 + random.integer(700);
      await glidePointer(page, { from: mark, to, durationMs });
      await sleep(400);
      const left = await readCard(page);
      if (left?.title !== title) lost.push({ mark, to, durationMs, title, left: left?.title });
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
      await page.mouse.move(640, 690);
    }
    expect(lost).toEqual([]);
  }, 180_000);

  /** A busy browser may take a movement for stale; hands move a little all the time. */
  async function openAt({ x, y }: Point): Promise<OpenCard> {
    for (let tries = 0; tries < 5; tries += 1) {
      await page.mouse.move(x - 6, y);
      await page.mouse.move(x, y);
      const card = await waitForCard(page, 1000).catch(() => null);
      if (card !== null) return card;
    }
    throw new Error(`no card opens at ${x}, ${y}`);
  }

  async function crossRow(y: number): Promise<Seen> {
    await page.mouse.move(1, y);
    await page.evaluate(() => {
      const { seen } = globalThis as unknown as { seen: Seen };
      Object.assign(seen, { opened: 0, longestGap: 0, lastMove: 0 });
    });
    const from = { x: 2, y };
    await glidePointer(page, { from, to: { x: 1270, y }, durationMs: 1268 });
    return page.evaluate(() => ({ ...(globalThis as unknown as { seen: Seen }).seen }));
  }
});
