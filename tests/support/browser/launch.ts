import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { type BrowserName, findBrowser, pathVariables } from '@/scripts/find-browser.mjs';
import { createKeptTab, type KeptTab } from './kept-tab';

export type { BrowserName } from '@/scripts/find-browser.mjs';
export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

/** A running browser with the extension in it; every test drives the reader's own keys and pointer. */
export type ExtensionBrowser = {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** `chrome-extension://<id>` or `moz-extension://<uuid>`; null without an extension. */
  readonly extensionOrigin: string | null;
  readonly keptTab: KeptTab;
  close(): Promise<void>;
};

type LaunchOptions = {
  readonly name: BrowserName;
  /** Folder of the built extension; null runs the browser without any, as a control. */
  readonly extensionFolder: string | null;
  readonly isHeadless?: boolean;
  /** What the reader reads, best first; English when not given, whatever this machine speaks. */
  readonly languages?: readonly string[];
  /** `host:port` of a proxy that every request, to this machine too, must go through. */
  readonly proxy?: string;
};

const english = ['en-US', 'en'];

const longestClosingMs = 10_000;

/** Firefox gives every installation its own address; fixing it lets tests open its pages. */
const firefoxUuid = '7c5fd3c0-5f2a-4b61-9f0e-3c1f6d2b8a11';

/** Get the folder `npm run build` writes the extension for `name` to. */
export function getExtensionFolder(name: BrowserName): string {
  const folder = name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  return join(import.meta.dirname, '../../../.output', folder);
}

/** Start a browser with the built extension; throws when the browser is not installed. */
export async function launchBrowser(options: LaunchOptions): Promise<ExtensionBrowser> {
  const executablePath = findBrowser(options.name);
  if (executablePath === null) {
    throw new Error(`no ${options.name} found; install it or set ${pathVariables[options.name]}`);
  }
  return options.name === 'chromium'
    ? launchChromium(options, executablePath)
    : launchFirefox(options, executablePath);
}

async function launchChromium(
  { extensionFolder, isHeadless = true, languages = english, proxy }: LaunchOptions,
  executablePath: string,
): Promise<ExtensionBrowser> {
  // Chromium refuses its sandbox to root, as in most containers.
  const isRoot = process.getuid?.() === 0;
  const browser = await launch({
    executablePath,
    headless: isHeadless,
    pipe: true,
    defaultViewport: isHeadless ? { width: 1280, height: 900 } : null,
    enableExtensions: extensionFolder === null ? false : [extensionFolder],
    // On Linux the language of the interface is taken from here, elsewhere from `--lang`.
    env: { ...process.env, LANGUAGE: languages.join(':').replaceAll('-', '_') },
    args: [
      `--lang=${languages[0]}`,
      `--accept-lang=${languages.join(',')}`,
      ...(isRoot ? ['--no-sandbox'] : []),
      ...(isHeadless ? ['--disable-gpu'] : []),
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      ...(proxy === undefined
        ? ['--host-resolver-rules=MAP *.test 127.0.0.1']
        : [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>']),
    ],
  });
  const worker =
    extensionFolder === null
      ? null
      : await browser.waitForTarget((target) => target.type() === 'service_worker');
  return {
    name: 'chromium',
    browser,
    extensionOrigin: worker === null ? null : `chrome-extension://${new URL(worker.url()).host}`,
    keptTab: createKeptTab(() => browser.newPage()),
    close: () => closeBrowser(browser),
  };
}

/** Close a browser, by force if it no longer answers. */
async function closeBrowser(browser: Browser): Promise<void> {
  const timer = setTimeout(() => browser.process()?.kill('SIGKILL'), longestClosingMs);
  await browser.close();
  clearTimeout(timer);
}

async function launchFirefox(
  { extensionFolder, isHeadless = true, languages = english, proxy }: LaunchOptions,
  executablePath: string,
): Promise<ExtensionBrowser> {
  const [proxyHost, proxyPort] = proxy?.split(':') ?? [];
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: isHeadless,
    defaultViewport: isHeadless ? { width: 1280, height: 900 } : null,
    // Without it Firefox lets no driver open the extension's own pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextOptionalPermissionPrompts': false,
      'intl.accept_languages': languages.join(','),
      'intl.locale.requested': languages.join(','),
      'network.dns.localDomains': 'site.test,other.test',
      // Processes that are used again: to start one for each tab takes a third of all the time.
      'dom.ipc.processCount': 1,
      'dom.ipc.processPrelaunch.enabled': false,
      'dom.ipc.keepProcessesAlive.web': 1,
      'dom.ipc.keepProcessesAlive.webIsolated.max': 8,
      'dom.ipc.keepProcessesAlive.webIsolated.perOriginMax': 2,
      'browser.chrome.site_icons': false,
      ...(extensionFolder === null
        ? {}
        : {
            'extensions.webextensions.uuids': JSON.stringify({
              [readGeckoId(extensionFolder)]: firefoxUuid,
            }),
          }),
      ...(proxyHost === undefined
        ? {}
        : {
            'network.proxy.type': 1,
            'network.proxy.http': proxyHost,
            'network.proxy.http_port': Number(proxyPort),
            'network.proxy.ssl': proxyHost,
            'network.proxy.ssl_port': Number(proxyPort),
            'network.proxy.allow_hijacking_localhost': true,
          }),
    },
  });
  if (extensionFolder !== null) await browser.installExtension(extensionFolder);
  return {
    name: 'firefox',
    browser,
    extensionOrigin: extensionFolder === null ? null : `moz-extension://${firefoxUuid}`,
    keptTab: createKeptTab(() => browser.newPage()),
    close: () => closeBrowser(browser),
  };
}

function readGeckoId(extensionFolder: string): string {
  const manifest = JSON.parse(readFileSync(join(extensionFolder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined)
    throw new Error(`${extensionFolder} names no browser_specific_settings.gecko.id`);
  return id;
}

/** Open a page of the extension, such as `popup.html`, in a tab of its own. */
export async function openExtensionPage(
  { browser, name, extensionOrigin }: ExtensionBrowser,
  path: string,
): Promise<Page> {
  if (extensionOrigin === null) throw new Error('the browser runs without the extension');
  const page = await browser.newPage();
  const url = `${extensionOrigin}/${path}`;
  if (name === 'chromium') {
    await page.goto(url);
    return page;
  }
  // Firefox navigates, but never tells the driver so.
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 1 }).catch(() => null);
  await waitThroughNavigation(
    page,
    (expected) => location.href === expected && document.readyState === 'complete',
    url,
  );
  return page;
}

/** Wait until `isReady` holds in the page; a navigation may interrupt the question, not the wait. */
export async function waitThroughNavigation(
  page: Page,
  isReady: (argument: string) => boolean,
  argument = '',
): Promise<void> {
  const end = Date.now() + 10_000;
  for (;;) {
    // Asked in the middle of a navigation, a browser answers with an error.
    if (await page.evaluate(isReady, argument).catch(() => false)) return;
    if (Date.now() > end) throw new Error(`${page.url()} is not ready after 10 s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
