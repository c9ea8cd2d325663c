import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type HostilePage, sentence } from '../hostile-page';
import type { Stage } from '../stage';
import { readCard } from '@/tests/support/browser/open-card';
import { hoverText, sleep } from '@/tests/support/browser/page-reading';

/** Everything a page can say about the card's host from outside. */
const styles = {
  'div { display: none !important }': 'hides every block',
  '* { all: unset !important }': 'unsets every style',
  '[popover], :popover-open { opacity: 0 !important; transform: scale(0) !important; clip-path: inset(50%) !important; visibility: hidden !important }':
    'hides every popover',
  'div { filter: opacity(0) !important; mask: linear-gradient(transparent, transparent) !important; inset: -999px !important; zoom: 0.01 !important; width: 0 !important; overflow: hidden !important; contain: strict !important; content-visibility: hidden !important }':
    'masks, moves and shrinks every block',
  '@keyframes away { from, to { opacity: 0; translate: -9999px } } div { animation: away 1s infinite !important; transition: all 9s 9s !important; pointer-events: none !important; user-select: none !important; cursor: none !important }':
    'animates every block away',
  ':root { --ink: transparent; --paper: transparent; --text-size: 0px; color-scheme: dark } div { --ink: transparent !important; --paper: red !important; --target: 0px !important; direction: rtl !important; writing-mode: vertical-rl !important; font-size: 0 !important; color: transparent !important; letter-spacing: 99px !important; text-transform: uppercase !important }':
    'passes down properties of its own',
} as const;

/** Host and card as they look, compared with a page that says nothing. */
async function expectLooks({ page, openCard, expectCopy }: Stage): Promise<void> {
  const { rect } = await openCard();
  expect(rect.width).toBeGreaterThan(300);
  expect(rect.height).toBeGreaterThan(100);
  await sleep(200);
  const clip = { ...rect, height: 100 };
  const shown = await page.screenshot({ clip, captureBeyondViewport: false });
  await expectCopy();
  await page.keyboard.press('Escape');
  await sleep(100);
  expect(
    Buffer.compare(shown, await page.screenshot({ clip, captureBeyondViewport: false })),
  ).not.toBe(0);
}

/** Does `act(host)` to the card's host as soon as the page sees it. */
function onHost(act: string): string {
  return `<script>
    let count = 0;
    function act(host) { ${act} }
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes)
        if (node.nodeType === 1 && node.hasAttribute('popover') && count < 1000) { count += 1; act(node); }
    }).observe(document, { childList: true, subtree: true });
    document.addEventListener('keydown', ({ key }) => { heardKeys += key; });
    let heardKeys = '';
    function makeOne() {
      const own = document.createElement('div');
      own.setAttribute('popover', 'manual');
      document.documentElement.append(own);
      return new Promise((resolve) => setTimeout(() => { const found = count > 0; own.remove(); count = 0; resolve(found); }, 50));
    }</script>`;
}

const isLive = 'makeOne()';

/** Rest the pointer on a name until the page has found the host of the card and done as it will. */
async function hoverUntilHostIsTaken(page: Page): Promise<void> {
  await hoverText(page, 'Salidarnast');
  await page.waitForFunction('count > 0', { timeout: 4000, polling: 50 });
  await sleep(300);
}

/** Pages that attack the one element the extension puts into a page. */
export const hostPages: readonly HostilePage[] = [
  ...Object.entries(styles).map(([css, what]): HostilePage => ({
    title: `shows and copies all the same on a page that ${what}`,
    defence: 'rules of the host are important',
    body: `<style>${css}</style><section>${sentence}</section><div id="own">Own</div>`,
    isLive: 'document.styleSheets[0].cssRules.length > 0 && own.localName === "div"',
    check: expectLooks,
  })),
  {
    title: 'gets nothing but an empty element by cloning and moving the host',
    defence: 'closed root',
    body: `${sentence}<div id="store" hidden></div>${onHost(`
      const clone = host.cloneNode(true);
      see(String(host.shadowRoot) + clone.shadowRoot + clone.childNodes.length);
      store.append(host, clone);`)}`,
    isLive,
    limit: 'a page sees the host of an open card',
    async check({ page }) {
      await hoverUntilHostIsTaken(page);
      expect(await page.evaluate('noted')).toBe('nullnull0;');
      expect(await readCard(page)).toBeNull();
    },
  },
  {
    title: 'does not break cards by taking every attribute off the host',
    defence: 'a closed card leaves nothing',
    body: `${sentence}${onHost(`
      for (const name of host.getAttributeNames()) host.removeAttribute(name);
      for (const name of ['hidden', 'inert', 'aria-hidden', 'contenteditable', 'draggable']) host.setAttribute(name, '');
      host.dir = 'rtl'; host.lang = 'x'; host.style.cssText = 'display: none !important; all: unset !important';`)}`,
    isLive,
    limit: 'a page sees the host of an open card',
    async check({ page }) {
      await hoverUntilHostIsTaken(page);
      await page.keyboard.press('Escape');
      await page.waitForFunction('document.querySelectorAll("html > div").length === 0', {
        timeout: 4000,
        polling: 50,
      });
    },
  },
  {
    title: 'leaves Escape to the page that took the card away',
    defence: 'no Escape without a card',
    body: `${sentence}${onHost('host.remove();')}`,
    isLive,
    limit: 'a page sees the host of an open card',
    async check({ page }) {
      await hoverText(page, 'Salidarnast');
      await page.waitForFunction('count > 0', { timeout: 4000, polling: 50 });
      await page.keyboard.press('Escape');
      expect(await page.evaluate('heardKeys')).toBe('Escape');
    },
  },
  {
    title: 'displays no card that the page takes out of the top layer',
    defence: 'cards are in the top layer',
    body: `${sentence}<div id="store" style="opacity: 0.01"></div>${onHost('store.append(host);')}`,
    isLive,
    limit: 'a page sees the host of an open card',
    async check({ page }) {
      await hoverUntilHostIsTaken(page);
      expect(await page.evaluate('store.childElementCount')).toBe(1);
      expect(await readCard(page)).toBeNull();
      await page.evaluate('store.remove()');
    },
  },
  {
    title: 'reaches no root by elements it defines itself',
    defence: 'host is a plain div',
    body: `<script>
      for (const name of ['fact-card', 'fact-cards', 'facts-card', 'card-host', 'fact-cards-ui', 'wxt-ui'])
        customElements.define(name, class extends HTMLElement {
          constructor() { super(); this.internals = this.attachInternals(); }
          connectedCallback() { look(this); setTimeout(() => look(this), 50); }
        });
      function look(element) {
        let root = element.shadowRoot ?? element.internals?.shadowRoot;
        try { root ??= element.attachInternals().shadowRoot; } catch {}
        if (root) see('reached ' + element.localName);
      }
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) if (node.nodeType === 1) { look(node); setTimeout(() => look(node), 50); }
      }).observe(document, { childList: true, subtree: true });</script>${sentence}<fact-card id="own"></fact-card>
      <script>own.attachShadow({ mode: 'closed' }); look(own);</script>`,
    isLive: 'noted === "reached fact-card;"',
    async check({ page }) {
      await page.evaluate('noted = ""');
      await hoverText(page, 'Salidarnast');
      await page.waitForFunction('document.querySelector("html > [popover]") !== null', {
        timeout: 4000,
        polling: 50,
      });
      await sleep(100);
      expect(await page.evaluate('noted')).toBe('');
      await page.evaluate('noted = "reached fact-card;"');
    },
  },
];
