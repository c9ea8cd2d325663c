import { type ExtensionBrowser, openExtensionPage } from './launch';

/** What these tests use of Chromium's own extensions page. */
type DeveloperPrivate = {
  addHostPermission(extensionId: string, origin: string): Promise<void>;
  removeHostPermission(extensionId: string, origin: string): Promise<void>;
};
declare const chrome: { developerPrivate: DeveloperPrivate };
declare const browser: {
  permissions: {
    request(permissions: { origins: string[] }): Promise<boolean>;
    contains(permissions: { origins: string[] }): Promise<boolean>;
  };
  scripting: { getRegisteredContentScripts(): Promise<readonly unknown[]> };
};

/**
 * Let the extension ask for `origin` without a prompt, which no driver can answer. In Chromium this
 * grants it already; Firefox grants on request (a preference set at launch).
 */
export async function allowGranting(launched: ExtensionBrowser, origin: string): Promise<void> {
  if (launched.name === 'firefox') return;
  const page = await launched.browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    (id, pattern) => chrome.developerPrivate.addHostPermission(id, pattern),
    new URL(launched.extensionOrigin ?? '').host,
    origin,
  );
  await page.close();
}

/** Grant access to `origin` (a match pattern) and wait until the page script is registered. */
export async function grantAccess(
  launched: ExtensionBrowser,
  origin = '<all_urls>',
): Promise<void> {
  await allowGranting(launched, origin);
  const page = await openExtensionPage(launched, 'welcome.html');
  // Both browsers hear the request only in answer to real input.
  await page.evaluate((pattern) => {
    const api = 'browser' in globalThis ? browser : (chrome as unknown as typeof browser);
    document.addEventListener('click', () => void api.permissions.request({ origins: [pattern] }), {
      once: true,
      capture: true,
    });
  }, origin);
  await page.mouse.click(1, 1);
  await page.waitForFunction(
    async () => {
      const api = 'browser' in globalThis ? browser : (chrome as unknown as typeof browser);
      return (await api.scripting.getRegisteredContentScripts()).length > 0;
    },
    { timeout: 5000, polling: 50 },
  );
  await page.close();
}
