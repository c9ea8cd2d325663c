import type { Options } from '@/core/options';
import {
  addToList,
  canAddToList,
  isListed,
  type ListedFact,
  removeFromList,
} from '@/core/reading-list';
import { isPrivateWindow, updateReadingList } from './reading-list';

type Reader = { readonly options: Options; readonly packId: string };

/** Say what a card's facts show of the list and do to it; null where facts may not be added. */
export function toFactListing(
  list: readonly ListedFact[],
  { options, packId }: Reader,
): { isListed(factId: string): boolean; onToggle(factId: string): void } | null {
  if (!canAddToList(options, isPrivateWindow())) return null;
  return {
    isListed: (factId) => isListed(list, { packId, factId }),
    onToggle(factId) {
      const fact = { packId, factId };
      void updateReadingList((current) =>
        isListed(current, fact) ? removeFromList(current, fact) : addToList(current, fact),
      );
    },
  };
}
