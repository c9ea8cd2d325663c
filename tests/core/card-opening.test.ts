import { describe, expect, it } from 'vitest';
import { timing, type OpeningEvent } from '@/core/card-opening';
import {
  below,
  beside,
  createOpenPage,
  createPage,
  getMiddle,
  here,
} from '@/tests/support/opening-page';

describe('opening by pointer', () => {
  it('opens when the pointer has rested for the whole delay, not a millisecond before', () => {
    const page = createPage([here]);
    page.move(getMiddle(here.rect));
    page.wait(timing.settleMs - 1);
    expect(page.open).toBeNull();
    page.wait(1);
    expect(page.open).toBe('here');
  });

  it('has the card made ready once, some time before', () => {
    const page = createPage([here]);
    page.move(getMiddle(here.rect));
    page.wait(timing.settleMs - timing.readyMs - 1);
    expect(page.madeReady).toEqual([]);
    page.wait(1);
    page.move({ x: 120, y: 110 });
    page.wait(timing.settleMs);
    expect(page.madeReady).toEqual(['here']);
    expect(page.opened).toEqual(['here']);
  });

  it('opens a card the time of which has come before it was made ready', () => {
    const page = createPage([here]);
    page.move(getMiddle(here.rect));
    page.send({ type: 'timePassed', at: 1000 + timing.settleMs, mentionId: 'here' });
    expect(page.opened).toEqual(['here']);
    expect(page.madeReady).toEqual([]);
  });

  it('waits anew after each movement', () => {
    const page = createPage([here]);
    for (let x = 101; x < 159; x += 1) {
      page.move({ x, y: 110 });
      page.wait(timing.settleMs - 10);
    }
    expect(page.opened).toEqual([]);
    page.wait(10);
    expect(page.opened).toEqual(['here']);
  });

  it('opens none of 200 marks crossed at 1 px a millisecond', () => {
    const marks = Array.from({ length: 200 }, (_, index) => ({
      id: `mark ${index}`,
      rect: { left: index * 50, top: 100, right: index * 50 + 45, bottom: 120 },
    }));
    const page = createPage(marks);
    for (let x = 0; x < 200 * 50; x += 1) {
      page.move({ x, y: 110 });
      page.wait(1);
    }
    page.move({ x: 10_001, y: 300 });
    page.wait(1000);
    expect(page.opened).toEqual([]);
    expect(page.madeReady).toEqual([]);
  });

  it.each<[string, OpeningEvent]>([
    ['scrolling', { type: 'scrolled' }],
    ['a key', { type: 'keyPressed', isTyping: false }],
    ['a button', { type: 'buttonPressed', isOnCard: false }],
    ['leaving the window', { type: 'pointerLeft', at: 1100 }],
    ['an edit of the text', { type: 'mentionLost', mentionId: 'here' }],
  ])('is called off by %s', (_, event) => {
    const page = createPage([here]);
    page.move(getMiddle(here.rect));
    page.wait(100);
    page.send(event);
    page.wait(1000);
    expect(page.opened).toEqual([]);
  });

  it('ignores movements told too late and those of a busy reader', () => {
    const page = createPage([here]);
    page.move({ x: 110, y: 110 }, { lateMs: timing.freshMovementMs + 1 });
    page.wait(1000);
    page.move({ x: 111, y: 110 }, { isBusy: true });
    page.wait(1000);
    expect(page.opened).toEqual([]);
    page.move({ x: 112, y: 110 }, { lateMs: timing.freshMovementMs });
    page.wait(1000);
    expect(page.opened).toEqual(['here']);
  });

  it('opens nothing when the mark has moved away under the resting pointer', () => {
    const page = createPage([here]);
    page.move(getMiddle(here.rect));
    page.send({ type: 'timePassed', at: 1000 + timing.settleMs, mentionId: 'beside' });
    expect(page.open).toBeNull();
  });

  it('does not ask again on the mark that was turned down until the pointer has left it', () => {
    const page = createOpenPage();
    page.send({ type: 'dismissed' });
    page.move({ x: 131, y: 111 });
    page.wait(1000);
    expect(page.open).toBeNull();
    page.move({ x: 131, y: 50 });
    page.move({ x: 131, y: 111 });
    page.wait(1000);
    expect(page.opened).toEqual(['here', 'here']);
  });
});

describe('a card that could not be loaded', () => {
  it('is asked for again when the pointer moves on, though it never left the mark', () => {
    const page = createOpenPage();
    page.send({ type: 'cardUnavailable' });
    expect(page.open).toBeNull();
    page.move({ x: 131, y: 111 });
    page.wait(1000);
    expect(page.opened).toEqual(['here', 'here']);
  });
});

describe('an open card', () => {
  it('gives way to the next mark at once', () => {
    const page = createOpenPage();
    page.move({ x: 180, y: 108 });
    page.move(getMiddle(beside.rect));
    expect(page.open).toBe('beside');
  });

  it('closes after the pointer was away for the whole delay', () => {
    const page = createOpenPage();
    page.move({ x: 130, y: 20 });
    page.wait(timing.closeMs - 1);
    expect(page.open).toBe('here');
    page.wait(1);
    expect(page.last).toEqual({ type: 'closeCard', restoresFocus: false });
  });

  it('stays when the pointer comes back in time', () => {
    const page = createOpenPage();
    page.move({ x: 130, y: 20 });
    page.wait(timing.closeMs - 1);
    page.move(getMiddle(here.rect));
    page.wait(5000);
    expect(page.open).toBe('here');
  });

  it('does not lose a reader who crosses another mark on the way to it', () => {
    const page = createOpenPage([here, below]);
    for (let y = 110; y <= 140; y += 1) {
      page.move({ x: 130, y });
      page.wait(20);
    }
    expect(page.opened).toEqual(['here']);
    page.wait(5000);
    expect(page.open).toBe('here');
  });

  it('gives way to a mark on the way when the pointer rests there', () => {
    const page = createOpenPage([here, below]);
    page.move({ x: 130, y: 117 });
    page.move({ x: 130, y: 124 });
    page.wait(timing.settleMs - 1);
    expect(page.open).toBe('here');
    page.wait(1);
    expect(page.open).toBe('below');
  });

  it('stays while pinned, whatever the pointer does', () => {
    const page = createOpenPage();
    page.send({ type: 'pinToggled' });
    expect(page.last).toEqual({ type: 'pinCard', isPinned: true });
    page.move({ x: 180, y: 50 });
    page.wait(5000);
    page.move(getMiddle(beside.rect));
    page.wait(5000);
    page.send({ type: 'buttonPressed', isOnCard: false });
    expect(page.open).toBe('here');
    page.send({ type: 'pinToggled' });
    page.move({ x: 180, y: 50 });
    page.wait(5000);
    expect(page.open).toBeNull();
  });

  it('closes on Escape and gives the focus back', () => {
    const page = createOpenPage();
    page.send({ type: 'dismissed' });
    expect(page.last).toEqual({ type: 'closeCard', restoresFocus: true });
  });

  it('leaves every key but Escape to the page', () => {
    const page = createOpenPage();
    page.send({ type: 'keyPressed', isTyping: false });
    expect(page.open).toBe('here');
  });

  it('makes room for typing, unless it was asked for', () => {
    const hovered = createOpenPage();
    hovered.send({ type: 'keyPressed', isTyping: true });
    expect(hovered.open).toBeNull();
    const chosen = createPage([here]);
    chosen.send({ type: 'mentionChosen', mentionId: 'here', by: 'keyboard' });
    chosen.send({ type: 'keyPressed', isTyping: true });
    expect(chosen.open).toBe('here');
  });

  it('closes when its text is gone', () => {
    const page = createOpenPage();
    page.send({ type: 'mentionLost', mentionId: 'beside' });
    expect(page.open).toBe('here');
    page.send({ type: 'mentionLost', mentionId: 'here' });
    expect(page.open).toBeNull();
  });
});

describe('opening by tap', () => {
  const tap = { type: 'tapped', mentionId: 'here', isOnCard: false, isOnControl: false } as const;

  it('opens at once and closes on a tap beside it', () => {
    const page = createPage([here]);
    page.send(tap);
    expect(page.last).toEqual({ type: 'openCard', mentionId: 'here', by: 'tap' });
    page.send({ ...tap, isOnCard: true, mentionId: null });
    expect(page.open).toBe('here');
    page.send({ ...tap, mentionId: null });
    expect(page.open).toBeNull();
  });

  it('leaves taps on links and controls to them', () => {
    const page = createPage([here]);
    page.send({ ...tap, isOnControl: true });
    expect(page.opened).toEqual([]);
  });
});

describe('opening by key or list', () => {
  it.each(['keyboard', 'list'] as const)('opens at once by %s and outlasts the pointer', (by) => {
    const page = createPage([here, beside]);
    page.send({ type: 'mentionChosen', mentionId: 'here', by });
    page.move({ x: 500, y: 20 });
    page.wait(5000);
    expect(page.open).toBe('here');
    page.move(getMiddle(beside.rect));
    page.wait(timing.settleMs - 1);
    expect(page.open).toBe('here');
    page.wait(1);
    expect(page.open).toBe('beside');
  });

  it('replaces a pinned card', () => {
    const page = createOpenPage();
    page.send({ type: 'pinToggled' });
    page.send({ type: 'mentionChosen', mentionId: 'beside', by: 'keyboard' });
    expect(page.open).toBe('beside');
  });
});
