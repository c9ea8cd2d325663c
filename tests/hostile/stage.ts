import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { pasteClipboard } from '@/tests/support/browser/clipboard';
import type { BrowserContext } from '@/tests/support/browser/describe-browsers';
import {
  clickControl,
  type OpenCard,
  readCard,
  waitForCard,
  waitForNoCard,
} from '@/tests/support/browser/open-card';
import { hoverText, sleep } from '@/tests/support/browser/page-reading';

/** Longer than the opening and the closing delay together. */
const patienceMs = 800;
/** A busy machine sees a movement too late, and then it does not count. */
const maxTries = 4;

/** What a reader does on a hostile page, and what must come of it. */
export type Stage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Rest the pointer on a name until its card is open. */
  readonly openCard: (name?: string) => Promise<OpenCard>;
  readonly expectNoCard: () => Promise<void>;
  readonly closeCard: () => Promise<void>;
  /** Press Copy on the open card and expect its quote on the clipboard. */
  readonly expectCopy: () => Promise<void>;
  /** Put words on the clipboard the way a reader does, in another tab. */
  readonly copyByHand: (words: string) => Promise<void>;
  readonly readClipboard: () => Promise<string>;
};

/** Create the stage of one page. */
export function createStage(page: Page, context: BrowserContext): Stage {
  const { launched, server } = context;

  async function openCard(name = 'Salidarnast'): Promise<OpenCard> {
    for (let tries = 1; ; tries += 1) {
      await hoverText(page, name);
      try {
        return await waitForCard(page, 1500);
      } catch (error) {
        if (tries === maxTries) throw error;
        await page.mouse.move(5, 5);
      }
    }
  }

  async function readClipboard(): Promise<string> {
    const { text } = await pasteClipboard(launched, server);
    await page.bringToFront();
    return text;
  }

  return {
    page,
    context,
    openCard,
    readClipboard,
    async expectNoCard() {
      await sleep(patienceMs);
      expect(await readCard(page)).toBeNull();
    },
    async closeCard() {
      await page.mouse.move(5, 5, { steps: 2 });
      await waitForNoCard(page);
    },
    async expectCopy() {
      await clickControl(page, 'Copy');
      await sleep(200);
      expect(await readClipboard()).toMatch(
        /^“[^”]+” — FIDH and Viasna, press release, 6 June 2025\. https:\S+$/,
      );
    },
    async copyByHand(words) {
      const body = `<!doctype html><title>Copy</title><textarea>${words}</textarea>`;
      const other = await launched.browser.newPage();
      await other.goto(server.add({ path: '/copied-before', body }));
      await other.click('textarea');
      await other.keyboard.down('Control');
      await other.keyboard.press('a');
      await other.keyboard.press('c');
      await other.keyboard.up('Control');
      await other.close();
      await page.bringToFront();
    },
  };
}
