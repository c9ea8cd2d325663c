import { describe, expect, it } from 'vitest';
import { findNearestCards } from '@/core/nearest-cards';
import { makeCard } from '../support/make-pack';

const candidates = [
  makeCard({ id: 'bkdp' }),
  makeCard({ id: 'article-33', title: 'Article 33 of the ILO Constitution', abbreviation: '' }),
  makeCard({ id: 'yarashuk', title: 'Aliaksandr Yarashuk', abbreviation: '' }),
].map((card) => ({ card }));

describe('findNearestCards', () => {
  it.each([
    ['yarshchuk', 'yarashuk'],
    ['ARTICEL', 'article-33'],
    ['bkpd', 'bkdp'],
    ['Łukaszenka congress', 'bkdp'],
  ])('offers for %s the card %s first', (query, cardId) => {
    expect(findNearestCards(query, candidates)[0]?.card.id).toBe(cardId);
  });

  it('offers nothing that has nothing in common', () => {
    expect(findNearestCards('ццц', candidates)).toEqual([]);
  });
});
