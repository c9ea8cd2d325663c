import type { Card, Fact, Pack } from '@/core/pack';

/** Build a fact: defaults plus what the case is about. */
export function makeFact(about: Partial<Fact> = {}): Fact {
  return {
    id: 'f1',
    kind: 'claim',
    statement: 'Twenty-nine trade unionists were imprisoned.',
    quote: { start: 0, end: 4 },
    context: [],
    attribution: { type: 'source', label: 'FIDH and Viasna, 6 June 2025', cardIds: [] },
    asOf: '2025-06-06',
    staleness: 'historical',
    cardIds: ['bkdp'],
    ...about,
  };
}

/** Build a card about the given facts. */
export function makeCard(about: Partial<Card> = {}): Card {
  return {
    id: 'bkdp',
    title: 'Belarusian Congress of Democratic Trade Unions',
    abbreviation: 'BKDP',
    type: 'organisation',
    summary: 'A union centre.',
    summaryFactIds: [],
    factIds: ['f1'],
    ...about,
  };
}

/** Build a pack around cards and facts; its source reads "Said so." */
export function makePack(about: Partial<Pack> = {}): Pack {
  return {
    schemaVersion: 1,
    id: 'test-pack',
    title: 'Test pack',
    version: '1.0.0',
    language: 'en',
    source: {
      id: 'source',
      title: 'A release',
      issuers: 'FIDH and Viasna',
      url: 'https://example.org/release',
      issued: '2025-06-06',
      dateline: [],
      language: 'en',
      text: 'Said so.',
      rights: 'Quoted.',
      csl: { id: 'source', type: 'webpage', title: 'A release' },
    },
    cards: [makeCard()],
    facts: [makeFact()],
    ...about,
  };
}
