import type { Detection } from '@/core/detection/detection';
import detection from '@/data/compiled/belarus-ilo-2025/detection.json';
import { loadImportedPacks } from '@/platform/packs-store';

/** Load how the mentions of bundled and imported packs are found; packs named first win overlaps. */
export async function loadDetections(): Promise<{
  readonly detections: readonly Detection[];
  /** Packs whose mentions are listed but not marked. */
  readonly quietIds: ReadonlySet<string>;
}> {
  const { packs } = await loadImportedPacks();
  const quiet = packs.filter(({ isQuiet }) => isQuiet);
  return {
    detections: [detection as unknown as Detection, ...packs.map((pack) => pack.detection)],
    quietIds: new Set(quiet.map(({ pack: { id } }) => id)),
  };
}
