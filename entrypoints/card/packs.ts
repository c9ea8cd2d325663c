import citations from '@/data/compiled/belarus-ilo-2025/citations.json';
import pack from '@/data/compiled/belarus-ilo-2025/pack.json';
import type { PackCitations } from '@/core/citation/pack-citations';
import type { Pack } from '@/core/pack';
import { loadImportedPacks } from '@/platform/packs-store';

/** A pack and how it is cited. */
export type PackContents = { readonly pack: Pack; readonly citations: PackCitations };

/** The packs that come with the extension. The compiler has checked them. */
export const bundledPacks: readonly PackContents[] = [
  {
    pack: pack as unknown as Pack,
    citations: citations as unknown as PackCitations,
  },
];

/** Load the packs whose cards can be shown: those that come with the extension, then imported ones. */
export async function loadPacks(): Promise<readonly PackContents[]> {
  try {
    const { packs: imported } = await loadImportedPacks();
    return [...bundledPacks, ...imported];
  } catch {
    // The store cannot be read just now; what comes with the extension works all the same.
    return bundledPacks;
  }
}
