import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceOpening,
  getDeadline,
  initialOpening,
  timing,
  type OpeningEvent,
  type OpeningState,
} from '@/core/card-opening';
import type { Point, Rect } from '@/core/safe-area';
import { below, beside, createOpenPage, here, placeCard } from '@/tests/support/opening-page';

function pick({ left, top, right, bottom }: Rect, [x, y]: readonly [number, number]): Point {
  return { x: left + (right - left) * x, y: top + (bottom - top) * y };
}

describe('the way from a mark to its card', () => {
  it('loses no journey from mark to card, straight or not, slow or fast', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const journey = fc.record({
      from: fc.tuple(share, share),
      to: fc.tuple(share, share),
      steps: fc.integer({ min: 1, max: 60 }),
      pauses: fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 60 }),
      tremblePx: fc.double({ min: 0, max: 1.5, noNaN: true }),
    });
    fc.assert(
      fc.property(journey, ({ from, to, steps, pauses, tremblePx }) => {
        const page = createOpenPage([here, beside, below]);
        const card = page.card ?? here.rect;
        const start = pick(here.rect, from);
        const end = pick(card, to);
        page.move(start);
        for (let step = 1; step <= steps; step += 1) {
          const part = step / steps;
          const tremble = step < steps ? tremblePx * (step % 2 === 0 ? 1 : -1) : 0;
          page.move({
            x: start.x + (end.x - start.x) * part + tremble,
            y: start.y + (end.y - start.y) * part,
          });
          // Resting on another mark on the way opens that one, as it should.
          const isOnWay = start.y + (end.y - start.y) * part < card.top;
          const pause = pauses[step % pauses.length] ?? 0;
          page.wait(isOnWay ? Math.min(pause, timing.settleMs - 1) : pause);
        }
        page.wait(3000);
        expect(page.opened).toEqual(['here']);
        expect(page.open).toBe('here');
      }),
      { numRuns: 500 },
    );
  });
});

describe('any sequence of events', () => {
  it('opens and closes in turns and never waits for the past', () => {
    const mentionId = fc.constantFrom('here', 'beside', null);
    const point = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ max: 600 }) });
    const event: fc.Arbitrary<OpeningEvent> = fc.oneof(
      fc.record({
        type: fc.constant('pointerMoved' as const),
        at: fc.constant(0),
        handledAt: fc.constant(0),
        point,
        mentionId,
        isOnCard: fc.boolean(),
        isBusy: fc.boolean(),
      }),
      fc.record({ type: fc.constant('timePassed' as const), at: fc.constant(0), mentionId }),
      fc.constantFrom<OpeningEvent>(
        { type: 'scrolled' },
        { type: 'pinToggled' },
        { type: 'dismissed' },
        { type: 'keyPressed', isTyping: true },
        { type: 'buttonPressed', isOnCard: false },
        { type: 'mentionChosen', mentionId: 'here', by: 'list' },
        { type: 'mentionLost', mentionId: 'here' },
        { type: 'cardPlaced', card: placeCard(here.rect), marks: [here.rect] },
      ),
    );
    const trace = fc.array(fc.tuple(event, fc.integer({ min: 0, max: 500 })), { maxLength: 40 });
    fc.assert(
      fc.property(trace, (steps) => {
        let state: OpeningState = initialOpening;
        let now = 0;
        let isOpen = false;
        let isSound = true;
        for (const [planned, pauseMs] of steps) {
          now += pauseMs;
          const step = advanceOpening(state, {
            ...planned,
            at: now,
            handledAt: now,
          } as OpeningEvent);
          state = step.state;
          for (const effect of step.effects) {
            isSound &&= effect.type !== 'closeCard' || isOpen;
            if (effect.type !== 'pinCard') isOpen = effect.type === 'openCard';
          }
          expect(isSound).toBe(true);
          expect(state.type === 'open').toBe(isOpen);
          expect(getDeadline(state) ?? Infinity).toBeGreaterThanOrEqual(
            planned.type === 'timePassed' ? now : 0,
          );
        }
      }),
    );
  });
});
