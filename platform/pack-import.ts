import { compileDetection } from '@/core/detection/compile';
import { compileStarts } from '@/core/detection/compile-starts';
import { type PackFile, parsePackFile } from '@/core/pack-schema';
import { compileSearch } from '@/core/search/compile-search';
import type { DescribedPack } from './packs-index';
import { repairIndex, storePack, updateIndex } from './packs-store';
import type { WriteResult } from './storage-write';

/** What is wrong with a file and where (`pack.facts.3.quote`); '' is the file as a whole. */
type Problem = { readonly path: string; readonly message: string };

export type ImportResult =
  | { readonly ok: true; readonly id: string; readonly title: string }
  | {
      readonly ok: false;
      /** `invalid`: see `problems`; `bundled`: comes with the extension; else as `WriteResult`. */
      readonly reason: 'invalid' | 'bundled' | Extract<WriteResult, { ok: false }>['reason'];
      readonly problems: readonly Problem[];
    };

/** Bytes; checked before a file is read into memory. Twice what the longest valid text needs. */
const maxFileSize = 64_000_000;

/** Read a file the reader chose and store the pack in it: all of it, or nothing. */
export async function importPackFile(
  file: Blob,
  bundledIds: readonly string[],
): Promise<ImportResult> {
  if (file.size > maxFileSize) {
    const message = `is larger than ${maxFileSize / 1_000_000} MB`;
    return { ok: false, reason: 'invalid', problems: [{ path: '', message }] };
  }
  return importPack(await file.text(), bundledIds);
}

/** Check the text of a pack file, compile its detection anew and store both; all or nothing. */
export async function importPack(
  text: string,
  bundledIds: readonly string[],
): Promise<ImportResult> {
  const parsed = parsePackFile(text);
  if (!parsed.ok) return { ok: false, reason: 'invalid', problems: parsed.problems };
  const { pack } = parsed.pack;
  if (bundledIds.includes(pack.id)) return { ok: false, reason: 'bundled', problems: [] };
  await repairPacks();
  const stored = await storePack(describePack(text, parsed.pack));
  const { id, title } = pack;
  return stored.ok ? { ok: true, id, title } : { ...stored, problems: [] };
}

/**
 * Bring back packs whose entry in the list of packs was damaged in the store, and make those that
 * another version of the extension compiled usable for this one.
 */
export async function repairPacks(): Promise<WriteResult> {
  const repaired = await repairIndex(describeFile);
  return repaired.ok ? updateIndex(describeFile) : repaired;
}

function describeFile(text: string): DescribedPack | null {
  const parsed = parsePackFile(text);
  return parsed.ok ? describePack(text, parsed.pack) : null;
}

function describePack(file: string, { pack, aliases, synonyms }: PackFile): DescribedPack {
  const { id, title, version } = pack;
  const compiled = compileDetection(id, aliases);
  const detection = JSON.stringify(compiled);
  const starts = JSON.stringify(compileStarts(compiled));
  const records = JSON.stringify(compileSearch({ pack, aliases, synonyms }));
  return { id, title, version, texts: { file, detection, starts, records } };
}
