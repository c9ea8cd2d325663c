import citations from '@/data/compiled/belarus-ilo-2025/citations.json';
import pack from '@/data/compiled/belarus-ilo-2025/pack.json';
import type { PackCitations } from '@/core/citation/pack-citations';
import type { Pack } from '@/core/pack';
import { loadImportedPacks } from '@/platform/packs-store';

/** A pack and how it is cited. */
export type PackContents = { readonly pack: Pack; readonly citations: PackCitations };

const packs = new Map<string, PackContents>([
  [
    pack.id,
    {
      pack: pack as unknown as Pack,
      citations: citations as unknown as PackCitations,
    },
  ],
]);

/** The packs whose cards can be shown, by id: at first those that come with the extension. */
export const knownPacks: ReadonlyMap<string, PackContents> = packs;

/** Add the packs the reader imported. The card is loaded ahead of need, so they come in time. */
export async function addImportedPacks(): Promise<void> {
  const { packs: imported } = await loadImportedPacks();
  for (const contents of imported) packs.set(contents.pack.id, contents);
}
