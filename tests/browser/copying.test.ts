import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pasteClipboard } from '@/tests/support/browser/clipboard';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { openExtensionPage } from '@/tests/support/browser/launch';
import { clickControl, waitForCard } from '@/tests/support/browser/open-card';
import { hoverText, sleep, waitForMarks } from '@/tests/support/browser/page-reading';

/** What makes copying hard: no clipboard API, a policy against it, a page that takes copying over. */
const hijack = `<script>
  for (const target of [window, document]) target.addEventListener('copy', (event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData.setData('text/plain', 'Read more at our site!');
  }, true);
</script>`;
const denied = { 'permissions-policy': 'clipboard-write=()' };
const sandboxed = { 'content-security-policy': 'sandbox allow-scripts' };

const situations = [
  { title: 'a secure page', isSecure: true },
  { title: 'a plain-http page', isSecure: false },
  { title: 'a page whose policy denies the clipboard', isSecure: true, headers: denied },
  { title: 'a secure page that takes over copying', isSecure: true, head: hijack },
  { title: 'a plain-http page that takes over copying', isSecure: false, head: hijack },
  { title: 'a page that denies and takes over', isSecure: true, head: hijack, headers: denied },
  { title: 'a sandboxed page', isSecure: true, headers: sandboxed },
  { title: 'an XHTML page over plain http', isSecure: false, isXhtml: true },
];

type Situation = {
  readonly title: string;
  readonly isSecure: boolean;
  readonly head?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isXhtml?: boolean;
};

function toBody({ head = '', isXhtml = false }: Situation): string {
  const text = '<p>Workers in Belarus turned to Salidarnast, as Salidarnast wrote.</p>';
  return isXhtml
    ? `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Copy</title></head><body>${text}</body></html>`
    : `<!doctype html><title>Copy</title>${head}<body>${text}`;
}

const before = '<!doctype html><title>Before</title><textarea>nothing copied yet</textarea>';

/** Leave something else on the clipboard, so that no earlier citation can pass for a new one. */
async function copyByHand(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.click('textarea');
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.press('c');
  await page.keyboard.up('Control');
}

const quote = 'an association founded by exiled trade unionists';

describeInBrowsers('copying a citation', (context) => {
  let page: Page;
  beforeEach(async () => {
    page = await context.launched.browser.newPage();
    await copyByHand(page, context.server.add({ path: '/before.html', body: before }));
  });
  afterEach(() => page.close());

  it.each(situations as readonly Situation[])('works on $title', async (situation) => {
    const path = situation.isXhtml ? '/copy.xhtml' : '/copy.html';
    const { headers } = situation;
    context.server.add({ path, body: toBody(situation), ...(headers && { headers }) });
    const { origin, insecureOrigin } = context.server;
    await page.goto((situation.isSecure ? origin : insecureOrigin) + path);
    await waitForMarks(page);
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await clickControl(page, 'Quote');
    await clickControl(page, 'Copy');
    await sleep(200);
    const pasted = await pasteClipboard(context.launched, context.server);
    expect(pasted.text).toMatch(
      /^“.+” — FIDH and Viasna, press release, 6 June 2025\. https:.+#:~:text=/,
    );
    expect(pasted.text).toContain(quote);
    expect(pasted.html).toContain(quote);
    expect(pasted.html).toContain('<a href="https://www.fidh.org/');
  });

  it.each(['popup.html', 'sidepanel.html'])('works in %s', async (path) => {
    const panel = await openExtensionPage(context.launched, path);
    await panel.waitForSelector('[role=combobox]');
    await panel.type('[role=combobox]', 'salidarnast');
    await panel.waitForSelector('[role=option]');
    await panel.keyboard.press('Enter');
    const copy = await panel.waitForSelector('button[aria-label="Copy quote and source"]');
    await copy?.click();
    await panel.waitForFunction(() => document.body.innerText.includes('Copied'));
    const pasted = await pasteClipboard(context.launched, context.server);
    expect(pasted.text).toMatch(/^“.+” — FIDH and Viasna, press release.+#:~:text=/);
    expect(pasted.html).toContain('<a href="https://www.fidh.org/');
    await panel.close();
  });

  it('copies a reading list collected on a page, ready for a word processor', async () => {
    context.server.add({ path: '/copy.html', body: toBody({ title: '', isSecure: true }) });
    await page.goto(`${context.server.origin}/copy.html`);
    await waitForMarks(page);
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    // Offered once the reader's options are known.
    await sleep(500);
    await clickControl(page, 'Add to list');

    const popup = await openExtensionPage(context.launched, 'popup.html');
    const open = await popup.waitForSelector('text/Reading list (1)');
    await open?.click();
    const copy = await popup.waitForSelector('text/Copy the whole list');
    await copy?.click();
    await popup.waitForFunction(() => document.body.innerText.includes('Copied'));
    const pasted = await pasteClipboard(context.launched, context.server);
    expect(pasted.html).toMatch(
      /<ol><li>“.+<\/li><\/ol><h2>Sources<\/h2><p>International .+<\/p>/s,
    );
    await popup.close();
  });

  it('pastes an APA reference with its italics, and RIS as plain text', async () => {
    context.server.add({ path: '/copy.html', body: toBody({ title: '', isSecure: true }) });
    await page.goto(`${context.server.origin}/copy.html`);
    await waitForMarks(page);
    await hoverText(page, 'Salidarnast');
    await waitForCard(page);
    await clickControl(page, 'Cite');
    await clickControl(page, 'APA 7');
    await sleep(200);
    const apa = await pasteClipboard(context.launched, context.server);
    expect(apa.text).toContain('(2025, June 6). Belarus: International Labour Conference');
    expect(apa.html).toContain('<i>Belarus: International Labour Conference');

    await page.bringToFront();
    await clickControl(page, 'RIS');
    await sleep(200);
    const ris = await pasteClipboard(context.launched, context.server);
    expect(ris.text).toMatch(/^TY {2}- ELEC\r?\n(?:.+\r?\n)+ER {2}- /);
    expect(ris.html).toBe('');
  });
});
