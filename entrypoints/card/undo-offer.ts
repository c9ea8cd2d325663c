import { describeDone } from '@/components/card-labels';
import type { CardControl } from '@/core/card-control';
import type { Card } from '@/core/pack';
import type { Translate } from '@/core/translate';
import type { CardEvents, CardPlace } from '@/platform/card-surface';
import { applyControl, type Undo } from '@/platform/controls';

/** What to tell the reader after a control, and how to take it back; null when it had no effect. */
export type UndoOffer = { readonly text: string; readonly undo: Undo | null };

/** Turn off what the reader wants gone from a card shown in a page. */
export async function applyInPage(
  control: CardControl,
  {
    place,
    card,
    onPageOff,
    translate,
  }: {
    readonly place: CardPlace;
    /** Differs from the card of the place when the reader followed a link inside it. */
    readonly card: Card;
    readonly onPageOff: CardEvents['onPageOff'];
    readonly translate: Translate;
  },
): Promise<UndoOffer> {
  try {
    const undo = await applyControl(control, {
      packId: place.packId,
      cardId: card.id,
      mention: place,
      origin: location.origin,
      setPageOff(isOff) {
        onPageOff(isOff);
        return true;
      },
    });
    if (undo) return { text: describeDone(control, { card, translate }), undo };
  } catch {
    // The extension was reloaded while the page stayed open: its storage is out of reach.
  }
  return { text: translate('saveFailed'), undo: null };
}
