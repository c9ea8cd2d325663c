import { browser } from 'wxt/browser';
import type { SiteAccess } from '@/core/site-access';
import {
  everySitePattern,
  fromSitePattern,
  isEverySitePattern,
  toSitePattern,
} from './site-pattern';

/** Get where the extension may look; the browser is asked each time, for readers change it there. */
export async function getSiteAccess(): Promise<SiteAccess> {
  const patterns = await listGrantedPatterns();
  if (patterns.some(isEverySitePattern)) return { type: 'everywhere' };
  const sites = patterns.map(fromSitePattern).filter((site) => site !== null);
  if (sites.length === 0) return { type: 'on-click' };
  return { type: 'sites', sites: [...new Set(sites)].toSorted() };
}

/** List the match patterns the reader granted. */
export async function listGrantedPatterns(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/**
 * Ask the browser to let the extension look at sites (host names). Call it first thing in a click
 * handler. False when the reader declined or the browser did not ask.
 */
export function requestSites(sites: readonly string[]): Promise<boolean> {
  return request(sites.map(toSitePattern));
}

/** Ask the browser to let the extension look everywhere; else as `requestSites`. */
export function requestEverywhere(): Promise<boolean> {
  return request([everySitePattern]);
}

/** Give back access to a site. */
export async function removeSite(site: string): Promise<void> {
  const origins = (await listGrantedPatterns()).filter(
    (pattern) => fromSitePattern(pattern) === site,
  );
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

/** Give back access to every site, so that the extension looks only when it is clicked. */
export async function removeAllSites(): Promise<void> {
  const origins = [...(await listGrantedPatterns())];
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

/** Call back with where the extension may look after each change, wherever it was made. */
export function watchSiteAccess(callback: (access: SiteAccess) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onChanged = async () => {
    const access = await getSiteAccess();
    if (!signal.aborted) callback(access);
  };
  browser.permissions.onAdded.addListener(onChanged);
  browser.permissions.onRemoved.addListener(onChanged);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(onChanged);
    browser.permissions.onRemoved.removeListener(onChanged);
  });
}

async function request(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins });
  } catch {
    // Browsers throw outside a click and for hosts they reserve: either way nothing was granted.
    return false;
  }
}
