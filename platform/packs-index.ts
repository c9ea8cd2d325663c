import { browser } from 'wxt/browser';
import { hashWord } from '@/core/detection/hash';
import { version as extensionVersion } from '@/package.json';

/** A pack the reader imported, as the index lists it. */
export type ImportedPack = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly isEnabled: boolean;
  /** Mentions are listed and searched, but not marked in pages, where pages could see them. */
  readonly isQuiet: boolean;
};

/** The file as it was imported, and what was compiled from it then. */
export const parts = ['file', 'detection', 'starts', 'records'] as const;
export type Part = (typeof parts)[number];

/** What lies under a pack's keys: JSON as text, so that it can be compared letter for letter. */
export type PackTexts = Readonly<Record<Part, string>>;

type PackName = Pick<ImportedPack, 'id' | 'title' | 'version'>;
/** A pack as it is stored: what its file says of it, and all its texts. */
export type DescribedPack = PackName & { readonly texts: PackTexts };

/** A pack as the index keeps it. */
export type IndexEntry = ImportedPack & {
  /** The version of the extension that compiled it; no other reads what it made of the file. */
  readonly compiledBy: string;
  /** Which of two places holds the pack: a new one is written beside the old before it takes over. */
  readonly slot: 'a' | 'b';
  /** Of each text, to notice damage. */
  readonly checksums: Readonly<Partial<Record<Part, number>> & { file: number }>;
};

/** The key of the index in the store. */
export const indexKey = 'packs';

/** Read some texts of a pack; null when one of them is gone, damaged or of another version's making. */
export async function readTexts<Wanted extends Part>(
  entry: IndexEntry,
  wanted: readonly Wanted[],
): Promise<Readonly<Record<Wanted, string>> | null> {
  const keys = toKeys(entry);
  const stored: Record<string, unknown> = await browser.storage.local.get(
    wanted.map((part) => keys[part]),
  );
  const isWhole = wanted.every((part) => {
    const text = stored[keys[part]];
    const isReadable = part === 'file' || isUpToDate(entry);
    return isReadable && typeof text === 'string' && hashWord(text) === entry.checksums[part];
  });
  return isWhole ? mapParts(wanted, (part) => String(stored[keys[part]])) : null;
}

/** Say whether a pack was compiled by this version of the extension. */
export function isUpToDate({ compiledBy }: IndexEntry): boolean {
  return compiledBy === extensionVersion;
}

/** Read the index; entries that cannot be used are left out. */
export async function readIndex(): Promise<readonly IndexEntry[]> {
  const stored: unknown = (await browser.storage.local.get(indexKey))[indexKey];
  return Array.isArray(stored) ? stored.filter(isIndexEntry) : [];
}

/** List keys no pack uses any more: what a crash in the middle of an import left behind. */
export async function listOrphans(index: readonly IndexEntry[]): Promise<readonly string[]> {
  const used = new Set<string>(index.flatMap((entry) => Object.values(toKeys(entry))));
  const stored = Object.keys(await browser.storage.local.get());
  return stored.filter((key) => key.startsWith('pack.') && !used.has(key));
}

/** Make the entry of a pack compiled just now. */
export function toEntry(
  { id, title, version }: PackName,
  texts: PackTexts,
  { isEnabled = true, isQuiet = true, slot }: Partial<ImportedPack> & Pick<IndexEntry, 'slot'>,
): IndexEntry {
  const checksums = mapParts(parts, (part) => hashWord(texts[part]));
  const compiledBy = extensionVersion;
  return { id, title, version, isEnabled, isQuiet, compiledBy, slot, checksums };
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
    typeof entry.compiledBy === 'string' &&
    (entry.slot === 'a' || entry.slot === 'b') &&
    isChecksums(entry.checksums)
  );
}

/** Another version may have compiled other things from the file. */
function isChecksums(value: unknown): value is IndexEntry['checksums'] {
  return (
    typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'number'
  );
}

/** Get the keys of a pack's texts in the store. */
export function toKeys({ id, slot }: Pick<IndexEntry, 'id' | 'slot'>): PackTexts {
  return mapParts(parts, (part) => `pack.${id}.${slot}.${part}`);
}

function mapParts<Wanted extends Part, Value>(
  wanted: readonly Wanted[],
  toValue: (part: Wanted) => Value,
): Record<Wanted, Value> {
  return Object.fromEntries(wanted.map((part) => [part, toValue(part)])) as Record<Wanted, Value>;
}
