import { compileDetection } from '@/core/detection/compile';
import { compileStarts } from '@/core/detection/compile-starts';
import { type PackFile, type PackFileResult, parsePackFile } from '@/core/pack-schema';
import { compileSearch } from '@/core/search/compile-search';
import type { DescribedPack } from './packs-index';

/** What reading a pack file comes to: a pack to store, or why it is none. */
export type PackReading =
  { readonly ok: true; readonly described: DescribedPack } | Extract<PackFileResult, { ok: false }>;

/** Check the text of a pack file and compile its detection and search; seconds for a large one. */
export function readPackFile(text: string): PackReading {
  const parsed = parsePackFile(text);
  return parsed.ok ? { ok: true, described: describePack(text, parsed.pack) } : parsed;
}

function describePack(file: string, { pack, aliases, synonyms }: PackFile): DescribedPack {
  const { id, title, version } = pack;
  const compiled = compileDetection(id, aliases);
  const detection = JSON.stringify(compiled);
  const starts = JSON.stringify(compileStarts(compiled));
  const records = JSON.stringify(compileSearch({ pack, aliases, synonyms }));
  return { id, title, version, texts: { file, detection, starts, records } };
}
