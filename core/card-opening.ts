import {
  createSafeArea,
  getDistance,
  isInSafeArea,
  type Point,
  type Rect,
  type SafeArea,
} from './safe-area';

/** How long things take, in milliseconds. docs/architecture.md says where the figures come from. */
export const timing = {
  /** The pointer must rest on a mark this long before its card opens. */
  settleMs: 300,
  /** So long before that, the card is made ready: the pointer seems to stay. */
  readyMs: 150,
  /** The card stays this long after the pointer has left it and its mark. */
  closeMs: 300,
  /** A movement seen later than this after it happened says nothing about where the reader points. */
  freshMovementMs: 150,
} as const;

/**
 * A way this flat still leads to the card: its far corner may be 360 px away and 8 px below.
 * Flatter ones run along the line to the next mark.
 */
const leastApproach = 0.02;

/** How the reader asked for a card. */
export type Opener = 'pointer' | 'tap' | 'keyboard' | 'list';

/** What happens to the pointer, the keys and the page; `at` is in milliseconds of one clock. */
export type OpeningEvent =
  /** The pointer really moved (trusted, other coordinates). */
  | {
      readonly type: 'pointerMoved';
      readonly at: number;
      readonly handledAt: number;
      readonly point: Point;
      readonly mentionId: string | null;
      readonly isOnCard: boolean;
      /** A button is held or an editable has the focus: the reader is busy with the page. */
      readonly isBusy: boolean;
    }
  | { readonly type: 'pointerLeft'; readonly at: number }
  | { readonly type: 'scrolled' }
  | { readonly type: 'keyPressed'; readonly isTyping: boolean }
  | { readonly type: 'buttonPressed'; readonly isOnCard: boolean }
  /** A finger or pen tapped; `isOnControl` when a link or control takes the tap. */
  | {
      readonly type: 'tapped';
      readonly mentionId: string | null;
      readonly isOnCard: boolean;
      readonly isOnControl: boolean;
    }
  | {
      readonly type: 'mentionChosen';
      readonly mentionId: string;
      readonly by: 'keyboard' | 'list';
    }
  | { readonly type: 'cardPlaced'; readonly card: Rect; readonly marks: readonly Rect[] }
  | { readonly type: 'pinToggled' }
  /** Escape, or the close button of the card. */
  | { readonly type: 'dismissed' }
  /** What shows cards could not be loaded; a later try may find the extension awake. */
  | { readonly type: 'cardUnavailable' }
  /** The mark of the open card left the view. */
  | { readonly type: 'scrolledAway' }
  /** The text under the mark changed or went away. */
  | { readonly type: 'mentionLost'; readonly mentionId: string }
  /** The deadline came; `mentionId` is what lies under the pointer now. */
  | { readonly type: 'timePassed'; readonly at: number; readonly mentionId: string | null };

/** What the page script has to do. */
export type OpeningEffect =
  /** The card of a mention may be wanted soon. */
  | { readonly type: 'readyCard'; readonly mentionId: string }
  | { readonly type: 'openCard'; readonly mentionId: string; readonly by: Opener }
  | { readonly type: 'pinCard'; readonly isPinned: boolean }
  | { readonly type: 'closeCard'; readonly restoresFocus: boolean };

type OpenState = {
  readonly type: 'open';
  readonly mentionId: string;
  readonly by: Opener;
  readonly isPinned: boolean;
  readonly card: Rect | null;
  readonly safeArea: SafeArea | null;
  /** Where the pointer last was on the mark, which its way to the card is measured from. */
  readonly origin: Point | null;
  /** Another mark the pointer rests on while it is on its way to the card. */
  readonly rival: {
    readonly mentionId: string;
    readonly openAt: number;
    readonly point: Point;
  } | null;
  readonly closeAt: number | null;
};

/** Where the opening of cards stands. */
export type OpeningState =
  /** `ignoredMentionId`: turned down just now; asks again only after the pointer has left it. */
  | { readonly type: 'closed'; readonly ignoredMentionId: string | null }
  | {
      readonly type: 'settling';
      readonly mentionId: string;
      readonly openAt: number;
      readonly point: Point;
      readonly isReady: boolean;
    }
  | OpenState;

/** The state of a page no card has been opened on. */
export const initialOpening: OpeningState = { type: 'closed', ignoredMentionId: null };

/** A state and what to do on entering it. */
export type OpeningStep = {
  readonly state: OpeningState;
  readonly effects: readonly OpeningEffect[];
};

/** Find when `timePassed` is due; null when nothing waits. */
export function getDeadline(state: OpeningState): number | null {
  if (state.type === 'settling') return state.openAt - (state.isReady ? 0 : timing.readyMs);
  if (state.type === 'open') return state.rival?.openAt ?? state.closeAt;
  return null;
}

/** Decide what `event` leads to. */
export function advanceOpening(state: OpeningState, event: OpeningEvent): OpeningStep {
  switch (event.type) {
    case 'mentionChosen':
      return open(event.mentionId, event.by);
    case 'tapped':
      return tap(state, event);
    case 'mentionLost':
      return loseMention(state, event.mentionId);
    case 'pointerMoved':
      return state.type === 'open' ? moveWhileOpen(state, event) : moveWhileClosed(state, event);
    case 'timePassed':
      return passTime(state, event);
    default:
      return state.type === 'open' ? interruptOpen(state, event) : interruptClosed(state, event);
  }
}

type EventOf<Type extends OpeningEvent['type']> = Extract<OpeningEvent, { type: Type }>;
type Interruption = Exclude<
  OpeningEvent,
  EventOf<'mentionChosen' | 'tapped' | 'mentionLost' | 'pointerMoved' | 'timePassed'>
>;

function stay(state: OpeningState): OpeningStep {
  return { state, effects: [] };
}

function open(mentionId: string, by: Opener, origin: Point | null = null): OpeningStep {
  return {
    state: {
      type: 'open',
      mentionId,
      by,
      isPinned: false,
      card: null,
      safeArea: null,
      origin,
      rival: null,
      closeAt: null,
    },
    effects: [{ type: 'openCard', mentionId, by }],
  };
}

function close(ignoredMentionId: string | null, restoresFocus: boolean): OpeningStep {
  return {
    state: { type: 'closed', ignoredMentionId },
    effects: [{ type: 'closeCard', restoresFocus }],
  };
}

function tap(state: OpeningState, event: EventOf<'tapped'>): OpeningStep {
  if (event.isOnCard) return stay(state);
  if (event.mentionId !== null && !event.isOnControl) return open(event.mentionId, 'tap');
  return state.type === 'open' && !state.isPinned ? close(null, false) : stay(state);
}

function loseMention(state: OpeningState, mentionId: string): OpeningStep {
  if (state.type === 'closed' || state.mentionId !== mentionId) return stay(state);
  return state.type === 'open' ? close(null, true) : stay(initialOpening);
}

function moveWhileClosed(
  state: Exclude<OpeningState, OpenState>,
  event: EventOf<'pointerMoved'>,
): OpeningStep {
  const { mentionId } = event;
  if (state.type === 'closed' && state.ignoredMentionId === mentionId) return stay(state);
  const isFresh = event.handledAt - event.at <= timing.freshMovementMs;
  if (mentionId === null || event.isBusy || !isFresh) return stay(initialOpening);
  return stay({
    type: 'settling',
    mentionId,
    openAt: event.at + timing.settleMs,
    point: event.point,
    isReady: state.type === 'settling' && state.mentionId === mentionId && state.isReady,
  });
}

function moveWhileOpen(state: OpenState, event: EventOf<'pointerMoved'>): OpeningStep {
  const { mentionId, point } = event;
  const isOnOther = mentionId !== null && mentionId !== state.mentionId && !event.isOnCard;
  const origin = mentionId === state.mentionId ? point : state.origin;
  const here = { ...state, origin, rival: null, closeAt: null };
  if (isOnOther && !state.isPinned && !event.isBusy) {
    if (state.by === 'pointer' && !isHeadingForCard(state, point))
      return open(mentionId, 'pointer', point);
    const openAt = event.at + timing.settleMs;
    return stay({ ...here, rival: { mentionId, openAt, point } });
  }
  const isHeld = state.isPinned || state.by !== 'pointer';
  const isHome = event.isOnCard || mentionId === state.mentionId;
  const isSafe = state.safeArea !== null && isInSafeArea(point, state.safeArea);
  if (isHeld || isHome || isSafe) return stay(here);
  return stay({ ...here, closeAt: state.closeAt ?? event.at + timing.closeMs });
}

/** Marks that lie on the way to the card must not steal the reader who is heading for it. */
function isHeadingForCard({ safeArea, card, origin }: OpenState, point: Point): boolean {
  if (!safeArea || !card || !origin || !isInSafeArea(point, safeArea)) return false;
  const approach = getDistance(origin, card) - getDistance(point, card);
  return approach > Math.hypot(point.x - origin.x, point.y - origin.y) * leastApproach;
}

function passTime(state: OpeningState, event: EventOf<'timePassed'>): OpeningStep {
  const deadline = getDeadline(state);
  if (deadline === null || event.at < deadline || state.type === 'closed') return stay(state);
  if (state.type === 'settling') {
    const { mentionId, openAt, point } = state;
    if (event.mentionId !== mentionId) return stay(initialOpening);
    if (event.at >= openAt) return open(mentionId, 'pointer', point);
    return { state: { ...state, isReady: true }, effects: [{ type: 'readyCard', mentionId }] };
  }
  if (!state.rival) return close(null, false);
  return event.mentionId === state.rival.mentionId
    ? open(state.rival.mentionId, 'pointer', state.rival.point)
    : stay({ ...state, rival: null });
}

function interruptClosed(
  state: Exclude<OpeningState, OpenState>,
  event: Interruption,
): OpeningStep {
  if (state.type === 'closed') return stay(state);
  switch (event.type) {
    case 'scrolled':
    case 'pointerLeft':
      return stay(initialOpening);
    case 'keyPressed':
    case 'buttonPressed':
    case 'dismissed':
    case 'scrolledAway':
      return stay({ type: 'closed', ignoredMentionId: state.mentionId });
    case 'cardPlaced':
    case 'cardUnavailable':
    case 'pinToggled':
      return stay(state);
  }
}

function interruptOpen(state: OpenState, event: Interruption): OpeningStep {
  const isHeld = state.isPinned || state.by !== 'pointer';
  switch (event.type) {
    case 'scrolled':
      return stay({ ...state, rival: null });
    case 'pointerLeft':
      return stay(isHeld ? state : { ...state, rival: null, closeAt: event.at + timing.closeMs });
    case 'keyPressed':
      return event.isTyping && !isHeld ? close(state.mentionId, false) : stay(state);
    case 'buttonPressed':
      return event.isOnCard || state.isPinned ? stay(state) : close(state.mentionId, false);
    case 'dismissed':
      return close(state.mentionId, true);
    case 'scrolledAway':
      return state.isPinned ? stay(state) : close(null, true);
    case 'cardUnavailable':
      return close(null, false);
    case 'pinToggled': {
      const isPinned = !state.isPinned;
      return {
        state: { ...state, isPinned, closeAt: null, rival: null },
        effects: [{ type: 'pinCard', isPinned }],
      };
    }
    case 'cardPlaced':
      return stay({
        ...state,
        card: event.card,
        safeArea: createSafeArea([event.card, ...event.marks]),
      });
  }
}
