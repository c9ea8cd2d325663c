import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Detection } from '@/core/detection/detection';
import { createMentionFinder } from '@/core/detection/mention-finder';
import detection from '@/data/compiled/belarus-ilo-2025/detection.json';
import { provideFinder } from '@/platform/finder';

/** The packs that come with the extension. The compiler has checked them. */
const bundled: readonly Detection[] = [detection as unknown as Detection];

export default defineUnlistedScript(() =>
  provideFinder((imported, findStarts) =>
    createMentionFinder([...bundled, ...imported], findStarts),
  ),
);
