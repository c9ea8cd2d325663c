import citations from '@/data/compiled/belarus-ilo-2025/citations.json';
import pack from '@/data/compiled/belarus-ilo-2025/pack.json';
import type { PackCitations } from '@/core/citation/pack-citations';
import type { Pack } from '@/core/pack';

/** A pack and how it is cited. */
export type PackContents = { readonly pack: Pack; readonly citations: PackCitations };

/** The packs that come with the extension, by id. The compiler has checked them. */
export const bundledPacks: ReadonlyMap<string, PackContents> = new Map([
  [
    pack.id,
    {
      pack: pack as unknown as Pack,
      citations: citations as unknown as PackCitations,
    },
  ],
]);
