import { browser } from 'wxt/browser';
import type { Detection } from '@/core/detection/detection';
import type { EncodedStarts } from '@/core/detection/starts';
import type { PackFile } from '@/core/pack-schema';
import type { SearchRecords } from '@/core/search/search-records';
import {
  type DescribedPack,
  type ImportedPack,
  type IndexEntry,
  indexKey,
  isUpToDate,
  listOrphans,
  type Part,
  parts,
  readIndex,
  readTexts,
  toEntry,
  toKeys,
} from './packs-index';
import { createQueue } from './queue';
import { removeLocal, writeLocal, type WriteResult } from './storage-write';

/** An imported pack with all that surfaces need of it. */
export type LoadedPack = Pick<PackFile, 'pack' | 'aliases' | 'citations'> & {
  readonly detection: Detection;
  readonly records: SearchRecords;
  readonly isQuiet: boolean;
};

/** What pages need to tell whether an imported pack may have mentions in them. */
export type ImportedStarts = Pick<ImportedPack, 'id' | 'isQuiet'> & {
  readonly starts: EncodedStarts;
  /** Changes with the detection. */
  readonly checksum: number;
};

const runInTurn = createQueue();

/** List imported packs, in the order they were imported. */
export async function listImportedPacks(): Promise<readonly ImportedPack[]> {
  return readIndex();
}

/**
 * Load the enabled imported packs. One that was damaged in the store is left out and named in
 * `damagedIds`; the rest is not affected.
 */
export async function loadImportedPacks(): Promise<{
  readonly packs: readonly LoadedPack[];
  readonly damagedIds: readonly string[];
}> {
  const entries = (await readIndex()).filter(({ isEnabled }) => isEnabled);
  const loaded = await Promise.all(entries.map(loadPack));
  return {
    packs: loaded.filter((pack) => pack !== null),
    damagedIds: entries.filter((_, index) => loaded[index] === null).map(({ id }) => id),
  };
}

/** Load how the aliases of the enabled imported packs start, and nothing else of them. */
export async function loadImportedStarts(): Promise<readonly ImportedStarts[]> {
  const loaded = await loadParts('starts');
  return loaded.map(({ entry: { id, isQuiet, checksums }, text }) => {
    // Compiled here when the pack was imported, and the same as then.
    const starts = JSON.parse(text) as EncodedStarts;
    return { id, isQuiet, starts, checksum: checksums.detection ?? 0 };
  });
}

/** Load how the mentions of those imported packs are found that are enabled and among `ids`. */
export async function loadImportedDetections(ids: readonly string[]): Promise<Detection[]> {
  const loaded = await loadParts('detection');
  return loaded
    .filter(({ entry }) => ids.includes(entry.id))
    .map(({ text }) => JSON.parse(text) as Detection);
}

/** Read one text of each enabled pack; packs where it is gone or damaged are left out. */
async function loadParts(part: Part): Promise<readonly { entry: IndexEntry; text: string }[]> {
  const entries = (await readIndex()).filter(({ isEnabled }) => isEnabled);
  const loaded = await Promise.all(
    entries.map(async (entry) => {
      const texts = await readTexts(entry, [part]);
      return texts === null ? [] : [{ entry, text: texts[part] }];
    }),
  );
  return loaded.flat();
}

/** Get the file of an imported pack, as it was imported; null when it is gone or damaged. */
export async function exportPack(id: string): Promise<string | null> {
  const entry = (await readIndex()).find((candidate) => candidate.id === id);
  return entry === undefined ? null : ((await readTexts(entry, ['file']))?.file ?? null);
}

/**
 * Store a pack, in place of the one with its id if there is one, whose switches it inherits. Until
 * all of it is written and read back the same, the old one stays in use.
 */
export function storePack({ texts, ...described }: DescribedPack): Promise<WriteResult> {
  return runInTurn(async () => {
    const index = await readIndex();
    const old = index.find(({ id }) => id === described.id);
    const entry = toEntry(described, texts, {
      isEnabled: old?.isEnabled ?? true,
      isQuiet: old?.isQuiet ?? true,
      slot: old?.slot === 'a' ? 'b' : 'a',
    });
    await removeLocal(await listOrphans(index));
    const keys = toKeys(entry);
    const written = await writeLocal(
      Object.fromEntries(parts.map((part) => [keys[part], texts[part]])),
    );
    const isSame = written.ok && (await readTexts(entry, parts)) !== null;
    const others = index.filter((candidate) => candidate !== old);
    const switched = isSame ? await writeLocal({ [indexKey]: [...others, entry] }) : written;
    if (!isSame || !switched.ok) {
      await removeLocal(Object.values(keys));
      return switched.ok ? { ok: false, reason: 'failed' } : switched;
    }
    if (old !== undefined) await removeLocal(Object.values(toKeys(old)));
    return { ok: true };
  });
}

/**
 * Rebuild a damaged index from the files of the packs in the store; a pack it still names keeps its
 * switches. Changes nothing when the index is whole: what it does not name was removed.
 */
export function repairIndex(describe: DescribeFile): Promise<WriteResult> {
  return runInTurn(async () => {
    const value: unknown = (await browser.storage.local.get(indexKey))[indexKey];
    const index = await readIndex();
    const isWhole = value === undefined || (Array.isArray(value) && value.length === index.length);
    if (isWhole) return { ok: true };
    const named = new Set(index.map(({ id }) => id));
    const compiled: Compiled[] = [];
    const stored: Record<string, unknown> = await browser.storage.local.get();
    for (const [key, text] of Object.entries(stored)) {
      const slot = /^pack\..+\.([ab])\.file$/.exec(key)?.[1];
      const described = slot && typeof text === 'string' ? await describe(text) : null;
      if (described === null || named.has(described.id)) continue;
      compiled.push(compile(described, { slot: slot === 'a' ? 'a' : 'b' }));
    }
    return writeCompiled(index, compiled);
  });
}

/**
 * Compile anew, from their files, the packs that another version of the extension compiled; they keep
 * place and switches. One whose file this version cannot read stays as it is, unused.
 */
export function updateIndex(describe: DescribeFile): Promise<WriteResult> {
  return runInTurn(async () => {
    const index = await readIndex();
    const compiled: Compiled[] = [];
    for (const entry of index.filter((candidate) => !isUpToDate(candidate))) {
      const texts = await readTexts(entry, ['file']);
      const described = texts === null ? null : await describe(texts.file);
      if (described?.id === entry.id) compiled.push(compile(described, entry));
    }
    return compiled.length === 0 ? { ok: true } : writeCompiled(index, compiled);
  });
}

/** Compiles the text of a pack's file; null when it is no pack. */
type DescribeFile = (fileText: string) => Promise<DescribedPack | null>;
type Compiled = { readonly entry: IndexEntry; readonly items: Readonly<Record<string, string>> };

function compile(
  { texts, ...pack }: DescribedPack,
  kept: Partial<ImportedPack> & Pick<IndexEntry, 'slot'>,
): Compiled {
  const entry = toEntry(pack, texts, kept);
  const keys = toKeys(entry);
  return { entry, items: Object.fromEntries(parts.map((part) => [keys[part], texts[part]])) };
}

/** Write packs and, in one go with them, their entries: in their old places, or at the end. */
function writeCompiled(
  index: readonly IndexEntry[],
  compiled: readonly Compiled[],
): Promise<WriteResult> {
  const entries = new Map([...index, ...compiled.map(({ entry }) => entry)].map(toPair));
  const items = compiled.map((pack) => pack.items);
  return writeLocal(Object.assign({}, ...items, { [indexKey]: [...entries.values()] }));
}

function toPair(entry: IndexEntry): [string, IndexEntry] {
  return [entry.id, entry];
}

/** Turn an imported pack on or off, or its marks. */
export function changePack(
  id: string,
  change: Partial<Pick<ImportedPack, 'isEnabled' | 'isQuiet'>>,
): Promise<WriteResult> {
  return runInTurn(async () => {
    const index = await readIndex();
    const changed = index.map((entry) =>
      entry.id === id ? Object.assign({}, entry, change) : entry,
    );
    return writeLocal({ [indexKey]: changed });
  });
}

/** Remove an imported pack. */
export function removePack(id: string): Promise<WriteResult> {
  return runInTurn(async () => {
    const index = await readIndex();
    const written = await writeLocal({ [indexKey]: index.filter((entry) => entry.id !== id) });
    if (!written.ok) return written;
    const removed = index.filter((entry) => entry.id === id);
    return removeLocal(removed.flatMap((entry) => Object.values(toKeys(entry))));
  });
}

/** Call back after every change of the list of imported packs, made in any context. */
export function watchImportedPacks(callback: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onChanged = (changes: Readonly<Record<string, unknown>>) => {
    if (Object.hasOwn(changes, indexKey)) callback();
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    // In a page that outlived the extension the API is gone, and the listener with it.
    if (browser.runtime?.id) browser.storage.local.onChanged.removeListener(onChanged);
  });
}

async function loadPack(entry: IndexEntry): Promise<LoadedPack | null> {
  const texts = await readTexts(entry, parts);
  if (texts === null) return null;
  // Checked when it was imported, and the same as then.
  const { pack, aliases, citations } = JSON.parse(texts.file) as PackFile;
  const detection = JSON.parse(texts.detection) as Detection;
  const records = JSON.parse(texts.records) as SearchRecords;
  return { pack, aliases, detection, citations, records, isQuiet: entry.isQuiet };
}
