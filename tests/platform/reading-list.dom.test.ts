import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from 'wxt/browser';
import { addToList, type ListedFact } from '@/core/reading-list';
import { getReadingList, updateReadingList, watchReadingList } from '@/platform/reading-list';

const [a, b] = [
  { packId: 'p', factId: 'a' },
  { packId: 'p', factId: 'b' },
];

beforeEach(() => fakeBrowser.reset());

describe('the stored reading list', () => {
  it('keeps every change made at the same time', async () => {
    await Promise.all([a, b].map((fact) => updateReadingList((list) => addToList(list, fact))));
    expect(await getReadingList()).toEqual([a, b]);
  });

  it('survives damage', async () => {
    await browser.storage.local.set({ readingList: [{ packId: 7 }, a, 'x'] });
    expect(await getReadingList()).toEqual([a]);
  });

  it('tells of changes until it is told to stop', async () => {
    const seen: (readonly ListedFact[])[] = [];
    const following = new AbortController();
    watchReadingList((list) => seen.push(list), following.signal);
    await updateReadingList(() => [a]);
    following.abort();
    await updateReadingList(() => [b]);
    expect(seen).toEqual([[a]]);
  });
});
