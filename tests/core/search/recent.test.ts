import { expect, it } from 'vitest';
import { createRecent } from '@/core/search/recent';

it('keeps what was asked for last and makes the rest anew', () => {
  const recent = createRecent<string>(2);
  const made: string[] = [];
  const ask = (key: string): string =>
    recent.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
