import type { Page } from 'puppeteer-core';

/** A tab that one case after the other is shown in: to open and close one takes longer than most. */
export type KeptTab = {
  /** Get the tab, in the foreground; a new one when none was given back. */
  readonly take: () => Promise<Page>;
  /** Let the next case have `page`; whoever has changed the tab itself closes it instead. */
  readonly giveBack: (page: Page) => void;
};

/** Create the kept tab of a browser. */
export function createKeptTab(openTab: () => Promise<Page>): KeptTab {
  let kept: Page | null = null;
  return {
    async take() {
      const page = kept;
      kept = null;
      if (page === null || page.isClosed()) return openTab();
      await page.bringToFront();
      return page;
    },
    giveBack(page) {
      for (const event of ['console', 'pageerror', 'dialog', 'popup'] as const)
        page.removeAllListeners(event);
      kept = page;
    },
  };
}
