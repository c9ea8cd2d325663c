import type { OpeningEffect, Opener } from '@/core/card-opening';
import type { CardControl, CopyResult } from '@/components/fact-card-props';
import type { CopyRequest } from '@/core/citation/copy-request';
import { getLocalDate } from './local-date';
import type { Translate } from '@/core/translate';
import { createCardHost, type CardHost } from './card-host';
import { keepCardPlaced } from './card-placement';
import { clearCard, showCard, type CardViewProps } from './card-view';
import { findParentElement, findShadowRoot, isInDocument } from './dom-properties';
import type { MentionMap, PlacedMention } from './mention-map';
import type { OpeningDriver } from './opening-driver';
import type { PackContents } from './packs';
import { measureTheme } from './page-theme';

/** On narrower screens a tapped card becomes a sheet along the bottom edge, in CSS pixels. */
const sheetMaxWidth = 480;

export type CardRequests = {
  readonly copy: (contents: PackContents, request: CopyRequest) => Promise<CopyResult>;
  readonly control: (control: CardControl, mention: PlacedMention) => void;
};

type OpenCard = {
  readonly mention: PlacedMention;
  readonly props: CardViewProps;
  readonly previousFocus: Element | null;
  readonly closing: AbortController;
};

/** Opens, moves and closes the one card of this document, as the opening machine decides. */
export function createCardController({
  name,
  mentions,
  packs,
  translate,
  requests,
  getDriver,
}: {
  readonly name: string;
  readonly mentions: MentionMap;
  readonly packs: ReadonlyMap<string, PackContents>;
  readonly translate: Translate;
  readonly requests: CardRequests;
  readonly getDriver: () => OpeningDriver;
}) {
  let host: CardHost | null = null;
  let open: OpenCard | null = null;

  function openCard(mentionId: string, by: Opener): void {
    const mention = mentions.find(mentionId);
    const contents = mention && packs.get(mention.packId);
    const card = contents?.pack.cards.find(({ id }) => id === mention?.cardId);
    if (!mention || !contents || !card) {
      getDriver().send({ type: 'dismissed' });
      return;
    }
    host ??= createCardHost(name);
    const previousFocus = open?.previousFocus ?? findFocus();
    open?.closing.abort();
    const surface = by === 'tap' && innerWidth < sheetMaxWidth ? 'sheet' : 'page';
    const props = createProps(mention, { contents, card, surface });
    open = { mention, props, previousFocus, closing: new AbortController() };
    prepareFrame(host, mention, surface);
    showCard(host.frame, props);
    if (!tryShow(host)) {
      getDriver().send({ type: 'dismissed' });
      return;
    }
    if (surface === 'page') place(host, open, by);
    if (by === 'keyboard' || by === 'list') focusCard(host);
  }

  function createProps(
    mention: PlacedMention,
    { contents, card, surface }: Pick<CardViewProps, 'contents' | 'card' | 'surface'>,
  ): CardViewProps {
    return {
      contents,
      card,
      surface,
      translate,
      today: getLocalDate(new Date()),
      nearbyCardIds: new Set(mentions.listFlow(mention.flow).map(({ cardId }) => cardId)),
      isPinned: false,
      onCopy: (request) => requests.copy(contents, request),
      onPin: () => getDriver().send({ type: 'pinToggled' }),
      onClose: () => getDriver().send({ type: 'dismissed' }),
      onControl: (control, { id }) => {
        getDriver().send({ type: 'dismissed' });
        requests.control(control, control === 'reject' ? mention : { ...mention, cardId: id });
      },
    };
  }

  function place(shown: CardHost, { mention, closing }: OpenCard, by: Opener): void {
    keepCardPlaced({
      frame: shown.frame,
      mention,
      point: by === 'pointer' ? getDriver().point : null,
      onPlaced: (geometry) => getDriver().send({ type: 'cardPlaced', ...geometry }),
      onOutOfView: () => {
        if (open && !open.props.isPinned) getDriver().send({ type: 'dismissed' });
      },
      signal: closing.signal,
    });
  }

  function closeCard(restoresFocus: boolean): void {
    if (!host || !open) return;
    const { previousFocus, closing } = open;
    closing.abort();
    open = null;
    const hadFocus = host.hasFocus();
    clearCard(host.frame);
    host.hide();
    if (restoresFocus && hadFocus && previousFocus && isInDocument(previousFocus))
      HTMLElement.prototype.focus.call(previousFocus, { preventScroll: true });
  }

  function pinCard(isPinned: boolean): void {
    if (!host || !open) return;
    open = { ...open, props: { ...open.props, isPinned } };
    showCard(host.frame, open.props);
  }

  return {
    apply(effect: OpeningEffect): void {
      switch (effect.type) {
        case 'openCard':
          openCard(effect.mentionId, effect.by);
          break;
        case 'pinCard':
          pinCard(effect.isPinned);
          break;
        case 'closeCard':
          closeCard(effect.restoresFocus);
          break;
      }
    },
    /** Copy the quote and source for the open card, or for the mention given when none is open. */
    async copyCitation(mentionId: string | null): Promise<boolean> {
      const mention = open?.mention ?? (mentionId === null ? null : mentions.find(mentionId));
      const contents = mention && packs.get(mention.packId);
      const card = contents?.pack.cards.find(({ id }) => id === mention?.cardId);
      if (!contents || !card) return false;
      const { ok } = await requests.copy(contents, {
        styleId: 'quote',
        factId: card.factIds[0] ?? null,
      });
      return ok;
    },
    isHost: (target: EventTarget | null): boolean => host !== null && target === host.element,
  };
}

function prepareFrame({ frame }: CardHost, mention: PlacedMention, surface: string): void {
  frame.dataset['surface'] = surface;
  frame.dataset['theme'] = measureTheme(findParentElement(mention.range.startContainer));
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

/** Find what has the focus, inside open shadow trees too. */
function findFocus(): Element | null {
  let focus = document.activeElement;
  for (let root = focus && findShadowRoot(focus); root?.activeElement;) {
    focus = root.activeElement;
    root = findShadowRoot(focus);
  }
  return focus;
}
