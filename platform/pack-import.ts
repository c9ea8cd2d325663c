import type { PackReading } from './pack-reading';
import type { DescribedPack } from './packs-index';
import { repairIndex, storePack, updateIndex } from './packs-store';
import type { WriteResult } from './storage-write';

export type ImportResult =
  | { readonly ok: true; readonly id: string; readonly title: string }
  | {
      readonly ok: false;
      /** `invalid`: see `problems`; `bundled`: comes with the extension; else as `WriteResult`. */
      readonly reason: 'invalid' | 'bundled' | Extract<WriteResult, { ok: false }>['reason'];
      readonly problems: Extract<PackReading, { ok: false }>['problems'];
    };

/** Bytes; checked before a file is read into memory. Twice what the longest valid text needs. */
const maxFileSize = 64_000_000;

/** `readPackFile`, in whatever thread. */
type Read = (text: string) => PackReading | Promise<PackReading>;

/** What reads files and which packs nobody may import, as they come with the extension. */
type Importing = { readonly read: Read; readonly bundledIds: readonly string[] };

/** Read a file the reader chose and store the pack in it: all of it, or nothing. */
export async function importPackFile(file: Blob, importing: Importing): Promise<ImportResult> {
  if (file.size > maxFileSize) return refuse(`is larger than ${maxFileSize / 1_000_000} MB`);
  // The reader may have moved or deleted it since.
  const text = await file.text().catch(() => null);
  return text === null ? refuse('could not be read') : importPack(text, importing);
}

/** Check the text of a pack file, compile its detection anew and store both; all or nothing. */
export async function importPack(
  text: string,
  { read, bundledIds }: Importing,
): Promise<ImportResult> {
  const reading = await tryToRead(text, read);
  if (reading === null) return refuse('could not be read to its end');
  if (!reading.ok) return { ok: false, reason: 'invalid', problems: reading.problems };
  const { id, title } = reading.described;
  if (bundledIds.includes(id)) return { ok: false, reason: 'bundled', problems: [] };
  try {
    await repairPacks(read);
    const stored = await storePack(reading.described);
    return stored.ok ? { ok: true, id, title } : { ...stored, problems: [] };
  } catch {
    // The store cannot even be read.
    return { ok: false, reason: 'failed', problems: [] };
  }
}

/** Read a pack file; null when whatever reads it breaks down. */
async function tryToRead(text: string, read: Read): Promise<PackReading | null> {
  try {
    return await read(text);
  } catch {
    return null;
  }
}

function refuse(message: string): ImportResult {
  return { ok: false, reason: 'invalid', problems: [{ path: '', message }] };
}

/**
 * Bring back packs whose entry in the list of packs was damaged in the store, and make those that
 * another version of the extension compiled usable for this one.
 */
export async function repairPacks(read: Read): Promise<WriteResult> {
  const describe = async (text: string): Promise<DescribedPack | null> => {
    const reading = await tryToRead(text, read);
    return reading?.ok === true ? reading.described : null;
  };
  const repaired = await repairIndex(describe);
  return repaired.ok ? updateIndex(describe) : repaired;
}
