import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countEdits } from '@/core/search/edit-distance';
import { createListWithinReach } from '@/core/search/letter-sets';

it('leaves out no word within reach', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', 'ж'), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(word), word, fc.nat(3), (words, from, edits) => {
      const within = new Set(createListWithinReach(words)(from, edits));
      const near = words.flatMap((each, at) => (countEdits(from, each).whole <= edits ? [at] : []));
      expect(near.filter((at) => !within.has(at))).toEqual([]);
    }),
  );
});

it('leaves out words of other letters or lengths', () => {
  expect(createListWithinReach(['abc', 'abd', 'xyz', 'abcdef'])('abc', 1)).toEqual([0, 1]);
});
