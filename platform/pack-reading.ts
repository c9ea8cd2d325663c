import { compileDetection } from '@/core/detection/compile';
import { compileStarts } from '@/core/detection/compile-starts';
import { type PackFile, parsePackFile } from '@/core/pack-schema';
import { compileSearch } from '@/core/search/compile-search';
import type { DescribedPack } from './packs-index';

/** What is wrong with a file and where (`pack.facts.3.quote`); '' is the file as a whole. */
export type Problem = { readonly path: string; readonly message: string };

/** What reading a pack file comes to: a pack to store, or why it is none. */
export type PackReading =
  | { readonly ok: true; readonly described: DescribedPack }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Check the text of a pack file and compile its detection and search. */
export type ReadPackFile = (text: string) => Promise<PackReading>;

/** Read a pack file in this very thread, which takes seconds where the file is large. */
export async function readPackFile(text: string): Promise<PackReading> {
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
