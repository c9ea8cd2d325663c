import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pasteClipboard } from '@/tests/support/browser/clipboard';
import { evaluateInClosedRoot } from '@/tests/support/browser/closed-root';
import { pressCommand } from '@/tests/support/browser/commands';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import {
  type OpenCard,
  readCard,
  waitForCard,
  waitForNoCard,
} from '@/tests/support/browser/open-card';
import { hoverText, waitForMarks } from '@/tests/support/browser/page-reading';

describeInBrowsers('opening a card with the keyboard', (context) => {
  let page: Page;
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    await page.goto(`${context.server.origin}/opening/index.html`);
    await waitForMarks(page, 3);
  });
  afterEach(() => page.close());

  async function step(command: 'next-mention' | 'previous-mention'): Promise<OpenCard> {
    const before = (await readCard(page))?.title;
    await pressCommand(context.launched, command);
    await expect.poll(async () => (await readCard(page))?.title ?? before).not.toBe(before);
    return waitForCard(page);
  }

  it('goes to the next and the previous mention, round both ends', async () => {
    expect((await step('next-mention')).title).toContain('Viasna');
    expect((await step('next-mention')).title).toContain('International Labour Organization');
    expect((await step('next-mention')).title).toContain('Salidarnast');
    expect((await step('next-mention')).title).toContain('UN experts');
    expect((await step('next-mention')).title).toContain('Viasna');
    expect((await step('previous-mention')).title).toContain('UN experts');
  });

  it('scrolls to the mention', async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await step('next-mention');
    expect(await page.evaluate(() => scrollY)).toBeLessThan(200);
  });

  it('moves the focus into the card, and Escape puts it back', async () => {
    await page.focus('#button');
    await step('next-mention');
    expect(await evaluateInClosedRoot(page, readFocus, null)).toBe('dialog');
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('button');
  });

  it('lets Tab walk through the card in order, and on into the page', async () => {
    await step('next-mention');
    // What the reading list holds is asked for while the card opens.
    await expect.poll(async () => (await readCard(page))?.controls).toContain('Add to list');
    const controls = (await readCard(page))?.controls ?? [];
    const walked: string[] = [];
    for (let count = 0; count < controls.length; count += 1) {
      await page.keyboard.press('Tab');
      walked.push((await evaluateInClosedRoot(page, readFocus, null)) ?? 'nothing');
    }
    // Chromium also stops at what can be scrolled.
    expect(walked.filter((name) => name !== 'scrollable')).toEqual(
      controls.slice(0, walked.filter((name) => name !== 'scrollable').length),
    );
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab');
        return evaluateInClosedRoot(page, readFocus, null);
      })
      .toBe('nothing');
    expect(await readCard(page)).not.toBeNull();
  });

  it.each([' ', 'PageDown', 'ArrowDown', 'End'] as const)(
    'leaves “%s” to the page while a card is open',
    async (key) => {
      await hoverText(page, 'Salidarnast');
      await waitForCard(page);
      await page.keyboard.press(key);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    },
  );

  it('leaves letters to the page while a card is open', async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      addEventListener('keydown', (event) => {
        if (!event.defaultPrevented) heard.push(event.key);
      });
    });
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await page.keyboard.type('ajc/ ');
    await page.keyboard.press('Enter');
    const heard = await page.evaluate(
      () => (globalThis as unknown as { heard: readonly string[] }).heard,
    );
    expect(heard).toEqual(['a', 'j', 'c', '/', ' ', 'Enter']);
  });

  it('is a labelled dialog that announces itself once', async () => {
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await expect
      .poll(() => evaluateInClosedRoot(page, describeDialog, null))
      .toMatchObject({ announced: [expect.stringMatching(/^Card: .*Salidarnast.*, \d+ facts$/)] });
    expect(await evaluateInClosedRoot(page, describeDialog, null)).toMatchObject({
      role: 'dialog',
      isModal: false,
      label: expect.stringContaining('Salidarnast'),
      isHidden: false,
    });
  });

  it('leads from the page to a pasted citation in at most 8 key presses', async () => {
    await step('next-mention');
    const pressed: string[] = [];
    for (; pressed.length < 8; pressed.push('Tab')) {
      const focus = await evaluateInClosedRoot(page, readFocus, null);
      if (focus?.startsWith('Copy')) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    pressed.push('Enter');
    await expect
      .poll(() => evaluateInClosedRoot(page, describeDialog, null))
      .toMatchObject({ announced: expect.arrayContaining(['Copied']) });
    const pasted = await pasteClipboard(context.launched, context.server);
    pressed.push('Control+V');
    expect(pressed.length).toBeLessThanOrEqual(8);
    expect(pasted.text).toContain('https://www.fidh.org/');
  });
});

/** What has the focus in the card: the name of a control, `dialog`, `scrollable`, or `nothing`. */
function readFocus(root: ShadowRoot): string {
  const focus = root.activeElement;
  if (focus === null) return 'nothing';
  if (focus.matches('[role="dialog"]')) return 'dialog';
  if (!focus.matches('button, a')) return 'scrollable';
  return focus.getAttribute('aria-label') ?? focus.textContent.trim();
}

function describeDialog(root: ShadowRoot): {
  role: string | null;
  isModal: boolean;
  label: string;
  isHidden: boolean;
  announced: string[];
} {
  const dialog = root.querySelector('[role="dialog"]');
  const labelId = dialog?.getAttribute('aria-labelledby') ?? '';
  return {
    role: dialog?.getAttribute('role') ?? null,
    isModal: dialog?.hasAttribute('aria-modal') ?? false,
    label: root.getElementById(labelId)?.textContent ?? '',
    isHidden: root.host.getAttribute('aria-hidden') === 'true',
    announced: [...root.querySelectorAll('[role="status"]')]
      .map(({ textContent }) => textContent)
      .filter((text) => text !== ''),
  };
}
