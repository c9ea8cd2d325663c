import { describe, expect, it } from 'vitest';
import { defaultOptions } from '@/core/options';
import {
  addToList,
  canAddToList,
  moveInList,
  readReadingList,
  removeFromList,
} from '@/core/reading-list';

const [a, b, c] = ['a', 'b', 'c'].map((factId) => ({ packId: 'p', factId })) as [
  { packId: string; factId: string },
  { packId: string; factId: string },
  { packId: string; factId: string },
];

describe('the reading list', () => {
  it('keeps each fact once, in the order of adding', () => {
    expect(addToList(addToList([a], b), a)).toEqual([a, b]);
    expect(removeFromList([a, b, c], { ...b })).toEqual([a, c]);
  });

  it('moves a fact, and not beyond the ends', () => {
    expect(moveInList([a, b, c], c, -1)).toEqual([a, c, b]);
    expect(moveInList([a, b, c], a, 1)).toEqual([b, a, c]);
    expect(moveInList([a, b], a, -1)).toEqual([a, b]);
    expect(moveInList([a, b], b, 1)).toEqual([a, b]);
    expect(moveInList([a, b], c, 1)).toEqual([a, b]);
  });

  it('stops growing at 500 facts', () => {
    const full = Array.from({ length: 500 }, (_, index) => ({ packId: 'p', factId: `f${index}` }));
    expect(addToList(full, a)).toBe(full);
    expect(readReadingList([...full, a])).toHaveLength(500);
  });

  it.each([undefined, null, 7, 'a', {}, { length: 1, 0: a }])('reads %j as empty', (stored) => {
    expect(readReadingList(stored)).toEqual([]);
  });

  it('leaves out what is no entry, repetitions and anything added to an entry', () => {
    const stored = [
      a,
      null,
      3,
      { packId: 'p' },
      { packId: '', factId: 'x' },
      { ...a },
      { ...b, x: 1 },
    ];
    expect(readReadingList(stored)).toEqual([a, b]);
  });

  it.each([
    [{}, false, true],
    [{ isQuiet: true }, false, false],
    [{}, true, false],
    [{ isQuiet: true, keepsListAlways: true }, true, true],
  ])('with %j, private %s, takes facts: %s', (options, isPrivate, canAdd) => {
    expect(canAddToList({ ...defaultOptions, ...options }, isPrivate)).toBe(canAdd);
  });
});
