import { describe, expect, it } from 'vitest';
import { isContraction, isContractionOf } from '@/core/search/contraction';
import { joinSplitWords, splitJoinedWord } from '@/core/search/word-bounds';

const known = new Set([
  'viasna',
  'freedom',
  'association',
  'trade',
  'unions',
  'free',
  'dom',
  'ion',
]);
const isKnown = (word: string): boolean => known.has(word);

describe('joinSplitWords', () => {
  it.each([
    ['via sna', 'viasna'],
    ['asso cia tion', 'association'],
    ['freedom of via sna', 'freedom of viasna'],
    ['free dom', 'free dom'],
    ['no such words', 'no such words'],
  ])('reads %j as %j', (typed, meant) => {
    expect(joinSplitWords(typed.split(' '), isKnown).join(' ')).toBe(meant);
  });
});

describe('splitJoinedWord', () => {
  it.each([
    ['tradeunions', 'trade unions'],
    ['freedomofassociation', 'freedom association'],
    ['tradeunionsx', null],
    ['viasna', null],
    ['', null],
  ])('reads %j as %j', (typed, meant) => {
    expect(splitJoinedWord(typed, isKnown)?.join(' ') ?? null).toBe(meant);
  });

  it('takes the fewest words', () => {
    const words = new Set(['free', 'dom', 'freedom', 'unions']);
    expect(splitJoinedWord('freedomunions', (word) => words.has(word))).toEqual([
      'freedom',
      'unions',
    ]);
  });
});

describe('isContractionOf', () => {
  it.each([
    ['intl', 'international', true],
    ['govt', 'government', true],
    ['yrshk', 'yarashuk', true],
    ['yrshk', 'yarashuka', false],
    ['gvt', 'vogovt', false],
    ['intl', 'intl', false],
  ])('%s of %s: %s', (short, word, expected) => {
    expect(isContractionOf(short, word)).toBe(expected);
  });

  it('is asked of words without vowels inside only', () => {
    expect(['intl', 'yrshk', 'abc'].every(isContraction)).toBe(true);
    expect(['pizza', 'govet'].some(isContraction)).toBe(false);
  });
});
