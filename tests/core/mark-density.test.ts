import { describe, expect, it } from 'vitest';
import { chooseMarked } from '@/core/mark-density';
import type { Density } from '@/core/options';

const page = ['a1', 'b1', 'a1', 'a2', 'b1', 'b2'].map((text, index) => ({
  cardKey: `pack/${text[0]}`,
  section: text[1],
  index,
}));

describe('chooseMarked', () => {
  it.each<[Density, number[]]>([
    ['every', [0, 1, 2, 3, 4, 5]],
    ['first-per-section', [0, 1, 3, 5]],
    ['first-per-page', [0, 1]],
    ['none', []],
  ])('marks %s', (density, expected) => {
    expect(chooseMarked(page, density).map(({ index }) => index)).toEqual(expected);
  });
});
