import type { Frame, Page, Realm } from 'puppeteer-core';

/**
 * Get a world of a frame, or of the page's top frame, that shares its tree but none of its scripts: what a page has
 * done to prototypes and globals does not mislead a test there. In Firefox, iterators of the
 * browser's own objects do not work in it; use `forEach`.
 */
export function getIsolatedRealm(place: Page | Frame): Realm {
  const frame = 'mainFrame' in place ? place.mainFrame() : place;
  // Puppeteer runs its own questions there, and offers it to nobody.
  return (frame as unknown as { isolatedRealm(): Realm }).isolatedRealm();
}
