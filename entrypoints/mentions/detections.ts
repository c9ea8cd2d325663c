import type { Detection } from '@/core/detection/detection';
import { createMentionFinder, type MentionFinder } from '@/core/detection/mention-finder';
import detection from '@/data/compiled/belarus-ilo-2025/detection.json';
import { loadImportedDetections, type LoadedDetection } from '@/platform/packs-store';

const bundled: readonly Detection[] = [detection as unknown as Detection];

/** How the mentions of all packs in use are found. */
export type PackDetection = {
  readonly finder: MentionFinder;
  /** Packs whose mentions are listed but not marked. */
  readonly quietIds: ReadonlySet<string>;
  /** Differs as soon as anything of this would. */
  readonly version: string;
};

/** Load the detection of bundled and imported packs; packs named first win overlaps. */
export async function loadDetection(): Promise<PackDetection> {
  try {
    return createDetection(await loadImportedDetections());
  } catch {
    // The store cannot be read just now; what comes with the extension works all the same.
    return createDetection([]);
  }
}

function createDetection(imported: readonly LoadedDetection[]): PackDetection {
  return {
    finder: createMentionFinder([...bundled, ...imported.map((pack) => pack.detection)]),
    quietIds: new Set(imported.filter(({ isQuiet }) => isQuiet).map(({ id }) => id)),
    version: imported.map(({ id, checksum, isQuiet }) => `${id} ${checksum} ${isQuiet}`).join(),
  };
}
