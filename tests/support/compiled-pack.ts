import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackCitations } from '@/core/citation/pack-citations';
import type { Pack } from '@/core/pack';
import type { SearchRecords } from '@/core/search/search-records';

const folder = join(import.meta.dirname, '../../data/compiled/belarus-ilo-2025');

/** Read the bundled pack as `npm run compile` left it. */
export function readCompiledPack(): {
  pack: Pack;
  citations: PackCitations;
  records: SearchRecords;
} {
  return {
    pack: readJson('pack.json') as Pack,
    citations: readJson('citations.json') as PackCitations,
    records: readJson('search.json') as SearchRecords,
  };
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}
