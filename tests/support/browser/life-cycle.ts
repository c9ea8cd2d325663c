import { evaluateInFirefoxItself } from './firefox-itself';
import { type ExtensionBrowser, openExtensionPage } from './launch';

/** What these tests use of Firefox's own modules. */
declare const WebExtensionPolicy: {
  getByHostname(uuid: string): {
    readonly id: string;
    readonly extension: {
      readonly backgroundState: string;
      terminateBackground(options: { ignoreDevToolsAttached: boolean }): Promise<void>;
    };
  };
};
declare const ChromeUtils: {
  importESModule(url: string): {
    AddonManager: {
      getAddonByID(id: string): Promise<{ reload(): Promise<void>; uninstall(): Promise<void> }>;
    };
  };
};
declare const chrome: {
  runtime: { reload(): void };
  developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  };
};

const addonManager = 'resource://gre/modules/AddonManager.sys.mjs';

function getHost({ extensionOrigin }: ExtensionBrowser): string {
  return new URL(extensionOrigin ?? '').host;
}

/** Load the extension anew, as an update does, with all tabs open. */
export async function reloadExtension(launched: ExtensionBrowser): Promise<void> {
  if (launched.name === 'chromium') {
    // Chromium loads no unpacked extension a second time outside developer mode.
    const settings = await launched.browser.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate(() =>
      chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
    );
    await settings.close();
    const page = await openExtensionPage(launched, 'options.html');
    // The page goes with the extension, so that nothing answers.
    await page.evaluate(() => chrome.runtime.reload()).catch(() => null);
    await launched.browser.waitForTarget((target) => target.type() === 'service_worker');
    return;
  }
  await evaluateInFirefoxItself(
    launched.browser,
    async ([host, module]) => {
      const { AddonManager } = ChromeUtils.importESModule(module);
      const { id } = WebExtensionPolicy.getByHostname(host);
      await (await AddonManager.getAddonByID(id)).reload();
    },
    [getHost(launched), addonManager] as const,
  );
}

/** Remove the extension from the browser, with all tabs open. */
export async function removeExtension(launched: ExtensionBrowser): Promise<void> {
  if (launched.name === 'chromium') {
    await launched.browser.uninstallExtension(getHost(launched));
    return;
  }
  await evaluateInFirefoxItself(
    launched.browser,
    async ([host, module]) => {
      const { AddonManager } = ChromeUtils.importESModule(module);
      const { id } = WebExtensionPolicy.getByHostname(host);
      await (await AddonManager.getAddonByID(id)).uninstall();
    },
    [getHost(launched), addonManager] as const,
  );
}

/**
 * Prepare to end the service worker or event page again and again, as the browser does when it has
 * been idle; the next event starts it anew.
 */
export async function prepareToStopBackground(
  launched: ExtensionBrowser,
): Promise<() => Promise<void>> {
  if (launched.name === 'firefox') return () => stopEventPage(launched);
  const page = await openExtensionPage(launched, 'options.html');
  const session = await page.createCDPSession();
  const statuses = new Map<string, string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) statuses.set(versionId, runningStatus);
  });
  await session.send('ServiceWorker.enable');
  return async () => {
    await session.send('ServiceWorker.stopAllWorkers');
    if (statuses.size === 0) throw new Error('there is no service worker to stop');
  };
}

async function stopEventPage(launched: ExtensionBrowser): Promise<void> {
  const state = await evaluateInFirefoxItself(
    launched.browser,
    async (host) => {
      const { extension } = WebExtensionPolicy.getByHostname(host);
      await extension.terminateBackground({ ignoreDevToolsAttached: true });
      return extension.backgroundState;
    },
    getHost(launched),
  );
  if (state === 'running') throw new Error('the event page does not stop');
}
