import { describe, expect, it } from 'vitest';
import { findRelatedCards, rankFacts } from '@/core/fact-ranking';
import { makeCard, makeFact, makePack } from '../support/make-pack';

const card = makeCard({ factIds: ['a', 'b', 'c', 'gone'] });
const pack = makePack({
  cards: [card, makeCard({ id: 'ilo' }), makeCard({ id: 'belarus' })],
  facts: [
    makeFact({ id: 'a', cardIds: ['bkdp', 'unknown'] }),
    makeFact({ id: 'b', cardIds: ['bkdp', 'belarus', 'ilo'] }),
    makeFact({ id: 'c', cardIds: ['bkdp', 'ilo'] }),
    makeFact({ id: 'other', cardIds: ['belarus'] }),
  ],
});
const ids = (nearby: string[]): string[] =>
  rankFacts(pack, card, new Set(nearby)).map(({ id }) => id);

describe('rankFacts', () => {
  it.each([
    [[], 'abc'],
    [['bkdp'], 'abc'],
    [['ilo'], 'bca'],
    [['ilo', 'belarus'], 'bca'],
    [['unknown'], 'abc'],
  ])('with %j nearby, the order is %s', (nearby, order) => {
    expect(ids(nearby).join('')).toBe(order);
  });
});

describe('findRelatedCards', () => {
  it('puts the cards that share most facts first, and never the card itself', () => {
    expect(findRelatedCards(pack, card).map(({ id }) => id)).toEqual(['ilo', 'belarus']);
  });

  it('keeps to the limit', () => {
    expect(findRelatedCards(pack, card, 1).map(({ id }) => id)).toEqual(['ilo']);
  });
});
