import { expect, it } from 'vitest';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { readControlFootprint, readFootprint } from '@/tests/support/browser/footprint';
import { openExtensionPage } from '@/tests/support/browser/launch';
import { listMentions } from '@/tests/support/browser/mention-list';
import { sleep } from '@/tests/support/browser/page-reading';

declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

/** Notes what a page can hear from its first moment on. */
const listening = `<script>
  window.heard = [];
  addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
  new MutationObserver((records) => heard.push(...records.map(({ type }) => type)))
    .observe(document, { attributes: true, subtree: true });
</script>`;
const weather = `<!doctype html><title>Weather</title>${listening}
<h1>Weather</h1><p>Rain in the morning, sun in the afternoon.</p>`;
const labour = `<!doctype html><title>Labour</title>${listening}
<h1>Labour</h1><p>The International Labour Organization heard the BKDP.</p>`;

describeInBrowsers('a page without mentions', (context) => {
  it('cannot tell that the extension looked at it', async () => {
    const url = context.server.add({ path: '/weather', body: weather });
    const page = await context.launched.browser.newPage();
    await page.goto(url);
    // An answer proves that the page script runs; it has read the page a moment later.
    expect(await listMentions(context.launched, page)).toEqual([]);
    await sleep(500);
    expect(await readFootprint(context.launched, page)).toEqual(
      await readControlFootprint(context, url),
    );
    await page.close();
  }, 60_000);
});

describeInBrowsers('a page with mentions in quiet mode', (context) => {
  it('holds nothing of the extension, which lists them all the same', async () => {
    const options = await openExtensionPage(context.launched, 'options.html');
    await options.evaluate(() => chrome.storage.local.set({ 'option.isQuiet': true }));
    await options.close();
    const url = context.server.add({ path: '/labour', body: labour });
    const page = await context.launched.browser.newPage();
    await page.goto(url);
    await sleep(500);
    expect(await listMentions(context.launched, page)).toHaveLength(2);
    expect(await readFootprint(context.launched, page)).toEqual(
      await readControlFootprint(context, url),
    );
    await page.close();
  }, 60_000);
});
