import type { Point, Rect } from '@/core/safe-area';
import { loadLate, provideLate } from './late-scripts';

/** Put a citation on the clipboard; false when the page or the browser refuses. */
export type Copy = (citation: { text: string; html: string | null }) => Promise<boolean>;

/** A card to show and the place it belongs to. */
export type CardPlace = {
  readonly packId: string;
  readonly cardId: string;
  /** The words of the mention, as the page writes them. */
  readonly text: string;
  readonly range: StaticRange;
  /** Cards mentioned in the same block: facts that speak of them too come first. */
  readonly nearbyCardIds: ReadonlySet<string>;
  /** Picks the line when the mention runs over several; null takes what fits. */
  readonly point: Point | null;
  /** A card beside the mark, or a sheet along the bottom edge. */
  readonly shape: 'page' | 'sheet';
  readonly takesFocus: boolean;
};

/** What happens to the card while it is shown. */
export type CardEvents = {
  /** Boxes in the viewport, in CSS pixels; `marks` holds one for each line of the mention. */
  readonly onPlaced: (place: { card: Rect; marks: readonly Rect[] }) => void;
  readonly onOutOfView: () => void;
  readonly onDismissed: () => void;
  readonly onPinToggled: () => void;
  /** The reader turned marks off on this page, or took that back. */
  readonly onPageOff: (isOff: boolean) => void;
};

/** The one card of a document. */
export type CardSurface = {
  /** Read anew which packs are in use; until the first time, only bundled cards are known. */
  readonly updatePacks: () => Promise<void>;
  /** Make the first card ready out of the page, as it may be asked for in a moment. */
  readonly makeReady: (place: CardPlace) => void;
  /** Show a card, in the place of the one shown; false when it is unknown or the page resists. */
  readonly show: (place: CardPlace) => boolean;
  readonly setPinned: (isPinned: boolean) => void;
  readonly hide: (options: { restoresFocus: boolean }) => void;
  /** Say whether an event's target is the card, as seen from outside. */
  readonly isHost: (target: EventTarget | null) => boolean;
  /** Say whether the card is displayed; a page may have taken it away. */
  readonly isThere: () => boolean;
  /** Copy the first fact of a card with its quote and source. */
  readonly copyCard: (packId: string, cardId: string) => Promise<boolean>;
};

/** `name` is the name everything of ours in this document goes by. */
export type CreateCardSurface = (
  dependencies: { readonly name: string; readonly copy: Copy } & CardEvents,
) => CardSurface;

/** Make cards available to the page script of this document. */
export function provideCardSurface(create: CreateCardSurface): void {
  provideLate('card', create);
}

/** Load what shows cards into this document; see `loadLate`. */
export function loadCardSurface(): Promise<CreateCardSurface | null> {
  return loadLate<CreateCardSurface>('card');
}
