import { browser } from 'wxt/browser';
import type { Options } from '@/core/options';
import { injectPageScript, pageScriptFile } from '@/platform/page-script';
import { setPageOff } from '@/platform/page-requests';
import { toOriginPattern } from '@/platform/site-pattern';

type RegisteredScript = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

const scriptId = 'mentions';

/** On which pages the browser runs the page script by itself. */
export type Coverage = {
  /** Match patterns, sorted; empty when the script runs nowhere by itself. */
  readonly matches: readonly string[];
  /** Match patterns of the sites turned off, sorted. */
  readonly excludeMatches: readonly string[];
};

/** Derive from what the reader granted and turned off where the page script runs by itself. */
export function toCoverage(granted: readonly string[], options: Options): Coverage {
  const excludeMatches = options.sitesOff
    .map(toOriginPattern)
    .filter((pattern) => pattern !== null);
  return {
    matches: granted.filter(isPagePattern).toSorted(),
    excludeMatches: [...new Set(excludeMatches)].toSorted(),
  };
}

/**
 * Make the browser run the page script where `wanted` says and nowhere else. Gives back what it
 * was before. Changes nothing when it is so already; to be run one at a time.
 */
export async function registerPageScript(wanted: Coverage): Promise<Coverage> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  const before: Coverage = {
    matches: (registered?.matches ?? []).toSorted(),
    excludeMatches: (registered?.excludeMatches ?? []).toSorted(),
  };
  const script: RegisteredScript = {
    id: scriptId,
    js: [pageScriptFile.slice(1)],
    matches: [...wanted.matches],
    excludeMatches: [...wanted.excludeMatches],
    // Early enough to take hold of the extension API before the page can hide it behind elements.
    runAt: 'document_start',
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
  };
  if (wanted.matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
  } else if (!registered) {
    await browser.scripting.registerContentScripts([script]);
  } else if (JSON.stringify(before) !== JSON.stringify(wanted)) {
    await browser.scripting.updateContentScripts([script]);
  }
  return before;
}

/** Tell whether `after` reaches pages that `before` left out. */
export function isWider(before: Coverage, after: Coverage): boolean {
  return (
    after.matches.some((pattern) => !before.matches.includes(pattern)) ||
    before.excludeMatches.some((pattern) => !after.excludeMatches.includes(pattern))
  );
}

/** Run the page script in every open tab we may look at, but not on sites turned off. */
export async function injectIntoOpenTabs(sitesOff: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      // Browsers tell the address of those tabs only that we may look at.
      if (id === undefined || url === undefined || !URL.canParse(url)) return;
      if (!sitesOff.includes(new URL(url).origin)) await injectPageScript(id);
    }),
  );
}

/** Silence the page script in open tabs we may no longer look at. */
export async function silenceLostTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id !== undefined && url === undefined) await setPageOff(id, true);
    }),
  );
}

function isPagePattern(pattern: string): boolean {
  return pattern === '<all_urls>' || /^(?:\*|https?|file):\/\//.test(pattern);
}
