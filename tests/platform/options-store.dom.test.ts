import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultOptions, type Options } from '@/core/options';
import {
  clearSetAside,
  getOptions,
  listSetAside,
  repairOptions,
  updateOptions,
  watchOptions,
} from '@/platform/options-store';
import optionsOfVersion1 from './golden/options-v1.json';

const storage = fakeBrowser.storage.local;

const mute = (card: string) =>
  updateOptions(({ mutedCards }) => ({ mutedCards: [...mutedCards, card] }));

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('getOptions', () => {
  it('reads what version 1 wrote', async () => {
    await storage.set(optionsOfVersion1.stored);
    // Options that came later have their defaults.
    expect(await getOptions()).toEqual({ ...defaultOptions, ...optionsOfVersion1.options });
  });
});

describe('updateOptions', () => {
  it('stores only what differs from the defaults', async () => {
    await updateOptions({ isQuiet: true, density: 'every' });
    await updateOptions({ density: defaultOptions.density });
    expect(await storage.get()).toEqual({ 'option.isQuiet': true });
  });

  it('gives each function the options as its turn comes', async () => {
    await Promise.all([mute('p/a'), mute('p/b'), mute('p/c')]);
    expect((await getOptions()).mutedCards).toEqual(['p/a', 'p/b', 'p/c']);
  });

  it('keeps the old value and says so when the store is full', async () => {
    await updateOptions({ density: 'every' });
    vi.spyOn(storage, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    expect(await updateOptions({ density: 'none' })).toEqual({ ok: false, reason: 'full' });
    expect((await getOptions()).density).toBe('every');
  });

  it('goes on after a failed write', async () => {
    vi.spyOn(storage, 'set').mockRejectedValueOnce(new Error('disk'));
    expect(await updateOptions({ density: 'none' })).toEqual({ ok: false, reason: 'failed' });
    expect(await updateOptions({ isQuiet: true })).toEqual({ ok: true });
  });

  it('sets aside what it overwrites', async () => {
    await storage.set({ 'option.sitesOff': ['https://a.example', 5] });
    await updateOptions(({ sitesOff }) => ({ sitesOff: [...sitesOff, 'https://b.example'] }));
    expect((await getOptions()).sitesOff).toEqual(['https://a.example', 'https://b.example']);
    expect(await listSetAside()).toEqual([{ key: 'sitesOff', value: 5 }]);
  });
});

describe('repairOptions', () => {
  const damaged = { 'option.density': { loud: 1 }, 'option.mutedCards': ['p/a', 9] };

  it('moves what cannot be used aside and keeps the rest', async () => {
    await storage.set({ ...damaged, 'option.isQuiet': true, 'pack.other': 'kept' });
    expect(await repairOptions()).toEqual({ ok: true });
    expect(await storage.get()).toEqual({
      'option.isQuiet': true,
      'option.mutedCards': ['p/a'],
      'pack.other': 'kept',
      setAside: [
        { key: 'density', value: { loud: 1 } },
        { key: 'mutedCards', value: 9 },
      ],
    });
    await clearSetAside();
    expect(await listSetAside()).toEqual([]);
  });

  it('leaves alone what a newer version wrote', async () => {
    await storage.set({ ...damaged, optionsVersion: 2 });
    const before = await storage.get();
    await repairOptions();
    expect(await storage.get()).toEqual(before);
  });

  it('writes nothing when all is well', async () => {
    await updateOptions({ isQuiet: true });
    const set = vi.spyOn(storage, 'set');
    await repairOptions();
    expect(set).not.toHaveBeenCalled();
  });
});

describe('watchOptions', () => {
  it('tells of changes until it is stopped', async () => {
    const seen: Options[] = [];
    const stop = new AbortController();
    watchOptions((options) => seen.push(options), stop.signal);
    await updateOptions({ isQuiet: true });
    await vi.waitFor(() => expect(seen.at(-1)?.isQuiet).toBe(true));
    stop.abort();
    const told = seen.length;
    await updateOptions({ isQuiet: false });
    await storage.set({ unrelated: 1 });
    expect(seen).toHaveLength(told);
  });
});
