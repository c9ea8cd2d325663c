import { importPack, type ImportResult } from '@/platform/pack-import';
import { readPackFile } from '@/platform/pack-reading';

/** Import the text of a pack file, read in this thread; `bundledIds` are those of no pack by default. */
export function importText(
  text: string,
  bundledIds: readonly string[] = [],
): Promise<ImportResult> {
  return importPack(text, { read: readPackFile, bundledIds });
}
