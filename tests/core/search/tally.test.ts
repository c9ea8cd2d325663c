import { expect, it } from 'vitest';
import { createTally } from '@/core/search/tally';

it('takes what was raised and added, in order, and begins anew', () => {
  const tally = createTally(9);
  tally.raise(5, 0.5);
  tally.raise(5, 0.25);
  tally.add(2, 0.25);
  tally.add(2, 0.5);
  tally.add(7, 0);
  expect(tally.get(2)).toBe(0.75);
  const { records, values } = tally.take();
  expect([...records]).toEqual([2, 5]);
  expect([...values]).toEqual([0.75, 0.5]);
  expect(tally.get(2)).toBe(0);
  expect([...tally.take().records]).toEqual([]);
});
