import { browser } from 'wxt/browser';
import type { Point, Rect } from '@/core/safe-area';
import { belarusianScript, needsBelarusian } from './translate';

/**
 * What the two scripts in a page say to each other. `mentions` reads every page; `card`, with the
 * facts and all that shows them, comes only to pages where a reader is about to open a card.
 * Both run in the extension's isolated world, whose globals pages cannot see.
 */

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

const surfaceKey = Symbol.for('fact-cards.surface');
type Globals = { [surfaceKey]?: CreateCardSurface };

/** Make cards available to the page script of this document. */
export function provideCardSurface(create: CreateCardSurface): void {
  (globalThis as Globals)[surfaceKey] = create;
}

/** Load what shows cards into this document, once; null when the extension or the page is gone. */
export async function loadCardSurface(): Promise<CreateCardSurface | null> {
  const globals = globalThis as Globals;
  if (!globals[surfaceKey]) {
    try {
      await browser.runtime.sendMessage({ type: 'cardWanted' });
    } catch {
      // The extension was reloaded, or access to the site withdrawn: no card can be shown here.
      return null;
    }
  }
  return globals[surfaceKey] ?? null;
}

/** Answer pages that want to show cards, from the background, until `signal` aborts. */
export function serveCardSurface(signal: AbortSignal): void {
  browser.runtime.onMessage.addListener(answerCardWanted);
  signal.addEventListener('abort', () =>
    browser.runtime.onMessage.removeListener(answerCardWanted),
  );
}

type OnMessage = Parameters<typeof browser.runtime.onMessage.addListener>[0];

function answerCardWanted(
  message: unknown,
  { id, tab, frameId = 0 }: Parameters<OnMessage>[1],
): Promise<boolean> | undefined {
  const isWanted =
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'cardWanted';
  if (!isWanted || id !== browser.runtime.id || tab?.id === undefined) return undefined;
  return injectCard({ tabId: tab.id, frameIds: [frameId] });
}

async function injectCard(target: { tabId: number; frameIds: number[] }): Promise<boolean> {
  await browser.scripting.executeScript({
    target,
    files: needsBelarusian() ? [belarusianScript, '/card.js'] : ['/card.js'],
    injectImmediately: true,
  });
  return true;
}
