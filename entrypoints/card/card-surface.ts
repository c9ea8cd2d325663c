import type { CopyResult } from '@/components/fact-card-props';
import type { CopyRequest } from '@/core/citation/copy-request';
import { formatCitation } from '@/core/citation/format-citation';
import { toLocalDate } from '@/core/partial-date';
import type { CardPlace, CreateCardSurface } from '@/platform/card-surface';
import { findFocus, findParentElement, isInDocument } from '@/platform/dom-properties';
import { updateOptions } from '@/platform/options-store';
import { createBrowserTranslate } from '@/platform/translate';
import { createCardHost, type CardHost } from './card-host';
import { keepCardPlaced } from './card-placement';
import { clearCard, showCard, type CardViewProps } from './card-view';
import { bundledPacks, loadPacks, type PackContents } from './packs';
import { measureTheme } from './page-theme';

type Shown = {
  readonly props: CardViewProps;
  readonly previousFocus: Element | null;
  readonly closing: AbortController;
};

/** Create what shows cards in this document; it stays out of the page until it shows the first. */
export const createCardSurface: CreateCardSurface = ({ name, copy, ...events }) => {
  const translate = createBrowserTranslate();
  let host: CardHost | null = null;
  let shown: Shown | null = null;
  let packs = bundledPacks;

  const findPack = (packId: string): PackContents | undefined =>
    packs.find(({ pack }) => pack.id === packId);

  function createProps(contents: PackContents, place: CardPlace): CardViewProps | null {
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
      onControl: events.onControl,
    };
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

  return {
    async updatePacks() {
      packs = await loadPacks();
    },
    show(place) {
      const contents = findPack(place.packId);
      const props = contents && createProps(contents, place);
      if (!props) return false;
      host ??= createCardHost(name);
      const previousFocus = shown?.previousFocus ?? findFocus();
      shown?.closing.abort();
      shown = { props, previousFocus, closing: new AbortController() };
      prepareFrame(host, place);
      showCard(host.frame, props);
      if (!tryShow(host)) return false;
      if (place.shape === 'page') {
        const { range, point } = place;
        const { signal } = shown.closing;
        keepCardPlaced({ frame: host.frame, range, point, signal, ...events });
      }
      if (place.takesFocus) focusCard(host);
      return true;
    },
    setPinned(isPinned) {
      if (!host || !shown) return;
      shown = { ...shown, props: { ...shown.props, isPinned } };
      showCard(host.frame, shown.props);
    },
    hide({ restoresFocus }) {
      if (!host || !shown) return;
      const { previousFocus, closing } = shown;
      shown = null;
      closing.abort();
      const hadFocus = host.hasFocus();
      clearCard(host.frame);
      host.hide();
      if (restoresFocus && hadFocus && previousFocus && isInDocument(previousFocus))
        HTMLElement.prototype.focus.call(previousFocus, { preventScroll: true });
    },
    isHost: (target) => host !== null && target === host.element,
    async copyCard(packId, cardId) {
      const contents = findPack(packId);
      const card = contents?.pack.cards.find(({ id }) => id === cardId);
      if (!contents || !card) return false;
      const factId = card.factIds[0] ?? null;
      return (await copyCitation(contents, { styleId: 'quote', factId })).ok;
    },
  };
};

function prepareFrame({ frame }: CardHost, { range, shape }: CardPlace): void {
  frame.dataset['surface'] = shape;
  frame.dataset['theme'] = measureTheme(findParentElement(range.startContainer));
  frame.removeAttribute('style');
}

function tryShow(host: CardHost): boolean {
  try {
    return host.show();
  } catch {
    // The page took the element away in this very moment: it does not want it, so we do not fight.
    host.hide();
    return false;
  }
}

function focusCard({ frame }: CardHost): void {
  frame.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
}
