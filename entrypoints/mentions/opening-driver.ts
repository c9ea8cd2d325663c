import {
  advanceOpening,
  getDeadline,
  initialOpening,
  type OpeningEffect,
  type OpeningEvent,
  type OpeningState,
} from '@/core/card-opening';
import type { Point } from '@/core/safe-area';
import {
  controlSelector,
  findFocus,
  findShadowRoot,
  isElement,
  isMatch,
} from '@/platform/dom-properties';

const editableSelector =
  'textarea,select,input:not([type=button],[type=checkbox],[type=radio],[type=submit],[type=range]),' +
  '[role="textbox" i]';

/** Turns what the reader does into events of the opening machine, and runs its clock. */
export type OpeningDriver = ReturnType<typeof createOpeningDriver>;

/**
 * Create a driver. It listens only while started, and to keys, scrolling and buttons only while a
 * card is open or about to open.
 */
export function createOpeningDriver({
  findMention,
  isCardHost,
  isCardThere,
  onAttention,
  onEffect,
}: {
  /** Finds the id of the mark at a point, given the innermost element there. */
  readonly findMention: (target: EventTarget | null, point: Point) => string | null;
  readonly isCardHost: (target: EventTarget | null) => boolean;
  /** Says whether the open card is displayed: it may be loading, or the page took it away. */
  readonly isCardThere: () => boolean;
  /** Called when the pointer first moves on a page with marks: somebody is there to read. */
  readonly onAttention: () => void;
  readonly onEffect: (effect: OpeningEffect) => void;
}) {
  let state: OpeningState = initialOpening;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let engaged: AbortController | null = null;
  let point: Point | null = null;

  function send(event: OpeningEvent): void {
    const step = advanceOpening(state, event);
    state = step.state;
    updateListeners();
    for (const effect of step.effects) onEffect(effect);
    clearTimeout(timer);
    const deadline = getDeadline(state);
    if (deadline !== null) timer = setTimeout(passTime, deadline - performance.now());
  }

  function passTime(): void {
    const target = point && findInnermostElement(point);
    const mentionId = point && findMention(target, point);
    // Timers may come a fraction early.
    send({
      type: 'timePassed',
      at: Math.max(performance.now(), getDeadline(state) ?? 0),
      mentionId,
    });
  }

  function onPointerMove(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const { clientX: x, clientY: y } = event;
    if (point?.x === x && point.y === y) return;
    if (point === null) onAttention();
    point = { x, y };
    const target = getInnermostTarget(event);
    const isOnCard = isCardHost(target);
    const mentionId = isOnCard ? null : findMention(target, point);
    if (mentionId === null && state.type === 'closed' && state.ignoredMentionId === null) return;
    send({
      type: 'pointerMoved',
      at: event.timeStamp,
      handledAt: performance.now(),
      point,
      mentionId,
      isOnCard,
      isBusy: event.buttons !== 0 || (mentionId !== null && isEditing()),
    });
  }

  function onClick(event: MouseEvent): void {
    const pointerType = event instanceof PointerEvent ? event.pointerType : '';
    if (!event.isTrusted || (pointerType !== 'touch' && pointerType !== 'pen')) return;
    const path = event.composedPath();
    const target = path[0] ?? null;
    const isOnControl = path.some(
      (step) => step instanceof Node && isElement(step) && isMatch(step, controlSelector),
    );
    point = { x: event.clientX, y: event.clientY };
    send({
      type: 'tapped',
      mentionId: findMention(target, point),
      isOnCard: isCardHost(target),
      isOnControl,
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (isCardHost(event.target)) return;
    if (event.key === 'Escape' && state.type === 'open') {
      // One Escape closes one thing, as with the browser's own popovers: not the page's dialog too.
      if (isCardThere()) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      send({ type: 'dismissed' });
      return;
    }
    send({ type: 'keyPressed', isTyping: isEditing() });
  }

  function onPointerDown(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    send({ type: 'buttonPressed', isOnCard: isCardHost(event.target) });
  }

  function updateListeners(): void {
    if (state.type === 'closed') {
      engaged?.abort();
      engaged = null;
      return;
    }
    if (engaged) return;
    engaged = new AbortController();
    const { signal } = engaged;
    const passive = { capture: true, passive: true, signal };
    window.addEventListener('keydown', onKeyDown, { capture: true, signal });
    window.addEventListener('pointerdown', onPointerDown, passive);
    window.addEventListener('scroll', () => send({ type: 'scrolled' }), passive);
    window.addEventListener(
      'pointerout',
      (event) => {
        if (event.isTrusted && event.pointerType !== 'touch' && event.relatedTarget === null)
          send({ type: 'pointerLeft', at: event.timeStamp });
      },
      passive,
    );
    window.addEventListener('pagehide', () => send({ type: 'dismissed' }), { signal });
  }

  return {
    send,
    /** Watch pointer and taps until `signal` aborts; an open card closes then. */
    start(signal: AbortSignal): void {
      const passive = { capture: true, passive: true, signal };
      window.addEventListener('pointermove', onPointerMove, passive);
      window.addEventListener('click', onClick, passive);
      signal.addEventListener('abort', () => send({ type: 'dismissed' }));
    },
    /** Find the mention whose card is open. */
    get openMentionId(): string | null {
      return state.type === 'open' ? state.mentionId : null;
    },
    /** Where the pointer was last seen; null before it moved. */
    get point(): Point | null {
      return point;
    },
  };
}

/** The target proper, inside open shadow trees too. */
function getInnermostTarget(event: Event): EventTarget | null {
  const { target } = event;
  const isHost = target instanceof Node && isElement(target) && findShadowRoot(target) !== null;
  return isHost ? (event.composedPath()[0] ?? target) : target;
}

function findInnermostElement({ x, y }: Point): Element | null {
  let element = document.elementFromPoint(x, y);
  for (let root = element && findShadowRoot(element); root;) {
    const inner: Element | null = root.elementFromPoint(x, y);
    if (!inner || inner === element) break;
    element = inner;
    root = findShadowRoot(inner);
  }
  return element;
}

/** Say whether the reader writes: an editable has the focus; in design mode all is editable. */
function isEditing(): boolean {
  const element = findFocus();
  if (!element) return false;
  return (
    (element instanceof HTMLElement && element.isContentEditable) ||
    isMatch(element, editableSelector)
  );
}
