import type { CardControl } from '@/core/card-control';
import { pauseMs, toCardKey } from '@/core/options';
import { updateOptions } from '@/platform/options-store';
import type { PlacedMention } from './mention-map';

/** Turn off what the reader wants gone; turning off the page itself is left to `turnPageOff`. */
export function applyControl(
  control: CardControl,
  { mention, cardId }: { readonly mention: PlacedMention; readonly cardId: string },
  turnPageOff: () => void,
): void {
  switch (control) {
    case 'reject':
      void updateOptions(({ rejectedMentions }) => ({
        rejectedMentions: [
          ...rejectedMentions,
          { card: toCardKey(mention.packId, mention.cardId), text: mention.text },
        ],
      }));
      break;
    case 'mute':
      void updateOptions(({ mutedCards }) => ({
        mutedCards: [...mutedCards, toCardKey(mention.packId, cardId)],
      }));
      break;
    case 'page-off':
      turnPageOff();
      break;
    case 'site-off':
      void updateOptions(({ sitesOff }) => ({ sitesOff: [...sitesOff, location.origin] }));
      break;
    case 'pause':
      void updateOptions({ pausedUntil: Date.now() + pauseMs });
      break;
  }
}
