import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hashWord } from '@/core/detection/hash';
import { importPack, importPackFile, repairPacks } from '@/platform/pack-import';
import { readPackFile } from '@/platform/pack-reading';
import {
  changePack,
  exportPack,
  listImportedPacks,
  loadImportedPacks,
  loadImportedStarts,
  removePack,
} from '@/platform/packs-store';
import { importText } from '../support/import-pack';
import { makePack, makePackFile } from '../support/pack-file';
import packOfOtherVersion from './golden/imported-pack-0.0.9.json';

const storage = fakeBrowser.storage.local;

function makeFileText(change: { readonly id?: string; readonly version?: string } = {}): string {
  return JSON.stringify(makePackFile({ pack: makePack(change) }));
}

const breakDown = () => Promise.reject(new Error('out of memory'));

async function findStoredTexts(): Promise<Record<string, unknown>> {
  const stored: Record<string, unknown> = await storage.get();
  return Object.fromEntries(Object.entries(stored).filter(([key]) => key.startsWith('pack.')));
}

async function listIds(): Promise<readonly string[]> {
  return (await loadImportedPacks()).packs.map(({ pack }) => pack.id).toSorted();
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('importPack', () => {
  it('stores a pack that is quiet until the reader says otherwise', async () => {
    const text = makeFileText();
    expect(await importText(text)).toEqual({ ok: true, id: 'example', title: 'Example' });
    expect(await listImportedPacks()).toMatchObject([
      { id: 'example', version: '1.0.0', isEnabled: true, isQuiet: true },
    ]);
    const { packs, damagedIds } = await loadImportedPacks();
    expect(packs.map(({ pack, isQuiet }) => [pack, isQuiet])).toEqual([[makePack(), true]]);
    expect(packs[0]?.detection.packId).toBe('example');
    expect(damagedIds).toEqual([]);
    expect(await exportPack('example')).toBe(text);
  });

  it('says so where a file cannot be read, or not to its end, and stores nothing', async () => {
    const importing = { read: readPackFile, bundledIds: [] };
    const gone = { size: 9, text: () => Promise.reject(new Error('NotFoundError')) } as Blob;
    expect(await importPackFile(gone, importing)).toMatchObject({
      ok: false,
      problems: [{ path: '', message: 'could not be read' }],
    });
    expect(await importPack(makeFileText(), { read: breakDown, bundledIds: [] })).toMatchObject({
      ok: false,
      problems: [{ path: '', message: 'could not be read to its end' }],
    });
    expect(await storage.get()).toEqual({});
  });

  it('says so where the store cannot be read', async () => {
    vi.spyOn(storage, 'get').mockRejectedValue(new Error('corrupt'));
    const failed = { ok: false, reason: 'failed', problems: [] };
    expect(await importText(makeFileText())).toEqual(failed);
  });

  it('replaces a pack and leaves nothing of the old one', async () => {
    await importText(makeFileText());
    await changePack('example', { isQuiet: false });
    await importText(makeFileText({ version: '2.0.0' }));
    expect(await listImportedPacks()).toMatchObject([{ version: '2.0.0', isQuiet: false }]);
    expect(Object.keys(await findStoredTexts())).toHaveLength(4);
  });

  it('says what is wrong and where, and stores nothing', async () => {
    const result = await importText(JSON.stringify({ ...makePackFile(), pack: 7 }));
    expect(result).toMatchObject({ ok: false, reason: 'invalid', problems: [{ path: 'pack' }] });
    expect(await storage.get()).toEqual({});
  });

  it('refuses the id of a pack that comes with the extension', async () => {
    expect(await importText(makeFileText(), ['example'])).toMatchObject({ reason: 'bundled' });
    expect(await storage.get()).toEqual({});
  });

  it.each([1, 2])('keeps the old pack when write %i of an update fails', async (failing) => {
    await importText(makeFileText());
    const before = await storage.get();
    const set = storage.set.bind(storage);
    let writes = 0;
    vi.spyOn(storage, 'set').mockImplementation(async (items: Record<string, unknown>) => {
      writes += 1;
      if (writes === failing) throw new Error('QUOTA_BYTES quota exceeded');
      return set(items);
    });
    const result = await importText(makeFileText({ version: '2.0.0' }));
    expect(result).toMatchObject({ ok: false, reason: 'full' });
    expect(await storage.get()).toEqual(before);
  });

  it('keeps the old pack when what was written reads back different', async () => {
    await importText(makeFileText());
    const before = await storage.get();
    const set = storage.set.bind(storage);
    vi.spyOn(storage, 'set').mockImplementationOnce(async (items: Record<string, unknown>) =>
      set(
        Object.fromEntries(Object.entries(items).map(([key, text]) => [key, `${String(text)} `])),
      ),
    );
    expect(await importText(makeFileText({ version: '2.0.0' }))).toMatchObject({
      ok: false,
      reason: 'failed',
    });
    expect(await storage.get()).toEqual(before);
  });

  it('clears away what an import that was cut off left behind', async () => {
    await storage.set({ 'pack.lost.a.file': '{}', other: 1 });
    await importText(makeFileText());
    expect(Object.keys(await storage.get())).not.toContain('pack.lost.a.file');
    expect(await storage.get()).toMatchObject({ other: 1 });
  });
});

describe('loadImportedPacks', () => {
  it('leaves out a damaged pack and keeps the rest', async () => {
    await importText(makeFileText({ id: 'one' }));
    await importText(makeFileText({ id: 'two' }));
    const key = Object.keys(await findStoredTexts()).find((name) => /one.*file/.test(name)) ?? '';
    await storage.set({
      [key]: makeFileText({ id: 'one' }).replace('assembly met', 'assembly set'),
    });
    const { packs, damagedIds } = await loadImportedPacks();
    expect(packs.map(({ pack }) => pack.id)).toEqual(['two']);
    expect(damagedIds).toEqual(['one']);
    expect(await exportPack('one')).toBeNull();
  });

  it('leaves out a pack that is turned off', async () => {
    await importText(makeFileText());
    await changePack('example', { isEnabled: false });
    expect((await loadImportedPacks()).packs).toEqual([]);
  });

  it.each([7, [7, null, {}], 'x'])('survives the index being %j', async (index) => {
    await storage.set({ packs: index });
    expect(await loadImportedPacks()).toEqual({ packs: [], damagedIds: [] });
  });
});

describe('repairPacks', () => {
  beforeEach(async () => {
    await importText(makeFileText({ id: 'one' }));
    await importText(makeFileText({ id: 'two' }));
    await changePack('two', { isQuiet: false });
  });

  it.each([7, 'x', {}, [null], [7, { id: 'one' }]])(
    'brings every pack back when the list of packs became %j',
    async (index) => {
      await storage.set({ packs: index });
      expect(await repairPacks(readPackFile)).toEqual({ ok: true });
      expect(await listIds()).toEqual(['one', 'two']);
    },
  );

  it('keeps the entries that are whole as they are', async () => {
    const { packs } = await storage.get();
    await storage.set({ packs: [7, (packs as unknown[])[1]] });
    await repairPacks(readPackFile);
    expect(await listImportedPacks()).toMatchObject([
      { id: 'two', isQuiet: false },
      { id: 'one', isQuiet: true },
    ]);
  });

  it('comes before an import, which clears away what no pack uses', async () => {
    await storage.set({ packs: 7 });
    await importText(makeFileText({ id: 'three' }));
    expect(await listIds()).toEqual(['one', 'three', 'two']);
  });

  it('brings back nothing that was removed', async () => {
    const { 'pack.one.a.file': file } = await storage.get();
    await removePack('one');
    await storage.set({ 'pack.one.a.file': file });
    await repairPacks(readPackFile);
    expect(await listIds()).toEqual(['two']);
  });
});

describe('a pack that another version of the extension compiled', () => {
  const ofOther = packOfOtherVersion as Record<string, unknown>;

  beforeEach(async () => {
    await importText(makeFileText({ id: 'two' }));
    const { packs } = await storage.get();
    await storage.set({
      ...ofOther,
      packs: [...packOfOtherVersion.packs, ...(packs as unknown[])],
    });
  });

  it('is not read as if this one had compiled it', async () => {
    expect(await listIds()).toEqual(['two']);
    expect((await loadImportedStarts()).map(({ id }) => id)).toEqual(['two']);
    expect((await loadImportedPacks()).damagedIds).toEqual(['one']);
  });

  it('is compiled anew from its file, and keeps its place and switches', async () => {
    expect(await repairPacks(readPackFile)).toEqual({ ok: true });
    expect(await listIds()).toEqual(['one', 'two']);
    expect((await loadImportedStarts()).map(({ id }) => id)).toEqual(['one', 'two']);
    expect(await listImportedPacks()).toMatchObject([
      { id: 'one', isEnabled: true, isQuiet: false },
      { id: 'two', isQuiet: true },
    ]);
    expect(await exportPack('one')).toBe(ofOther['pack.one.b.file']);
  });

  it('stays as it is where this one cannot read its file', async () => {
    const file = '{"of": "a later version"}';
    const [entry] = packOfOtherVersion.packs;
    const checksums = { ...entry?.checksums, file: hashWord(file) };
    await storage.set({ 'pack.one.b.file': file, packs: [{ ...entry, checksums }] });
    const before = await storage.get();
    expect(await repairPacks(readPackFile)).toEqual({ ok: true });
    expect(await storage.get()).toEqual(before);
    expect(await exportPack('one')).toBe(file);
    expect((await loadImportedPacks()).damagedIds).toEqual(['one']);
  });

  it('is tried again after the store was full', async () => {
    vi.spyOn(storage, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    expect(await repairPacks(readPackFile)).toMatchObject({ ok: false });
    expect(await listIds()).toEqual(['two']);
    expect(await repairPacks(readPackFile)).toEqual({ ok: true });
    expect(await listIds()).toEqual(['one', 'two']);
  });
});

describe('removePack', () => {
  it('leaves nothing behind', async () => {
    await importText(makeFileText());
    await removePack('example');
    expect(await storage.get()).toEqual({ packs: [] });
  });
});
