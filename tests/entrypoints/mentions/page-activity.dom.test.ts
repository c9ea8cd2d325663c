import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followOptions } from '@/entrypoints/mentions/page-activity';
import type { PageReading } from '@/entrypoints/mentions/reading';

beforeEach(() => fakeBrowser.reset());

/** Follow `stored` options in a document that loads, and tell what became of the page. */
async function follow(stored: Readonly<Record<string, unknown>>) {
  await fakeBrowser.storage.local.set(stored);
  const page = { lookAhead: vi.fn<() => void>(), start: vi.fn<() => void>() };
  const parsing: { end?: (isReadable: boolean) => void } = {};
  const whenReady = new Promise<boolean>((resolve) => {
    parsing.end = resolve;
  });
  const { signal } = new AbortController();
  const following = followOptions(page as unknown as PageReading, {
    whenLoaded: Promise.resolve(),
    whenReady,
    signal,
  });
  await vi.waitUntil(() => page.lookAhead.mock.calls.length > 0, { timeout: 50 }).catch(() => null);
  expect(page.start).not.toHaveBeenCalled();
  parsing.end?.(true);
  await following;
  return { looked: page.lookAhead.mock.calls.length, read: page.start.mock.calls.length };
}

it('looks at a page that loads, and reads it once it is parsed', async () => {
  expect(await follow({})).toEqual({ looked: 1, read: 1 });
});

it.each([
  ['a site that is turned off', () => ({ 'option.sitesOff': [location.origin] })],
  ['a pause', () => ({ 'option.pausedUntil': Date.now() + 60_000 })],
])('neither looks at a page nor reads it during %s', async (_, getStored) => {
  expect(await follow(getStored())).toEqual({ looked: 0, read: 0 });
});
