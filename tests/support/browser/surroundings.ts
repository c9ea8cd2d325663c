import type { Page } from 'puppeteer-core';
import { evaluateInFirefoxWindow } from './firefox-window';
import { type ExtensionBrowser, openExtensionPage } from './launch';

/** Circumstances a page is looked at under, as a reader or the system sets them. */
export type Surroundings = {
  readonly isPrinted?: boolean;
  readonly hasForcedColours?: boolean;
  readonly hasReducedMotion?: boolean;
};

type Tabs = {
  query(filter: object): Promise<readonly { id?: number; url?: string }[]>;
  setZoom(tabId: number, factor: number): Promise<void>;
};
declare const browser: { readonly tabs: Tabs };
declare const chrome: { readonly tabs: Tabs };
/** Of Firefox's own window. */
declare const gBrowser: {
  readonly selectedBrowser: { readonly browsingContext: { mediumOverride: string } };
};
declare const Services: { readonly prefs: { setIntPref(name: string, value: number): void } };

/** Look at the page in the foreground under other circumstances; what is not given is as usual. */
export async function setSurroundings(
  launched: ExtensionBrowser,
  page: Page,
  surroundings: Surroundings,
): Promise<void> {
  const { isPrinted = false, hasForcedColours = false, hasReducedMotion = false } = surroundings;
  if (launched.name === 'firefox') {
    await evaluateInFirefoxWindow(
      launched.browser,
      (wanted) => {
        gBrowser.selectedBrowser.browsingContext.mediumOverride = wanted.isPrinted ? 'print' : '';
        Services.prefs.setIntPref('ui.prefersReducedMotion', wanted.hasReducedMotion ? 1 : 0);
        Services.prefs.setIntPref(
          'browser.display.document_color_use',
          wanted.hasForcedColours ? 2 : 1,
        );
      },
      { isPrinted, hasForcedColours, hasReducedMotion },
    );
    return;
  }
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    media: isPrinted ? 'print' : '',
    features: [
      { name: 'forced-colors', value: hasForcedColours ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: hasReducedMotion ? 'reduce' : 'no-preference' },
    ],
  });
}

/** Zoom `page` as Ctrl and + or - do; 1 is 100 %. */
export async function zoomPage(
  launched: ExtensionBrowser,
  page: Page,
  factor: number,
): Promise<void> {
  const own = await openExtensionPage(launched, 'welcome.html');
  await own.evaluate(
    async (url, wanted) => {
      const { tabs } = 'browser' in globalThis ? browser : chrome;
      const tab = (await tabs.query({})).find((other) => other.url === url);
      if (tab?.id === undefined) throw new Error(`no tab shows ${url}`);
      await tabs.setZoom(tab.id, wanted);
    },
    page.url(),
    factor,
  );
  await own.close();
  await page.bringToFront();
}
