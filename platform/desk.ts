import { browser } from 'wxt/browser';
import { defaultOptions, isPaused, type Options } from '@/core/options';
import { findPageStatus, type PageStatus } from '@/core/page-status';
import { watchActivePage, type ActivePage, type ActivePageOptions } from './active-page';
import { getOptions, watchOptions } from './options-store';
import { injectPageScript } from './page-script';
import type { ListedFact } from '@/core/reading-list';
import { getReadingList, watchReadingList } from './reading-list';
import type { SiteAccess } from '@/core/site-access';
import { getSiteAccess, watchSiteAccess } from './site-access';

/** All that the popup and the side panel show besides packs. */
export type Desk = {
  readonly page: ActivePage | null;
  readonly status: PageStatus;
  readonly options: Options;
  readonly access: SiteAccess;
  readonly list: readonly ListedFact[];
};

/**
 * Call back with the page in the active tab, the reader's options and where the
 * extension may look, now and after every change of any of them. `look` runs the page script in
 * the page unless it runs there already; false when the browser keeps the page closed.
 */
export function watchDesk(
  { signal, ...which }: ActivePageOptions,
  callback: (desk: Desk) => void,
): { look(): Promise<boolean> } {
  let page: ActivePage | null | undefined;
  let options = defaultOptions;
  let access: SiteAccess = { type: 'on-click' };
  let list: readonly ListedFact[] = [];
  let isRefused = false;
  let pauseEnd: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    if (signal.aborted) return;
    clearTimeout(pauseEnd);
    const now = Date.now();
    if (isPaused(options, now)) pauseEnd = setTimeout(tell, (options.pausedUntil ?? now) - now);
    callback({ page: page ?? null, status: describe(now), options, access, list });
  };
  const describe = (now: number): PageStatus => {
    if (page === undefined) return 'asking';
    if (page === null) return 'closed';
    return findPageStatus({ ...page, options, now, isRefused });
  };

  const watched = watchActivePage({ ...which, signal }, (changed) => {
    if (changed?.tabId !== page?.tabId || changed?.report) isRefused = false;
    page = changed;
    tell();
  });
  watchOptions((changed) => {
    options = changed;
    tell();
  }, signal);
  watchSiteAccess((changed) => {
    access = changed;
    tell();
  }, signal);
  watchReadingList((changed) => {
    list = changed;
    tell();
  }, signal);
  const load = async (): Promise<void> => {
    [options, access, list] = await Promise.all([getOptions(), getSiteAccess(), getReadingList()]);
    tell();
  };
  void load();
  signal.addEventListener('abort', () => clearTimeout(pauseEnd));

  return {
    async look() {
      if (!page || page.report !== null) return false;
      if (await injectPageScript(page.tabId)) {
        watched.lookAgain();
        return true;
      }
      isRefused = true;
      tell();
      return false;
    },
  };
}

/** Tell whether the extension may look at a site without being asked each time. */
export function isSiteAllowed(access: SiteAccess, site: string): boolean {
  if (access.type !== 'sites') return access.type === 'everywhere';
  return access.sites.some((allowed) => site === allowed || site.endsWith(`.${allowed}`));
}

/** Open the settings page. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
