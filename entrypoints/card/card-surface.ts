import type { CopyResult } from '@/components/fact-card-props';
import type { CopyRequest } from '@/core/citation/copy-request';
import { formatCitation } from '@/core/citation/format-citation';
import type { CardControl } from '@/core/card-control';
import type { Card } from '@/core/pack';
import { toLocalDate } from '@/core/partial-date';
import type { CardPlace, CreateCardSurface } from '@/platform/card-surface';
import { findFocus, findParentElement, isInDocument } from '@/platform/dom-properties';
import { updateOptions } from '@/platform/options-store';
import { createBrowserTranslate } from '@/platform/translate';
import { createCardHost, type CardHost } from './card-host';
import { keepCardPlaced } from './card-placement';
import { clearFrame, showCard, type CardViewProps } from './card-view';
import { showNotice } from './notice-view';
import { bundledPacks, loadPacks, type PackContents } from './packs';
import { measureTheme } from './page-theme';
import { applyInPage, type UndoOffer } from './undo-offer';

type Rendered = {
  readonly host: CardHost;
  readonly place: CardPlace;
  readonly props: CardViewProps;
};
type Shown = Pick<Rendered, 'place' | 'props'> & { readonly closing: AbortController };
/** `arrive` tells the card that it is in the page. */
type Ready = Rendered & { readonly arrive: () => void };

/** A card made ready that nobody asks for is dropped after so many milliseconds. */
const readyForMs = 1000;

/** Create what shows cards in this document; it stays out of the page until it shows the first. */
export const createCardSurface: CreateCardSurface = ({ name, copy, ...events }) => {
  const translate = createBrowserTranslate();
  let host: CardHost | null = null;
  let shown: Shown | null = null;
  /** The first card, rendered before it is asked for. */
  let ready: Ready | null = null;
  let hasNotice = false;
  /** What in the page had the focus before it came here. */
  let previousFocus: Element | null = null;
  let packs = bundledPacks;

  const findPack = (packId: string): PackContents | undefined =>
    packs.find(({ pack }) => pack.id === packId);

  function createProps(
    contents: PackContents,
    place: CardPlace,
  ): Omit<CardViewProps, 'whenThere'> | null {
    const card = contents.pack.cards.find(({ id }) => id === place.cardId);
    if (!card) return null;
    return {
      contents,
      card,
      translate,
      surface: place.shape,
      nearbyCardIds: place.nearbyCardIds,
      today: toLocalDate(new Date()),
      isPinned: false,
      onCopy: (request) => copyCitation(contents, request),
      onPin: events.onPinToggled,
      onClose: events.onDismissed,
      onControl: (control, of) => void applyAndOfferUndo(control, of),
    };
  }

  /** Render a card into the frame of the host, in the page or not; null when there is none. */
  function renderCard(
    place: CardPlace,
    whenThere: CardViewProps['whenThere'] = null,
  ): Rendered | null {
    const contents = findPack(place.packId);
    const known = contents && createProps(contents, place);
    if (!known) return null;
    const props = { ...known, whenThere };
    host ??= createCardHost(name);
    showCard(host.frame, props);
    return { host, place, props };
  }

  async function copyCitation(contents: PackContents, request: CopyRequest): Promise<CopyResult> {
    const citation = formatCitation({
      ...contents,
      ...request,
      accessed: toLocalDate(new Date()),
      pageLanguage: document.documentElement.lang || 'en',
    });
    if (!(await copy(citation))) return { ok: false, text: citation.text };
    void updateOptions({ lastStyleId: request.styleId });
    return { ok: true };
  }

  function rememberFocus(): void {
    const focus = findFocus();
    if (focus !== host?.element) previousFocus = focus;
  }

  /** Take what is shown out of a frame, and the host out of the page with the last of it. */
  function leave(frame: HTMLElement, { restoresFocus }: { restoresFocus: boolean }): void {
    const hadFocus = frame.contains(host?.findFocus() ?? null);
    clearFrame(frame);
    if (!shown && !hasNotice) host?.hide();
    if (restoresFocus && hadFocus && previousFocus && isInDocument(previousFocus))
      HTMLElement.prototype.focus.call(previousFocus, { preventScroll: true });
  }

  async function applyAndOfferUndo(control: CardControl, card: Card): Promise<void> {
    if (!host || !shown) return;
    const { place } = shown;
    const takesFocus = host.findFocus()?.matches(':focus-visible') ?? false;
    events.onDismissed();
    const offer = await applyInPage(control, { ...events, place, card, translate });
    tell(place, { ...offer, takesFocus });
  }

  function tell(
    place: CardPlace,
    { text, undo, takesFocus }: UndoOffer & { readonly takesFocus: boolean },
  ): void {
    if (!host) return;
    const { noticeFrame } = host;
    const close = (): void => {
      hasNotice = false;
      leave(noticeFrame, { restoresFocus: true });
    };
    const takeBack = (): void => {
      undo?.();
      close();
      tell(place, { text: translate('cardUndone'), undo: null, takesFocus: false });
    };
    rememberFocus();
    hasNotice = true;
    noticeFrame.dataset['theme'] = host.frame.dataset['theme'];
    showNotice(noticeFrame, {
      text,
      translate,
      takesFocus,
      onClose: close,
      onUndo: undo && takeBack,
    });
    if (!tryShow(host, place)) close();
  }

  return {
    async updatePacks() {
      packs = await loadPacks();
    },
    makeReady(place) {
      // Later ones take a few milliseconds, less than Chromium takes to look over the marks of a long
      // page after any change of its nodes, those out of the page too.
      if (host) return;
      const { promise: whenThere, resolve: arrive } = Promise.withResolvers<void>();
      const rendered = renderCard(place, whenThere);
      if (!rendered) return;
      const made = { ...rendered, arrive };
      ready = made;
      setTimeout(() => {
        if (ready !== made) return;
        ready = null;
        clearFrame(made.host.frame);
      }, readyForMs);
    },
    show(place) {
      const made = ready && isSamePlace(ready.place, place) ? ready : null;
      ready = null;
      const rendered = made ?? renderCard(place);
      if (!rendered || !host) return false;
      const { props } = rendered;
      rememberFocus();
      shown?.closing.abort();
      shown = { place, props, closing: new AbortController() };
      prepareFrame(host, place);
      if (!tryShow(host, place)) return false;
      if (place.shape === 'page') {
        const { range, point } = place;
        const { signal } = shown.closing;
        keepCardPlaced({ frame: host.frame, range, point, signal, ...events });
      }
      if (place.takesFocus) focusCard(host);
      made?.arrive();
      return true;
    },
    setPinned(isPinned) {
      if (!host || !shown) return;
      shown = { ...shown, props: { ...shown.props, isPinned } };
      showCard(host.frame, shown.props);
    },
    hide({ restoresFocus }) {
      if (!host || !shown) return;
      const { closing } = shown;
      shown = null;
      closing.abort();
      leave(host.frame, { restoresFocus });
    },
    isHost: (target) => host !== null && target === host.element,
    isThere: () => shown !== null && (host?.isThere() ?? false),
    async copyCard(packId, cardId) {
      const contents = findPack(packId);
      const card = contents?.pack.cards.find(({ id }) => id === cardId);
      if (!contents || !card) return false;
      const factId = card.factIds[0] ?? null;
      return (await copyCitation(contents, { styleId: 'quote', factId })).ok;
    },
  };
};

function isSamePlace(one: CardPlace, other: CardPlace): boolean {
  return (
    one.range === other.range &&
    one.packId === other.packId &&
    one.cardId === other.cardId &&
    one.shape === other.shape
  );
}

function prepareFrame({ frame }: CardHost, { range, shape }: CardPlace): void {
  frame.dataset['surface'] = shape;
  frame.dataset['theme'] = measureTheme(findParentElement(range.startContainer));
  frame.removeAttribute('style');
}

function tryShow(host: CardHost, { range }: CardPlace): boolean {
  try {
    return host.show(findParentElement(range.startContainer));
  } catch {
    // The page took the element away in this very moment: it does not want it, so we do not fight.
    host.hide();
    return false;
  }
}

function focusCard({ frame }: CardHost): void {
  frame.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
}
