import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultOptions } from '@/core/options';
import { toBadgeText } from '@/entrypoints/background/badge';
import { isWider, registerPageScript, toCoverage } from '@/entrypoints/background/registration';

describe('toCoverage', () => {
  it('runs on granted sites except those turned off', () => {
    const sitesOff = ['https://b.example', 'https://a.example:8443', 'about:blank'];
    const granted = ['*://*.z.example/*', '<all_urls>', 'ws://x.example/*'];
    expect(toCoverage(granted, { ...defaultOptions, sitesOff })).toEqual({
      matches: ['*://*.z.example/*', '<all_urls>'],
      excludeMatches: ['https://a.example/*', 'https://b.example/*'],
    });
  });
});

describe('isWider', () => {
  const narrow = { matches: ['*://*.a.example/*'], excludeMatches: ['https://a.example/*'] };
  it.each([
    { after: narrow, wider: false },
    { after: { ...narrow, matches: [...narrow.matches, '<all_urls>'] }, wider: true },
    { after: { ...narrow, excludeMatches: [] }, wider: true },
    { after: { ...narrow, matches: [] }, wider: false },
  ])('says $wider of $after', ({ after, wider }) => {
    expect(isWider(narrow, after)).toBe(wider);
  });
});

describe('registerPageScript', () => {
  type Script = { id: string; matches: string[]; excludeMatches: string[] };
  let registered: Script[] = [];
  const scripting = {
    getRegisteredContentScripts: vi.fn<() => Promise<Script[]>>(async () => registered),
    registerContentScripts: vi.fn<(scripts: Script[]) => Promise<void>>(async (scripts) => {
      if (registered.length > 0) throw new Error('Duplicate script ID');
      registered = scripts;
    }),
    updateContentScripts: vi.fn<(scripts: Script[]) => Promise<void>>(async (scripts) => {
      registered = scripts;
    }),
    unregisterContentScripts: vi.fn<() => Promise<void>>(async () => {
      registered = [];
    }),
  };
  const everywhere = { matches: ['<all_urls>'], excludeMatches: [] };

  beforeEach(() => {
    registered = [];
    vi.clearAllMocks();
    Object.assign(fakeBrowser.scripting, scripting);
  });

  it('registers once, however often it is asked', async () => {
    expect(await registerPageScript(everywhere)).toEqual({ matches: [], excludeMatches: [] });
    expect(await registerPageScript(everywhere)).toEqual(everywhere);
    expect(scripting.registerContentScripts).toHaveBeenCalledTimes(1);
    expect(scripting.updateContentScripts).not.toHaveBeenCalled();
    expect(registered).toMatchObject([{ runAt: 'document_start', allFrames: true }]);
  });

  it('follows changes and leaves nothing once nothing is granted', async () => {
    await registerPageScript(everywhere);
    const off = { ...everywhere, excludeMatches: ['https://a.example/*'] };
    await registerPageScript(off);
    expect(registered).toMatchObject([off]);
    await registerPageScript({ matches: [], excludeMatches: [] });
    expect(registered).toEqual([]);
  });
});

describe('toBadgeText', () => {
  it.each([
    { count: 0, change: {}, text: '' },
    { count: 12, change: {}, text: '12' },
    { count: 1000, change: {}, text: '999+' },
    { count: 12, change: { isQuiet: true }, text: '' },
    { count: 12, change: { pausedUntil: 501 }, text: '' },
    { count: 12, change: { pausedUntil: 500 }, text: '12' },
  ])('says "$text" of $count with $change', ({ count, change, text }) => {
    expect(toBadgeText(count, { ...defaultOptions, ...change }, 500)).toBe(text);
  });
});
