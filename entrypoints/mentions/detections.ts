import type { MentionFinder } from '@/core/detection/mention-finder';
import { createStartFinder, type StartFinder } from '@/core/detection/start-finder';
import bundled from '@/data/compiled/belarus-ilo-2025/starts.json';
import { isExtensionAlive } from '@/platform/extension-api';
import { loadCreateFinder } from '@/platform/finder';
import { giveUpAfter, longestAnswerMs } from '@/platform/late-scripts';
import {
  type ImportedStarts,
  loadImportedDetections,
  loadImportedStarts,
} from '@/platform/packs-store';

/** How the mentions of all packs in use are found. */
export type PackDetection = {
  /** Finds where candidates may start; all that is loaded on pages without any. */
  readonly findStarts: StartFinder;
  /** Load what finds mentions, once; null when the extension is gone. */
  readonly loadFinder: () => Promise<MentionFinder | null>;
  /** Packs whose mentions are listed but not marked. */
  readonly quietIds: ReadonlySet<string>;
  /** Differs as soon as anything of this would. */
  readonly version: string;
};

/** Load the detection of bundled and imported packs; packs named first win overlaps. */
export async function loadDetection(signal: AbortSignal): Promise<PackDetection> {
  try {
    return createDetection(await loadImportedStarts(), signal);
  } catch {
    // The store cannot be read just now; what comes with the extension works all the same.
    return createDetection([], signal);
  }
}

function createDetection(imported: readonly ImportedStarts[], signal: AbortSignal): PackDetection {
  const findStarts = createStartFinder([bundled, ...imported.map(({ starts }) => starts)]);
  let finder: Promise<MentionFinder | null> | null = null;
  return {
    findStarts,
    loadFinder: () => (finder ??= loadFinder(imported, { findStarts, signal })),
    quietIds: new Set(imported.filter(({ isQuiet }) => isQuiet).map(({ id }) => id)),
    version: imported.map(({ id, checksum, isQuiet }) => `${id} ${checksum} ${isQuiet}`).join(),
  };
}

/** Load the finder; asks again, less and less often, as long as the extension lives. */
async function loadFinder(
  imported: readonly ImportedStarts[],
  { findStarts, signal }: { readonly findStarts: StartFinder; readonly signal: AbortSignal },
): Promise<MentionFinder | null> {
  for (let waitMs = longestAnswerMs; !signal.aborted && isExtensionAlive(); waitMs *= 2) {
    const end = giveUpAfter(waitMs);
    // A page that goes into the browser's cache meanwhile is not answered, by the store neither.
    const loading = Promise.all([loadCreateFinder(), loadDetections(imported)]);
    const [create, detections] = (await Promise.race([loading, end])) ?? [null, []];
    if (create) return create(detections, findStarts);
    await end;
  }
  return null;
}

async function loadDetections(imported: readonly ImportedStarts[]) {
  try {
    return await loadImportedDetections(imported.map(({ id }) => id));
  } catch {
    return [];
  }
}
