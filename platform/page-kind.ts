/**
 * What a page is to the extension. `readable`: marks can be shown once the reader allows it.
 * `local`: a file, which Chromium opens to extensions only by a switch of its own. `pdf`: shown by
 * the browser's own reader. `store`, `browser`: closed to every extension by the browser.
 */
export type PageKind = 'readable' | 'local' | 'pdf' | 'store' | 'browser';

/** Sites on which browsers run no extension. */
const stores: readonly RegExp[] = [
  /^chromewebstore\.google\.com$/,
  /^microsoftedge\.microsoft\.com$/,
  /^(?:addons|accounts|support)\.(?:mozilla\.org|firefox\.com)$/,
];

/** Tell what kind of page an address leads to; an address the browser withholds counts as readable. */
export function findPageKind(url: string | undefined): PageKind {
  if (url === undefined || url === '') return 'readable';
  if (!URL.canParse(url)) return 'browser';
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:' && protocol !== 'file:') return 'browser';
  if (/\.pdf$/i.test(pathname)) return 'pdf';
  if (protocol === 'file:') return 'local';
  const isOldStore = hostname === 'chrome.google.com' && pathname.startsWith('/webstore');
  return isOldStore || stores.some((store) => store.test(hostname)) ? 'store' : 'readable';
}
