import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evaluateInClosedRoot } from '@/tests/support/browser/closed-root';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { openExtensionPage } from '@/tests/support/browser/launch';
import { lookUpInChromium, lookUpInFirefox } from '@/tests/support/browser/look-up';
import { readCard, waitForCard } from '@/tests/support/browser/open-card';
import { hoverText, sleep, waitForMarks } from '@/tests/support/browser/page-reading';
import { openPopup } from '@/tests/support/browser/popup';

describeInBrowsers('opening a card from outside the page', (context) => {
  let page: Page;
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    await page.goto(`${context.server.origin}/opening/index.html`);
    await waitForMarks(page, 3);
    await page.evaluate(() => {
      document.body.style.paddingTop = '3000px';
      scrollTo(0, 0);
    });
  });
  afterEach(() => page.close());

  /** What a reader finds in the page after choosing a mention elsewhere. */
  async function readRevealed(): Promise<object> {
    // The tab of a popup that closes itself may be gone halfway.
    await expect
      .poll(() =>
        page.bringToFront().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    const { title, rect } = await waitForCard(page);
    const { top, height } = await page.evaluate(() => ({ top: scrollY, height: innerHeight }));
    const focus = await evaluateInClosedRoot(
      page,
      (root) => root.activeElement?.getAttribute('role') ?? null,
      null,
    );
    return {
      title,
      focus,
      isScrolledTo: top > 2000,
      isInView: rect.y > 0 && rect.y + rect.height <= height,
    };
  }
  const revealed = {
    title: expect.stringContaining('Salidarnast'),
    focus: 'dialog',
    isScrolledTo: true,
    isInView: true,
  };

  it('lists the mentions in reading order in the side panel, and shows the one chosen', async () => {
    const panel = await openExtensionPage(context.launched, 'sidepanel.html');
    await page.bringToFront();
    await expect
      .poll(() =>
        panel.$$eval('.mention-list .mention-text', (texts) =>
          texts.map(({ textContent }) => textContent.trim()),
        ),
      )
      .toEqual([
        'Human Rights Center Viasna',
        'International Labour Organization',
        'Salidarnast',
        'UN experts',
      ]);
    // The panel lies beside the page; as a tab it would take its place.
    await panel.$$eval('.mention-list button', (buttons) => buttons[2]?.click());
    expect(await readRevealed()).toEqual(revealed);
    await panel.close();
  });

  it('lists the cards of the page in the popup, and shows the one chosen in the page', async () => {
    const popup = await openPopup(context.launched, page);
    const option = await popup.waitForSelector('[role="option"]::-p-text(Salidarnast)');
    // The popup closes itself on this.
    await option?.click().catch(() => null);
    expect(await readRevealed()).toEqual(revealed);
  });

  it('opens the card of a search result in the popup, and from there shows it in the page', async () => {
    const popup = await openPopup(context.launched, page);
    await popup.type('[role="combobox"]', 'salidarnast');
    const option = await popup.waitForSelector('[role="option"]::-p-text(Salidarnast)');
    await option?.click();
    const reveal = await popup.waitForSelector('::-p-text(Show in the page)');
    await reveal?.click().catch(() => null);
    expect(await readRevealed()).toEqual(revealed);
  });

  it('looks up the selection from the context menu', async () => {
    const { browser, name } = context.launched;
    const { x, y } = await hoverText(page, 'Salidarnast');
    await page.mouse.click(x, y, { count: 2 });
    const selection = await page.evaluate(() => String(getSelection()).trim());
    const lookedUp =
      name === 'firefox'
        ? await lookUpInFirefox(browser, () => page.mouse.click(x, y, { button: 'right' }))
        : await lookUpInChromium(browser, selection);
    expect(lookedUp).toBe('Salidarnast');
  });

  it('opens no card while the reader selects text', async () => {
    const { x, y } = await hoverText(page, 'Salidarnast');
    await page.mouse.move(x - 60, y);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 4 });
    await sleep(800);
    expect(await readCard(page)).toBeNull();
    await page.mouse.up();
  });
});
