import { browser } from 'wxt/browser';
import type { PageReport } from './messages';
import { findPageKind, type PageKind } from './page-kind';
import { watchMentions } from './page-requests';

/** The page in the tab the reader looks at. */
export type ActivePage = {
  readonly tabId: number;
  readonly kind: PageKind;
  /** Null when the browser withholds the address, as it does before access is granted. */
  readonly origin: string | null;
  /** Host name to show and to ask access for; null as `origin`. */
  readonly site: string | null;
  /** Null when no page script runs there; undefined before the first answer. */
  readonly report: PageReport | null | undefined;
};

export type ActivePageOptions = {
  /** Go along when the reader turns to another tab. */
  readonly followsTabs: boolean;
  readonly signal: AbortSignal;
};

/**
 * Call back with the page in the active tab, and after every change: another page, other mentions.
 * `lookAgain` asks the page anew, as is needed after the page script was injected.
 */
export function watchActivePage(
  { followsTabs, signal }: ActivePageOptions,
  callback: (page: ActivePage | null) => void,
): { lookAgain(): void } {
  let watching = new AbortController();
  let watchedTabId: number | undefined;

  const look = async (): Promise<void> => {
    watching.abort();
    const current = new AbortController();
    watching = current;
    const tab = await findTab(followsTabs ? null : (watchedTabId ?? null));
    if (current.signal.aborted || signal.aborted) return;
    watchedTabId = tab?.id;
    if (tab?.id === undefined) return callback(null);
    const url = tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : null;
    const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
    const page = {
      tabId: tab.id,
      kind: findPageKind(tab.url),
      origin: isWeb ? url.origin : null,
      site: isWeb ? url.hostname.replace(/^www\./, '') : null,
    };
    callback({ ...page, report: undefined });
    watchMentions(tab.id, (report) => callback({ ...page, report }), current.signal);
  };

  const lookAgain = (): void => void look();
  const onUpdated = (updatedId: number, change: { status?: string | undefined }): void => {
    if (updatedId === watchedTabId && change.status === 'complete') lookAgain();
  };
  if (followsTabs) browser.tabs.onActivated.addListener(lookAgain);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    watching.abort();
    browser.tabs.onActivated.removeListener(lookAgain);
    browser.tabs.onUpdated.removeListener(onUpdated);
  });
  lookAgain();
  return { lookAgain };
}

async function findTab(
  tabId: number | null,
): Promise<{ id?: number | undefined; url?: string | undefined } | null> {
  if (tabId === null) {
    return (await browser.tabs.query({ active: true, currentWindow: true }))[0] ?? null;
  }
  try {
    return await browser.tabs.get(tabId);
  } catch {
    // The tab was closed meanwhile.
    return null;
  }
}
