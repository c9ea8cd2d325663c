import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evaluateInClosedRoot } from '@/tests/support/browser/closed-root';
import { pressCommand } from '@/tests/support/browser/commands';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { openExtensionPage } from '@/tests/support/browser/launch';
import { clickControl, waitForCard, waitForNoCard } from '@/tests/support/browser/open-card';
import {
  hoverText,
  listMarks,
  serialiseDocument,
  sleep,
  waitForMarks,
} from '@/tests/support/browser/page-reading';
import { openPopup } from '@/tests/support/browser/popup';

/** Controls of the card, how many marks they leave on the page, and the options' way back. */
const controls = [
  { control: 'Not this one here', leaves: 3, listed: 'Mark again' },
  { control: 'Never mark', leaves: 3, listed: 'Mark again' },
  { control: 'Off on this page', leaves: 0, listed: null },
  { control: 'Off on this site', leaves: 0, listed: 'Turn on' },
  { control: 'Pause for an hour', leaves: 0, listed: null },
] as const;
/** The longest a notice stays, as the card has it, and a little more. */
const noticeMs = 10_000;

type Api = { readonly storage: { readonly local: { clear(): Promise<void> } } };
declare const browser: Api;
declare const chrome: Api;

describeInBrowsers('taking back what a card turned off', (context) => {
  let page: Page;
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    await page.goto(`${context.server.origin}/opening/index.html`);
    await waitForMarks(page, 4);
  });
  afterEach(async () => {
    await page.close();
    const own = await openExtensionPage(context.launched, 'welcome.html');
    await own.evaluate(async () => {
      const api = 'browser' in globalThis ? browser : chrome;
      await api.storage.local.clear();
    });
    await own.close();
  });

  async function use(control: string): Promise<void> {
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await clickControl(page, 'More');
    await clickControl(page, control);
    await waitForNoCard(page);
    await expect.poll(() => readNotice(page)).not.toBeNull();
  }

  it.each(controls)('$control is undone in the page itself', async ({ control, leaves }) => {
    const before = await serialiseDocument(page);
    const marks = await sortMarks(page);
    await use(control);
    await expect.poll(async () => (await listMarks(page)).length).toBe(leaves);
    await expect.poll(() => readStatus(page)).toMatch(/\S/);
    await clickControl(page, 'Undo');
    await expect.poll(() => sortMarks(page)).toEqual(marks);
    await expect.poll(() => readStatus(page)).toBe('Undone.');
    await clickControl(page, 'Close');
    await expect.poll(() => readNotice(page)).toBeNull();
    expect(await serialiseDocument(page)).toBe(before);
  });

  it.each(controls.filter(({ listed }) => listed !== null))(
    '$control is listed in the options and undone there',
    async ({ control, listed }) => {
      const marks = await sortMarks(page);
      await use(control);
      const options = await openExtensionPage(context.launched, 'options.html');
      const button = await options.waitForSelector(`button[aria-label^="${listed}"]`);
      await button?.click();
      await page.bringToFront();
      await expect.poll(() => sortMarks(page)).toEqual(marks);
      await options.close();
    },
  );

  it('a pause is ended in the popup', async () => {
    const marks = await sortMarks(page);
    await use('Pause for an hour');
    const popup = await openPopup(context.launched, page);
    const resume = await popup.waitForSelector('button::-p-text(Resume)');
    await resume?.click();
    await popup.waitForSelector('button::-p-text(Pause)');
    await popup.close();
    await page.bringToFront();
    await expect.poll(() => sortMarks(page)).toEqual(marks);
  });

  it('what the popup turned off is undone there', async () => {
    const marks = await sortMarks(page);
    const popup = await openPopup(context.launched, page);
    await popup.type('[role="combobox"]', 'salidarnast');
    const option = await popup.waitForSelector('[role="option"]::-p-text(Salidarnast)');
    await option?.click();
    for (const control of ['Never mark', 'Off on this page', 'Off on this site', 'Pause']) {
      const press = async (text: string): Promise<void> => {
        const button = await popup.waitForSelector(`.card button::-p-text(${text})`);
        await button?.click();
      };
      await press('More');
      await press(control);
      await expect.poll(async () => (await listMarks(page)).length).toBeLessThan(marks.length);
      await press('Undo');
      // A page behind another tab is not read again before it is looked at.
      await page.bringToFront();
      await expect.poll(() => sortMarks(page)).toEqual(marks);
      await popup.bringToFront();
    }
    await popup.close();
  });

  it('goes by itself, but not from under the pointer', async () => {
    await use('Never mark');
    const rect = (await readNotice(page))?.rect ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(rect.x + 20, rect.y + rect.height / 2, { steps: 3 });
    await sleep(noticeMs + 1000);
    expect(await readNotice(page)).not.toBeNull();
    await page.mouse.move(10, 10, { steps: 3 });
    await expect.poll(() => readNotice(page), { timeout: noticeMs + 3000 }).toBeNull();
  }, 60_000);

  it('takes the focus of who came by keyboard, keeps it, and gives it back', async () => {
    const marks = await sortMarks(page);
    await page.focus('#button');
    await pressCommand(context.launched, 'next-mention');
    await waitForCard(page);
    await pressUntil('More');
    await pressUntil('Never mark');
    await expect.poll(() => readNotice(page)).toMatchObject({ focus: 'Undo' });
    await page.keyboard.press('Enter');
    await expect.poll(() => sortMarks(page)).toEqual(marks);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('button');
  });

  /** Tab to a control of the card and press it. */
  async function pressUntil(name: string): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      const focus = await evaluateInClosedRoot(page, readFocus, null);
      if (focus?.startsWith(name)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  }
});

/** List the marks in the order of the alphabet: a mark that comes back is the last of the registry. */
async function sortMarks(page: Page): Promise<string[]> {
  return (await listMarks(page)).toSorted();
}

type Notice = {
  readonly status: string;
  readonly focus: string;
  readonly rect: { x: number; y: number; width: number; height: number };
};

function readNotice(page: Page): Promise<Notice | null> {
  return evaluateInClosedRoot(
    page,
    (root) => {
      const notice = root.querySelector('.undo-notice');
      if (notice === null) return null;
      const { x, y, width, height } = notice.getBoundingClientRect();
      return {
        status: notice.querySelector('[role="status"]')?.textContent ?? '',
        focus: root.activeElement?.textContent.trim() ?? '',
        rect: { x, y, width, height },
      };
    },
    null,
  );
}

/** Read what the notice announces, which it says only once it is drawn. */
async function readStatus(page: Page): Promise<string | undefined> {
  return (await readNotice(page))?.status;
}

function readFocus(root: ShadowRoot): string {
  return root.activeElement?.textContent.trim() ?? '';
}
