import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { evaluateInClosedRoot } from '@/tests/support/browser/closed-root';
import {
  clickControl,
  locateControl,
  readCard,
  waitForCard,
  waitForNoCard,
} from '@/tests/support/browser/open-card';
import { locateText, type Point, sleep } from '@/tests/support/browser/page-reading';
import { type HostilePage, sentence } from '../hostile-page';
import type { Stage } from '../stage';

/** Longer than a card must have been seen in its place before presses in it count. */
const restMs = 500;

/** What the reader presses is the button that closes the card: nothing else takes it away here. */
async function expectIgnored(page: Page): Promise<void> {
  for (let presses = 1; presses <= 3; presses += 1) {
    await clickControl(page, 'Close');
    await sleep(restMs);
    expect(await readCard(page)).not.toBeNull();
  }
}

async function expectPressed(page: Page): Promise<void> {
  await sleep(restMs);
  await clickControl(page, 'Close');
  await waitForNoCard(page);
}

/** See the card shown and pressed although the page has just called `act`. */
async function expectSeen({ page, openCard }: Stage, act: string): Promise<void> {
  const { rect } = await openCard();
  const clip = { ...rect, height: 40 };
  await page.mouse.move(rect.x + 20, rect.y + 60, { steps: 3 });
  await page.evaluate(act);
  await sleep(restMs);
  const shown = await page.screenshot({ clip, captureBeyondViewport: false });
  await expectPressed(page);
  const gone = await page.screenshot({ clip, captureBeyondViewport: false });
  expect(Buffer.compare(shown, gone)).not.toBe(0);
}

/**
 * A page with `coverOnce()`, which may be called again and again, and `uncover()`. In `isLive`, it lays
 * itself over an element of its own, which presses still reach.
 */
function createCover(cover: string): string {
  return `${sentence}<script>
    let timer = 0;
    function lay(element) {
      element.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; margin: 0; border: 0; padding: 0; background: white; pointer-events: none';
      element.popover = 'manual';
      return element;
    }
    ${cover}
    function keepCovering() { timer = setInterval(() => { uncover(); coverOnce(); }, 40); }
    rest = () => { clearInterval(timer); uncover(); };
    async function passesPresses() {
      const own = document.createElement('section');
      document.body.append(lay(own));
      own.style.pointerEvents = 'auto';
      own.showPopover();
      coverOnce();
      const isPressed = document.elementFromPoint(50, 50) === own;
      uncover();
      own.remove();
      return isPressed;
    }</script>`;
}

const coverByPopover = `
  function coverOnce() { cover.showPopover(); }
  function uncover() { cover.hidePopover(); }`;

/** What a page can lay over all else so that it is seen and presses go through. */
const covers = {
  'a popover': `const cover = lay(document.createElement('section'));
    document.body.append(cover);
    ${coverByPopover}`,
  'a popover that can hardly be seen': `const cover = lay(document.createElement('section'));
    cover.style.opacity = '0.1';
    document.body.append(cover);
    ${coverByPopover}`,
  'a popover with a page of its own in it': `const cover = lay(document.createElement('iframe'));
    document.body.append(cover);
    ${coverByPopover}`,
  'a popover in a closed shadow tree': `const cover = lay(document.createElement('section'));
    const holder = document.createElement('section');
    holder.attachShadow({ mode: 'closed' }).append(cover);
    document.body.append(holder);
    ${coverByPopover}`,
} as const;

const sees = 'a page sees the host of an open card';

/** Pages that have the reader press in the card what the reader does not see there. */
export const coverPages: readonly HostilePage[] = [
  ...Object.entries(covers).flatMap(([what, cover]): HostilePage[] => [
    {
      title: `takes no press through ${what} that comes again and again`,
      defence: 'presses are on what is seen',
      body: createCover(cover),
      isLive: 'passesPresses()',
      limit: sees,
      async check({ page, openCard }) {
        await openCard();
        await page.evaluate('keepCovering()');
        await sleep(restMs);
        await expectIgnored(page);
        await page.evaluate('rest()');
        await expectPressed(page);
      },
    },
    {
      title: `comes out from under ${what}`,
      defence: 'cards come out on top again',
      body: createCover(cover),
      isLive: 'passesPresses()',
      limit: sees,
      check: (stage) => expectSeen(stage, 'coverOnce()'),
    },
  ]),
  {
    title: 'presses by key what has the focus under a popover that comes again and again',
    defence: 'keys press what has the focus',
    body: createCover(covers['a popover']),
    isLive: 'passesPresses()',
    limit: sees,
    async check({ page, openCard }) {
      await openCard();
      await page.evaluate('keepCovering()');
      await sleep(restMs);
      await evaluateInClosedRoot(
        page,
        (root) => {
          const buttons = [...root.querySelectorAll('button')];
          buttons.find(({ textContent }) => textContent.trim() === 'Close')?.focus();
        },
        null,
      );
      await page.keyboard.press('Enter');
      await waitForNoCard(page);
    },
  },
  {
    // In Chromium presses reach nothing under a view transition.
    only: 'firefox',
    title: 'takes no press where a view transition shows something else',
    defence: 'what fades the card covers it',
    body: `<style>
        ::view-transition { background: white; pointer-events: none }
        ::view-transition-old(root), ::view-transition-new(root) { animation-duration: 60s }
      </style>${createCover(`
        function coverOnce() { document.startViewTransition(() => {}); }
        function uncover() { document.activeViewTransition?.skipTransition(); }`)}`,
    isLive: 'passesPresses()',
    async check({ page, openCard }) {
      await sleep(restMs);
      await openCard();
      await page.evaluate('coverOnce()');
      await sleep(restMs);
      await expectIgnored(page);
    },
  },
  {
    // Elsewhere nothing of the root element fades what is in the top layer.
    only: 'firefox',
    title: 'takes no press where a filter of the root element makes all invisible',
    defence: 'what fades the card covers it',
    body: createCover(`
      function coverOnce() { document.documentElement.setAttribute('style', 'filter: opacity(0.01)'); }
      function uncover() { document.documentElement.removeAttribute('style'); }`),
    isLive: 'passesPresses()',
    async check({ page, openCard }) {
      await openCard();
      await page.evaluate('coverOnce()');
      await sleep(restMs);
      await expectIgnored(page);
      await page.evaluate('uncover()');
      await expectPressed(page);
    },
  },
  ...[
    'opacity: 0.01',
    'transform: rotateY(90deg)',
    'clip-path: circle(0)',
    'mask: linear-gradient(transparent, transparent)',
    'filter: invert(1) hue-rotate(180deg)',
  ].map((style): HostilePage => ({
    title: `is seen and pressed all the same where the root element has ${style.split(':')[0]}`,
    defence: 'cards are in the top layer',
    body: `${sentence}<script>
      function restyle() { document.documentElement.setAttribute('style', '${style}'); }
      rest = () => document.documentElement.removeAttribute('style');</script>`,
    isLive:
      'restyle(), document.documentElement.getAttribute("style").length > 9 && (rest(), true)',
    check: (stage) => expectSeen(stage, 'restyle()'),
  })),
  {
    title: 'takes no press while the page moves the card about',
    defence: 'what has moved is not pressed',
    body: `${sentence}<script>
      let timer = 0;
      let isDown = false;
      function move() { isDown = !isDown; scrollTo(0, isDown ? 12 : 10); }
      function keepMoving() { timer = setInterval(move, 60); }
      rest = () => clearInterval(timer);</script><div style="height: 9999px"></div>`,
    isLive:
      '(move(), text.getBoundingClientRect().top) !== (move(), text.getBoundingClientRect().top)',
    async check({ page, openCard }) {
      const { rect } = await openCard();
      await page.mouse.move(rect.x + 20, rect.y + 60, { steps: 3 });
      await page.evaluate('keepMoving()');
      await sleep(restMs);
      await expectIgnored(page);
      await page.evaluate('clearInterval(timer)');
      await expectPressed(page);
    },
  },
  {
    title: 'takes no press meant for a control of the page that the card has just covered',
    defence: 'what appears over controls is not pressed',
    body: `${sentence}<button style="position: fixed; inset: 60px 0 0 0; width: 100%">Press here</button>`,
    isLive: 'document.elementFromPoint(400, 300).localName === "button"',
    async check({ page, openCard }) {
      // A busy machine presses too late, when the reader may well have seen the card.
      await expect
        .poll(
          async () => {
            await page.mouse.move(5, 5, { steps: 2 });
            await waitForNoCard(page);
            await openCard();
            const { x, y } = await locateControl(page, 'Close');
            await page.mouse.move(x - 3, y);
            await page.mouse.click(x, y);
            return (await readCard(page)) !== null;
          },
          { timeout: 20_000 },
        )
        .toBe(true);
      await expectPressed(page);
    },
  },
  {
    // Firefox does not tell a frame how it is shown: SECURITY.md.
    only: 'chromium',
    title: 'takes no press in a frame that is transparent',
    defence: 'presses are on what is seen',
    body: `${sentence}<iframe id="frame" style="width: 700px; height: 600px; opacity: 0.01" srcdoc='${sentence}'></iframe>`,
    isLive: 'getComputedStyle(frame).opacity === "0.01"',
    async check({ page }) {
      const frame = page.frames()[1];
      const box = await (await page.$('iframe'))?.boundingBox();
      if (!frame || !box) throw new Error('the page has no frame');
      const moveTo = async ({ x, y }: Point, steps: number): Promise<void> =>
        page.mouse.move(box.x + x, box.y + y, { steps });
      const mark = await locateText(frame, 'Salidarnast');
      await expect
        .poll(
          async () => {
            await moveTo({ x: mark.x - 30, y: mark.y + 20 }, 1);
            await moveTo(mark, 4);
            return waitForCard(frame, 1500).catch(() => null);
          },
          { timeout: 15_000 },
        )
        .not.toBeNull();
      await sleep(restMs);
      await moveTo(await locateControl(frame, 'Close'), 4);
      await page.mouse.down();
      await page.mouse.up();
      await sleep(restMs);
      expect(await readCard(frame)).not.toBeNull();
      await moveTo({ x: mark.x - 100, y: mark.y - 20 }, 4);
      await waitForNoCard(frame);
    },
  },
];
