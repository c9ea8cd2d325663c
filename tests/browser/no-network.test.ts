import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { grantAccess } from '@/tests/support/browser/access';
import { type CountingProxy, startCountingProxy } from '@/tests/support/browser/counting-proxy';
import { browserNames, getExtensionFolder, launchBrowser } from '@/tests/support/browser/launch';
import { sleep } from '@/tests/support/browser/page-reading';
import { type PageServer, startPageServer } from '@/tests/support/browser/page-server';
import { readArticle } from '@/tests/support/browser/reading-session';

const articlePath = '/article/index.html';
/** Longer than anything of ours is put off. */
const afterthoughtMs = 1000;

/** What the browsers ask for by themselves, with and without an extension, whenever they like. */
const browserHosts: ReadonlySet<string> = new Set([
  'accounts.google.com',
  'clients2.google.com',
  'update.googleapis.com',
  // Asked about every form on screen, by Chromium's own filling of forms.
  'content-autofill.googleapis.com',
  'firefox.settings.services.mozilla.com',
  'content-signature-2.cdn.mozilla.net',
  'detectportal.firefox.com',
]);

function isOfBrowser(request: string): boolean {
  const address = request.slice(request.indexOf(' ') + 1);
  return browserHosts.has(
    new URL(request.startsWith('CONNECT') ? `https://${address}` : address).hostname,
  );
}

const only = process.env['BROWSER'];
describe.each(browserNames.filter((name) => only === undefined || name === only))(
  'a reading session in %s',
  (name) => {
    let server: PageServer;
    let proxy: CountingProxy;
    beforeEach(async () => {
      server = await startPageServer(join(import.meta.dirname, '../playground'));
      proxy = await startCountingProxy(server.origin);
    });
    afterEach(async () => {
      await proxy.close();
      await server.close();
    });

    /** List the requests of a session, without those the browser makes on its own account. */
    async function listRequests(hasExtension: boolean): Promise<readonly string[]> {
      const before = proxy.requests.length;
      const launched = await launchBrowser({
        name,
        extensionFolder: hasExtension ? getExtensionFolder(name) : null,
        proxy: proxy.address,
      });
      try {
        if (hasExtension) await grantAccess(launched);
        const page = await launched.browser.newPage();
        await page.goto(server.origin + articlePath);
        if (hasExtension) await readArticle(launched, page);
        await sleep(afterthoughtMs);
        const requests = proxy.requests.slice(before);
        // How often a browser asks for a style sheet is its own affair.
        return [...new Set(requests.filter((request) => !isOfBrowser(request)))].toSorted();
      } finally {
        await launched.close();
      }
    }

    it('asks the network for what it asks without the extension', async () => {
      const control = await listRequests(false);
      expect(control).toContain(`GET ${server.origin}${articlePath}`);
      expect(await listRequests(true)).toEqual(control);
    }, 90_000);
  },
);
