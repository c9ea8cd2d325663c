import { browser } from 'wxt/browser';
import { isPaused, type Options } from '@/core/options';
import { getOptions, watchOptions } from '@/platform/options-store';
import { countMentions, watchMentionCounts } from '@/platform/page-requests';

const badgeColour = '#4a4a4a';
const badgeTextColour = '#ffffff';

/** Tell what the badge says of `count` mentions at `now`; nothing in quiet mode or while paused. */
export function toBadgeText(count: number, options: Options, now: number): string {
  if (count === 0 || options.isQuiet || isPaused(options, now)) return '';
  return count > 999 ? '999+' : String(count);
}

/** Show each tab's number of mentions on the toolbar button until `signal` aborts. */
export function showMentionCounts(signal: AbortSignal): void {
  void browser.action.setBadgeBackgroundColor({ color: badgeColour });
  void browser.action.setBadgeTextColor({ color: badgeTextColour });
  watchMentionCounts(({ tabId }) => refreshBadge(tabId), signal);
  watchOptions(refreshBadges, signal);
}

async function refreshBadges(): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : refreshBadge(id))));
}

async function refreshBadge(tabId: number): Promise<void> {
  const [count, options] = await Promise.all([countMentions(tabId), getOptions()]);
  try {
    await browser.action.setBadgeText({ tabId, text: toBadgeText(count, options, Date.now()) });
  } catch {
    // The tab was closed in the meantime.
  }
}
