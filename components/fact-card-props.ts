import type { CardControl } from '@/core/card-control';
import type { CopyRequest } from '@/core/citation/copy-request';
import type { Card, Fact, Pack } from '@/core/pack';

export type { CardControl };

/** `text` is what could not be copied, so that the reader can copy it by hand. */
export type CopyResult = { readonly ok: true } | { readonly ok: false; readonly text: string };

/** Take back what a control did. */
export type Undo = () => void;

export type StyleChoice = {
  readonly id: string;
  readonly label: string;
  /** `more` stands behind the last item of the menu. */
  readonly group: 'common' | 'more';
};

/** The reading list as the facts of one pack see it. */
export type FactListing = {
  readonly isListed: (factId: string) => boolean;
  readonly onToggle: (factId: string) => void;
};

export type FactCardProps = {
  readonly pack: Pack;
  readonly card: Card;
  /** The card's facts in the order to show them; see `rankFacts`. */
  readonly facts: readonly Fact[];
  /** Local ISO date, which the age of facts is measured to. */
  readonly today: string;
  /** `page` floats beside a mark, `sheet` lies along the bottom edge, `panel` is part of a page of ours. */
  readonly surface: 'page' | 'sheet' | 'panel';
  /** In the order of the menu; a fact's own "Copy" takes `quote`, wherever it stands. */
  readonly citationStyles: readonly StyleChoice[];
  /** The controls that make sense where the card is shown. */
  readonly controls: readonly CardControl[];
  /** The address that opens the source at the sentence of the fact. */
  readonly getQuoteUrl: (fact: Fact) => string;
  readonly onCopy: (request: CopyRequest) => Promise<CopyResult>;
  readonly onOpenCard: (cardId: string) => void;
  /** Null or not given where facts may not be put on the reading list. */
  readonly listing?: FactListing | null;
  /** Null when this card was not opened from another one. */
  readonly onBack: (() => void) | null;
  readonly isPinned: boolean;
  /** Null where a card cannot be pinned. */
  readonly onPin: (() => void) | null;
  readonly onClose: () => void;
  /** Returns how to take it back; null or nothing when the card goes away with it. */
  readonly onControl: (control: CardControl) => Promise<Undo | null> | void;
  /** False while it is made ready out of the document; then it announces itself once it is there. */
  readonly isThere?: boolean;
  /** Take focus on appearing, as a card opened by key does. */
  readonly takesFocus?: boolean;
};
