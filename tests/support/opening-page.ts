import {
  advanceOpening,
  getDeadline,
  initialOpening,
  timing,
  type OpeningEffect,
  type OpeningEvent,
  type OpeningState,
} from '@/core/card-opening';
import type { Point, Rect } from '@/core/safe-area';

type Mark = { readonly id: string; readonly rect: Rect };
/** Three marks: one, one on the same line, one between the first and its card. */
export const here: Mark = { id: 'here', rect: { left: 100, top: 100, right: 160, bottom: 120 } };
export const beside: Mark = {
  id: 'beside',
  rect: { left: 200, top: 100, right: 240, bottom: 120 },
};
export const below: Mark = { id: 'below', rect: { left: 110, top: 121, right: 150, bottom: 127 } };

function isIn({ x, y }: Point, { left, top, right, bottom }: Rect): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Get the point in the middle of a box. */
export function getMiddle({ left, top, right, bottom }: Rect): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Put a card where the page script would: under its mark. */
export function placeCard(mark: Rect): Rect {
  const { left, bottom } = mark;
  return { left, top: bottom + 8, right: left + 360, bottom: bottom + 308 };
}

/** A page with marks and one card, seen by the machine only through its events. */
export function createPage(marks: readonly Mark[]) {
  let state: OpeningState = initialOpening;
  let now = 1000;
  let point: Point = { x: 0, y: 0 };
  let card: Rect | null = null;
  const effects: OpeningEffect[] = [];

  function findMark(at: Point): string | null {
    if (card && isIn(at, card)) return null;
    return marks.find(({ rect }) => isIn(at, rect))?.id ?? null;
  }

  function send(event: OpeningEvent): void {
    const step = advanceOpening(state, event);
    state = step.state;
    for (const effect of step.effects) {
      effects.push(effect);
      const mark = effect.type === 'openCard' && marks.find(({ id }) => id === effect.mentionId);
      if (effect.type === 'closeCard') card = null;
      if (!mark) continue;
      card = placeCard(mark.rect);
      send({ type: 'cardPlaced', card, marks: [mark.rect] });
    }
  }

  return {
    send,
    wait(ms: number): void {
      const end = now + ms;
      for (let due = getDeadline(state); due !== null && due <= end; due = getDeadline(state)) {
        now = Math.max(due, now);
        send({ type: 'timePassed', at: now, mentionId: findMark(point) });
      }
      now = end;
    },
    move(to: Point, { lateMs = 0, isBusy = false } = {}): void {
      point = to;
      send({
        type: 'pointerMoved',
        at: now,
        handledAt: now + lateMs,
        point,
        mentionId: findMark(point),
        isOnCard: card !== null && isIn(point, card),
        isBusy,
      });
    },
    get opened(): string[] {
      return effects.flatMap((effect) => (effect.type === 'openCard' ? [effect.mentionId] : []));
    },
    get madeReady(): string[] {
      return effects.flatMap((effect) => (effect.type === 'readyCard' ? [effect.mentionId] : []));
    },
    get open(): string | null {
      return state.type === 'open' ? state.mentionId : null;
    },
    get card(): Rect | null {
      return card;
    },
    get last(): OpeningEffect | undefined {
      return effects.at(-1);
    },
  };
}

/** Create a page on which the card of `here` has just opened under the resting pointer. */
export function createOpenPage(marks: readonly Mark[] = [here, beside]) {
  const page = createPage(marks);
  page.move(getMiddle(here.rect));
  page.wait(timing.settleMs);
  return page;
}
