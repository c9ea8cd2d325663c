import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { CardControl } from '@/core/card-control';
import { defaultOptions } from '@/core/options';
import { applyControl, type ControlTarget } from '@/platform/controls';
import { getOptions, updateOptions } from '@/platform/options-store';

const setPageOff = vi.fn<(isOff: boolean) => boolean>(() => true);
const target: ControlTarget = {
  packId: 'p',
  cardId: 'bkdp',
  mention: { cardId: 'ilo', text: 'the Organization' },
  origin: 'https://news.example',
  setPageOff,
};

beforeEach(() => {
  vi.restoreAllMocks();
  setPageOff.mockClear();
  fakeBrowser.reset();
});

describe('applyControl', () => {
  it.each<[CardControl, object]>([
    ['reject', { rejectedMentions: [{ card: 'p/ilo', text: 'the Organization' }] }],
    ['mute', { mutedCards: ['p/bkdp'] }],
    ['site-off', { sitesOff: ['https://news.example'] }],
    ['pause', { pausedUntil: expect.any(Number) }],
  ])('%s changes the options until it is taken back', async (control, expected) => {
    const undo = await applyControl(control, target);
    expect(await getOptions()).toEqual({ ...defaultOptions, ...expected });
    undo?.();
    await expect.poll(() => getOptions()).toEqual(defaultOptions);
  });

  it('turns the page off, and on again', async () => {
    const undo = await applyControl('page-off', target);
    expect(setPageOff.mock.calls).toEqual([[true]]);
    undo?.();
    expect(setPageOff.mock.calls).toEqual([[true], [false]]);
  });

  it('takes back its own entry only', async () => {
    await updateOptions({ mutedCards: ['p/ilo', 'q/bkdp'] });
    const undo = await applyControl('mute', target);
    undo?.();
    await expect.poll(async () => (await getOptions()).mutedCards).toEqual(['p/ilo', 'q/bkdp']);
  });

  it.each<[CardControl, Partial<ControlTarget>]>([
    ['reject', { mention: null }],
    ['site-off', { origin: null }],
    ['page-off', { setPageOff: null }],
    ['page-off', { setPageOff: () => false }],
  ])('%s offers no undo where it had no effect: %o', async (control, missing) => {
    expect(await applyControl(control, { ...target, ...missing })).toBeNull();
    expect(await getOptions()).toEqual(defaultOptions);
  });

  it('offers no undo when the browser could not keep it', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('disk'));
    expect(await applyControl('mute', target)).toBeNull();
  });
});
