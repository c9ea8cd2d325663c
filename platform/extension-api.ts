import type { browser as wxtBrowser } from 'wxt/browser';

/** Keeps the API for the script that shows cards, which comes late, when pages shadow it already. */
const apiKey = Symbol.for('fact-cards.api');

/**
 * The `browser` of the scripts that run in pages; their build puts it in the place of `wxt/browser`.
 *
 * A page with `<div id="browser">` or `<iframe name="chrome">` shadows the extension API in Chromium
 * when the script is injected after it was parsed. The polyfill would take such an element for the
 * API; the API itself is the first of the two globals that is a plain object and knows its id.
 */
export const browser = findExtensionApi() as typeof wxtBrowser;

/** Say whether this script can still talk to its extension: not when it was updated or removed. */
export function isExtensionAlive(): boolean {
  try {
    return typeof browser?.runtime?.id === 'string';
  } catch {
    // Firefox takes away the whole object.
    return false;
  }
}

function findExtensionApi(): unknown {
  const globals = globalThis as {
    readonly browser?: unknown;
    readonly chrome?: unknown;
    [apiKey]?: unknown;
  };
  const api = [globals[apiKey], globals.browser, globals.chrome].find(isExtensionApi);
  globals[apiKey] = api;
  return api;
}

function isExtensionApi(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  const { runtime } = value as { readonly runtime?: { readonly id?: unknown } };
  return typeof runtime?.id === 'string';
}
