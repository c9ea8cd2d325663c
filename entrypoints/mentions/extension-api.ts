import type { browser as wxtBrowser } from 'wxt/browser';

/**
 * The page script's own `browser`; the build puts it in the place of `wxt/browser`.
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
  const globals = globalThis as { readonly browser?: unknown; readonly chrome?: unknown };
  return [globals.browser, globals.chrome].find(isExtensionApi);
}

function isExtensionApi(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  const { runtime } = value as { readonly runtime?: { readonly id?: unknown } };
  return typeof runtime?.id === 'string';
}
