import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The directory of the bundled pack. */
export const bundledPackDirectory = join(import.meta.dirname, '../../data/packs/belarus-ilo-2025');

/** Copy the bundled pack to a temporary directory of the same name, where a test may break it. */
export function copyBundledPack(): string {
  const directory = join(mkdtempSync(join(tmpdir(), 'pack-')), 'belarus-ilo-2025');
  cpSync(bundledPackDirectory, directory, { recursive: true });
  return directory;
}

/** Replace `from` by `to` in one file of a pack; throws unless `from` stands in it exactly once. */
export function editPackFile(
  path: string,
  { from, to }: { readonly from: string; readonly to: string },
): number {
  const text = readFileSync(path, 'utf8');
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in ${path}`);
  writeFileSync(path, parts.join(to));
  return (parts[0] ?? '').split('\n').length;
}
