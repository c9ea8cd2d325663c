import type { Detection } from '@/core/detection/detection';
import detection from '@/data/compiled/belarus-ilo-2025/detection.json';

/** How the mentions of the bundled packs are found; packs named first win overlaps. */
export const bundledDetections: readonly Detection[] = [detection as unknown as Detection];
