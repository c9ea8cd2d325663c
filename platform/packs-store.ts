import { browser } from 'wxt/browser';
import type { Detection } from '@/core/detection/detection';
import { hashWord } from '@/core/detection/hash';
import type { EncodedStarts } from '@/core/detection/starts';
import type { PackFile } from '@/core/pack-schema';
import type { SearchRecords } from '@/core/search/search-records';
import { createQueue } from './queue';
import { removeLocal, writeLocal, type WriteResult } from './storage-write';

/** A pack the reader imported, as the index lists it. */
export type ImportedPack = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly isEnabled: boolean;
  /** Mentions are listed and searched, but not marked in pages, where pages could see them. */
  readonly isQuiet: boolean;
};

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

/** The file as it was imported, and what was compiled from it then. */
const parts = ['file', 'detection', 'starts', 'records'] as const;
type Part = (typeof parts)[number];

/** What lies under a pack's keys: JSON as text, so that it can be compared letter for letter. */
type PackTexts = Readonly<Record<Part, string>>;

type PackName = Pick<ImportedPack, 'id' | 'title' | 'version'>;
/** A pack as it is stored: what its file says of it, and all its texts. */
export type DescribedPack = PackName & { readonly texts: PackTexts };

type IndexEntry = ImportedPack & {
  /** Which of two places holds the pack: a new one is written beside the old before it takes over. */
  readonly slot: 'a' | 'b';
  /** Of each text, to notice damage. */
  readonly checksums: Readonly<Record<Part, number>>;
};

const indexKey = 'packs';
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
    return { id, isQuiet, starts, checksum: checksums.detection };
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
export function repairIndex(
  describe: (fileText: string) => DescribedPack | null,
): Promise<WriteResult> {
  return runInTurn(async () => {
    const value: unknown = (await browser.storage.local.get(indexKey))[indexKey];
    const index = await readIndex();
    const isWhole = value === undefined || (Array.isArray(value) && value.length === index.length);
    if (isWhole) return { ok: true };
    const named = new Set(index.map(({ id }) => id));
    const items: Record<string, unknown> = {};
    const found = new Map<string, IndexEntry>();
    const stored: Record<string, unknown> = await browser.storage.local.get();
    for (const [key, text] of Object.entries(stored)) {
      const slot = /^pack\..+\.([ab])\.file$/.exec(key)?.[1];
      const described = slot && typeof text === 'string' ? describe(text) : null;
      if (described === null || named.has(described.id)) continue;
      const { texts, ...pack } = described;
      const entry = toEntry(pack, texts, { slot: slot === 'a' ? 'a' : 'b' });
      found.set(entry.id, entry);
      for (const part of parts) items[toKeys(entry)[part]] = texts[part];
    }
    return writeLocal({ ...items, [indexKey]: [...index, ...found.values()] });
  });
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

/** Read some texts of a pack; null when one of them is gone or damaged. */
async function readTexts<Wanted extends Part>(
  entry: IndexEntry,
  wanted: readonly Wanted[],
): Promise<Readonly<Record<Wanted, string>> | null> {
  const keys = toKeys(entry);
  const stored: Record<string, unknown> = await browser.storage.local.get(
    wanted.map((part) => keys[part]),
  );
  const isWhole = wanted.every((part) => {
    const text = stored[keys[part]];
    return typeof text === 'string' && hashWord(text) === entry.checksums[part];
  });
  return isWhole ? mapParts(wanted, (part) => String(stored[keys[part]])) : null;
}

/** Read the index; entries that cannot be used are left out. */
async function readIndex(): Promise<readonly IndexEntry[]> {
  const stored: unknown = (await browser.storage.local.get(indexKey))[indexKey];
  return Array.isArray(stored) ? stored.filter(isIndexEntry) : [];
}

/** List keys no pack uses any more: what a crash in the middle of an import left behind. */
async function listOrphans(index: readonly IndexEntry[]): Promise<readonly string[]> {
  const used = new Set<string>(index.flatMap((entry) => Object.values(toKeys(entry))));
  const stored = Object.keys(await browser.storage.local.get());
  return stored.filter((key) => key.startsWith('pack.') && !used.has(key));
}

function toEntry(
  { id, title, version }: PackName,
  texts: PackTexts,
  { isEnabled = true, isQuiet = true, slot }: Partial<ImportedPack> & Pick<IndexEntry, 'slot'>,
): IndexEntry {
  const checksums = mapParts(parts, (part) => hashWord(texts[part]));
  return { id, title, version, isEnabled, isQuiet, slot, checksums };
}

function isIndexEntry(value: unknown): value is IndexEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof IndexEntry, unknown>>;
  return (
    typeof entry.id === 'string' &&
    typeof entry.title === 'string' &&
    typeof entry.version === 'string' &&
    typeof entry.isEnabled === 'boolean' &&
    typeof entry.isQuiet === 'boolean' &&
    (entry.slot === 'a' || entry.slot === 'b') &&
    isChecksums(entry.checksums)
  );
}

function isChecksums(value: unknown): value is IndexEntry['checksums'] {
  if (typeof value !== 'object' || value === null) return false;
  const checksums = value as Partial<Record<Part, unknown>>;
  return parts.every((part) => typeof checksums[part] === 'number');
}

function toKeys({ id, slot }: Pick<IndexEntry, 'id' | 'slot'>): PackTexts {
  return mapParts(parts, (part) => `pack.${id}.${slot}.${part}`);
}

function mapParts<Wanted extends Part, Value>(
  wanted: readonly Wanted[],
  toValue: (part: Wanted) => Value,
): Record<Wanted, Value> {
  return Object.fromEntries(wanted.map((part) => [part, toValue(part)])) as Record<Wanted, Value>;
}
