import type { Page, Realm } from 'puppeteer-core';

/**
 * Get a world of the page's top frame that shares its tree but none of its scripts: what a page has
 * done to prototypes and globals does not mislead a test there. In Firefox, iterators of the
 * browser's own objects do not work in it; use `forEach`.
 */
export function getIsolatedRealm(page: Page): Realm {
  // Puppeteer runs its own questions there, and offers it to nobody.
  return (page.mainFrame() as unknown as { isolatedRealm(): Realm }).isolatedRealm();
}
