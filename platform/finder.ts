import type { Detection } from '@/core/detection/detection';
import type { MentionFinder } from '@/core/detection/mention-finder';
import type { StartFinder } from '@/core/detection/start-finder';
import type { Steps } from '@/core/steps';
import { loadLate, provideLate } from './late-scripts';

/** Prepares the finder of the mentions of bundled packs and `imported` ones. */
export type PrepareFinder = (
  imported: readonly Detection[],
  findStarts: StartFinder,
) => Steps<MentionFinder>;

/** Make the finder available to the page script of this document. */
export function provideFinder(prepare: PrepareFinder): void {
  provideLate('finder', prepare);
}

/** Load what finds mentions into this document; see `loadLate`. */
export function loadPrepareFinder(): Promise<PrepareFinder | null> {
  return loadLate<PrepareFinder>('finder');
}
