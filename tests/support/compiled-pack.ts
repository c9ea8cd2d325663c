import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackCitations } from '@/core/citation/pack-citations';
import type { Pack } from '@/core/pack';

const folder = join(import.meta.dirname, '../../data/compiled/belarus-ilo-2025');

/** Read the bundled pack as `npm run compile` left it. */
export function readCompiledPack(): { pack: Pack; citations: PackCitations } {
  return {
    pack: readJson('pack.json') as Pack,
    citations: readJson('citations.json') as PackCitations,
  };
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}
