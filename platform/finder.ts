import type { Detection } from '@/core/detection/detection';
import type { MentionFinder } from '@/core/detection/mention-finder';
import type { StartFinder } from '@/core/detection/start-finder';
import { loadLate, provideLate } from './late-scripts';

/** Creates the finder of the mentions of bundled packs and `imported` ones. */
export type CreateFinder = (
  imported: readonly Detection[],
  findStarts: StartFinder,
) => MentionFinder;

/** Make the finder available to the page script of this document. */
export function provideFinder(create: CreateFinder): void {
  provideLate('finder', create);
}

/** Load what finds mentions into this document; see `loadLate`. */
export function loadCreateFinder(): Promise<CreateFinder | null> {
  return loadLate<CreateFinder>('finder');
}
