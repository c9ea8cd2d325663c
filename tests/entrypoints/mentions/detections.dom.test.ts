import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { loadDetection, type PackDetection } from '@/entrypoints/mentions/detections';
import finderScript from '@/entrypoints/finder';
import { changePack, removePack } from '@/platform/packs-store';
import { importText } from '../../support/import-pack';
import { makePackFile } from '../../support/pack-file';

const text = 'The General Assembly heard what the International Labour Organization had decided.';

const { signal } = new AbortController();

async function findPackIds({ loadFinder }: PackDetection): Promise<readonly string[]> {
  const finder = await loadFinder();
  const page = finder?.openPage({ title: '', language: 'en' });
  const [block] = page?.addBlocks([{ text, kind: 'text', language: 'en' }]) ?? [];
  return (block?.mentions ?? []).map(({ packId }) => packId);
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  // The script the background would bring.
  finderScript.main();
});

describe('loadDetection', () => {
  it('finds the mentions of bundled and imported packs in one reading', async () => {
    await importText(JSON.stringify(makePackFile()));
    const detection = await loadDetection(signal);
    expect(await findPackIds(detection)).toEqual(['example', 'belarus-ilo-2025']);
    expect([...detection.quietIds]).toEqual(['example']);
  });

  it('follows the switches of a pack', async () => {
    await importText(JSON.stringify(makePackFile()));
    const before = await loadDetection(signal);
    await changePack('example', { isQuiet: false });
    const marked = await loadDetection(signal);
    expect([...marked.quietIds]).toEqual([]);
    await changePack('example', { isEnabled: false });
    const off = await loadDetection(signal);
    expect(await findPackIds(off)).toEqual(['belarus-ilo-2025']);
    expect(new Set([before.version, marked.version, off.version]).size).toBe(3);
  });

  it('is the same as long as the packs are', async () => {
    await importText(JSON.stringify(makePackFile()));
    const { version } = await loadDetection(signal);
    expect((await loadDetection(signal)).version).toBe(version);
    await removePack('example');
    expect((await loadDetection(signal)).version).not.toBe(version);
  });

  it('makes do with bundled packs while the store cannot be read', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('broken'));
    expect(await findPackIds(await loadDetection(signal))).toEqual(['belarus-ilo-2025']);
  });

  it('leaves out a pack whose detection was damaged', async () => {
    await importText(JSON.stringify(makePackFile()));
    const stored: Record<string, unknown> = await fakeBrowser.storage.local.get();
    const key = Object.keys(stored).find((name) => name.endsWith('.detection')) ?? '';
    await fakeBrowser.storage.local.set({ [key]: '{}' });
    expect(await findPackIds(await loadDetection(signal))).toEqual(['belarus-ilo-2025']);
  });
});
