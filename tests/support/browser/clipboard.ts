import type { ExtensionBrowser } from './launch';
import type { PageServer } from './page-server';

export type Pasted = { readonly text: string; readonly html: string };

/** Tell what a reader would get by pasting now: by pasting, in a page that has no part in the copy. */
export async function pasteClipboard(
  { browser }: ExtensionBrowser,
  server: PageServer,
): Promise<Pasted> {
  const url = server.add({
    path: '/paste-target',
    body: `<!doctype html><title>Paste</title><textarea rows="20" cols="80"></textarea><script>
      document.querySelector('textarea').addEventListener('paste', (event) => {
        document.documentElement.dataset.html = event.clipboardData.getData('text/html');
      });</script>`,
  });
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.click('textarea');
    const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
    await page.keyboard.down(modifier);
    await page.keyboard.press('v');
    await page.keyboard.up(modifier);
    await page.waitForFunction(() => document.documentElement.dataset['html'] !== undefined, {
      timeout: 3000,
      polling: 50,
    });
    return await page.evaluate(() => ({
      text: document.querySelector('textarea')?.value ?? '',
      html: document.documentElement.dataset['html'] ?? '',
    }));
  } finally {
    await page.close();
  }
}
