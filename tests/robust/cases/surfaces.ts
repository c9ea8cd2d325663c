import { inflateSync } from 'node:zlib';
import type { Page, ScreenshotClip } from 'puppeteer-core';
import { expect } from 'vitest';
import { openExtensionPage } from '@/tests/support/browser/launch';
import { evaluateInClosedRoot } from '@/tests/support/browser/closed-root';
import { clickControl, readCard } from '@/tests/support/browser/open-card';
import type { RobustCase, Visit } from '../robust-case';
import { hoverMark } from '../visit';

declare const chrome: {
  tabs: {
    query(filter: object): Promise<readonly { id?: number; url?: string }[]>;
    setZoom(tabId: number, factor: number): Promise<void>;
  };
};

const shot: ScreenshotClip = { x: 0, y: 0, width: 600, height: 400 };
const rowHeight = 60;

/** Wait for the card of the mark under the pointer, then see that a click on it reaches it. */
async function pinCard(page: Page): Promise<void> {
  await expect.poll(() => readCard(page), { timeout: 5000 }).not.toBeNull();
  await clickControl(page, 'Pin');
  const isPinned = (): Promise<boolean | null> =>
    evaluateInClosedRoot(
      page,
      (root) => root.querySelector('[aria-pressed="true"]') !== null,
      null,
    );
  await expect.poll(isPinned, { timeout: 3000 }).toBe(true);
}

/** What covers pages, and what changes how all of them are drawn. */
export const surfaceCases: readonly RobustCase[] = [
  {
    name: 'opens cards that can be used inside a modal dialog',
    defence: 'cards go into what is on top',
    page: `<dialog><p>FIDH spoke.</dialog><p>BKDP spoke.<script>
      document.querySelector('dialog').showModal();</script>`,
    marks: ['FIDH', 'BKDP'],
    async check({ page }) {
      await hoverMark(page, 'FIDH');
      await pinCard(page);
    },
  },
  {
    name: 'opens cards that can be used on a fullscreen element',
    defence: 'cards go into what is on top',
    page: `<main style="background: white"><p>FIDH spoke.
      <button onclick="document.querySelector('main').requestFullscreen()">Full</button></main>`,
    before: ['FIDH'],
    async act(page) {
      await page.click('button');
      await page.waitForFunction(() => document.fullscreenElement !== null);
    },
    marks: ['FIDH'],
    async check({ page }) {
      await hoverMark(page, 'FIDH');
      await pinCard(page);
      await page.evaluate(() => document.exitFullscreen());
    },
  },
  {
    name: 'opens cards above a popover of the page, and does not close it',
    defence: 'cards close no popover of the page',
    page: `<p>Salidarnast spoke.<div id="own" popover="auto"><p>FIDH spoke.</div><script>
      own.showPopover();</script>`,
    marks: ['FIDH', 'Salidarnast'],
    async check({ page }) {
      const isOwnOpen = () => page.evaluate(() => document.querySelector('#own:popover-open'));
      await hoverMark(page, 'Salidarnast');
      await expect.poll(() => readCard(page), { timeout: 5000 }).not.toBeNull();
      expect(await isOwnOpen()).not.toBeNull();
      await hoverMark(page, 'FIDH');
      await pinCard(page);
      expect(await isOwnOpen()).not.toBeNull();
    },
  },
  {
    name: 'opens cards within the window at every zoom',
    defence: 'cards fit into the window',
    page: '<p>FIDH spoke.',
    marks: ['FIDH'],
    check: openAtEveryZoom,
  },
  {
    name: 'prints nothing of its own',
    defence: 'marks are not printed',
    page: '<p>FIDH spoke.',
    marks: ['FIDH'],
    async check({ launched, page, control }) {
      await hoverMark(page, 'FIDH');
      await expect.poll(() => readCard(page), { timeout: 5000 }).not.toBeNull();
      const printOut = launched.name === 'chromium' ? printGlyphsAndLines : print;
      expect(await printOut(page)).toBe(await printOut(control));
    },
  },
  {
    name: 'underlines marks, in forced colours too',
    defence: 'marks are underlines',
    page: `<div id="host"></div><p>Weather</p><script>
      host.attachShadow({ mode: 'open' }).innerHTML = '<p>FIDH spoke.</p>';</script>`,
    marks: ['FIDH'],
    check: seeUnderline,
  },
  {
    name: 'underlines marks in elements of every kind, across them and in links',
    defence: 'marks are painted wherever they stand',
    page: `<style>body > * { position: absolute; inset: auto 0; height: ${rowHeight}px; margin: 0 }</style>
      <p style="top: 0">FIDH spoke.</p>
      <p style="top: ${rowHeight}px">B<i>KD</i><b>P</b> spoke.</p>
      <x-words style="top: ${2 * rowHeight}px">Salidarnast spoke.</x-words>
      <ul style="top: ${3 * rowHeight}px"><li><a href="#">International Labour Organization</a></ul>`,
    marks: ['FIDH', 'BKDP', 'Salidarnast', 'International Labour Organization'],
    async check({ page, control }) {
      for (let row = 0; row < 4; row += 1) {
        const clip = { ...shot, y: row * rowHeight, height: rowHeight };
        expect(await draw(page, clip), `row ${row}`).not.toBe(await draw(control, clip));
      }
    },
  },
  {
    name: 'underlines marks in text right in a shadow tree',
    // Firefox paints no highlight there, whatever the rule and whichever tree it stands in.
    onlyIn: 'chromium',
    defence: 'marks are painted wherever they stand',
    page: `<div id="host"></div><script>
      host.attachShadow({ mode: 'open' }).innerHTML = 'FIDH spoke.';</script>`,
    marks: ['FIDH'],
    async check({ page, control }) {
      expect(await draw(page)).not.toBe(await draw(control));
    },
  },
  {
    name: 'keeps its underlines when the page sets all its style sheets anew',
    defence: 'style sheets are put back',
    page: '<p>FIDH spoke.</p><p>Weather</p>',
    before: ['FIDH'],
    act: (page) =>
      page.evaluate(() => {
        document.adoptedStyleSheets = [new CSSStyleSheet()];
        document.body.append('More.');
      }),
    marks: ['FIDH'],
    async check({ page, control }) {
      await expect.poll(() => draw(page), { timeout: 3000 }).not.toBe(await draw(control));
    },
  },
];

async function openAtEveryZoom({ launched, page }: Visit): Promise<void> {
  const desk = await openExtensionPage(launched, 'welcome.html');
  const zoom = (factor: number): Promise<void> =>
    desk.evaluate(
      async (url, wanted) => {
        const tabs = await chrome.tabs.query({});
        await chrome.tabs.setZoom(tabs.find((tab) => tab.url === url)?.id ?? -1, wanted);
      },
      page.url(),
      factor,
    );
  for (const factor of [0.5, 2, 5]) {
    await zoom(factor);
    await page.bringToFront();
    await hoverMark(page, 'FIDH');
    await expect.poll(() => readCard(page), { timeout: 5000 }).not.toBeNull();
    const { x, y, width, height } = (await readCard(page))?.rect ?? new DOMRect(-1, -1);
    const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect([x >= 0, y >= 0, x + width <= view.width, y + height <= view.height]).toEqual(
      Array(4).fill(true),
    );
    await page.mouse.move(2, 2, { steps: 2 });
    await expect.poll(() => readCard(page), { timeout: 5000 }).toBeNull();
  }
  // Browsers keep it for the whole site.
  await zoom(1);
  await desk.close();
}

/** Print to a file and give all that it holds but when it was made and what stands where. */
async function print(page: Page): Promise<string> {
  const streams = listStreams(Buffer.from(await page.pdf()));
  return streams.join('\n').replaceAll(/\/(?:CreationDate|ModDate) ?\([^)]*\)/g, '');
}

/** List the packed streams of a PDF file but its table of contents, unpacked. */
function listStreams(file: Buffer): readonly string[] {
  const starts = file
    .toString('latin1')
    .matchAll(/<<(?:(?!<<|stream).)*\/FlateDecode.*?stream\r?\n/gs);
  return [...starts]
    .filter(([head]) => !head.includes('/XRef'))
    .map(({ index, 0: { length } }) =>
      inflateSync(file.subarray(index + length)).toString('latin1'),
    );
}

/** Chromium cuts text at marks that show nothing, so files differ: read which glyphs and lines they draw. */
async function printGlyphsAndLines(page: Page): Promise<string> {
  const streams = listStreams(Buffer.from(await page.pdf()));
  const drawn = streams.filter((stream) => /^BT$/m.test(stream)).join('\n');
  const glyphs = [...drawn.matchAll(/<([0-9A-F]+)> Tj/g)].map(([, codes]) => codes);
  const lines = drawn.match(/^(?:[fFSsBb]\*?)$/gm);
  return `${glyphs.join('')} ${lines?.join('') ?? ''}`;
}

async function draw(page: Page, clip: ScreenshotClip = shot): Promise<string> {
  await page.bringToFront();
  return page.screenshot({ encoding: 'base64', clip });
}

async function seeUnderline({ launched, page, control }: Visit): Promise<void> {
  expect(await draw(page)).not.toBe(await draw(control));
  const force = launched.name === 'chromium' ? forceColoursInChromium : forceColoursInFirefox;
  for (const opened of [page, control]) {
    await force(opened, true);
    await opened.waitForFunction(() => matchMedia('(forced-colors: active)').matches);
  }
  const [seen, without] = [await draw(page), await draw(control)];
  for (const opened of [page, control]) await force(opened, false);
  expect(seen).not.toBe(without);
}

async function forceColoursInChromium(page: Page, isForced: boolean): Promise<void> {
  const session = await page.createCDPSession();
  const features = [{ name: 'forced-colors', value: isForced ? 'active' : 'none' }];
  await session.send('Emulation.setEmulatedMedia', { features });
  if (!isForced) await session.detach();
}

/** The parts of WebDriver BiDi used here, which puppeteer speaks but does not offer. */
type BidiConnection = {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
};

async function forceColoursInFirefox(page: Page, isForced: boolean): Promise<void> {
  const { connection } = page.browser() as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: readonly { context: string }[] };
  await connection.send('script.evaluate', {
    // 2 overrides the colours of all pages, 0 those of high-contrast themes only.
    expression: `Services.prefs.setIntPref('browser.display.document_color_use', ${isForced ? 2 : 0})`,
    awaitPromise: false,
    target: { context: contexts[0]?.context },
  });
}
