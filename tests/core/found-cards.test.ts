import { describe, expect, it } from 'vitest';
import { chooseExamples, listMentionedCards, toFindings } from '@/core/found-cards';
import { makeCard, makeFact, makePack } from '../support/make-pack';

const pack = makePack({
  cards: [
    makeCard({ id: 'ilo', type: 'body', abbreviation: 'ILO' }),
    makeCard({ id: 'person', type: 'person', title: 'Aliaksandr Yarashuk' }),
  ],
  facts: [
    makeFact({ id: 'f1', event: { date: '2023-06', role: 'event' } }),
    makeFact({ id: 'f2' }),
  ],
});
const packs = [pack];
const mention = (cardId: string, packId = pack.id) => ({ packId, cardId });
const item = (cardId: string, factId: string | null, score = 1) => ({
  ...mention(cardId),
  factId,
  score,
  matches: [{ start: 0, end: 1 }],
  alias: factId === null ? 'МОТ' : null,
});

describe('listMentionedCards', () => {
  it('lists each card once, in reading order, with its mentions counted', () => {
    const mentions = [mention('person'), mention('ilo'), mention('person'), mention('gone')];
    const listed = listMentionedCards(mentions, packs);
    expect(listed.map(({ card, mentionCount }) => [card.id, mentionCount])).toEqual([
      ['person', 2],
      ['ilo', 1],
    ]);
  });

  it('does not take a card of another pack for its own', () => {
    expect(listMentionedCards([mention('ilo', 'other')], packs)).toEqual([]);
  });
});

describe('toFindings', () => {
  const context = { packs, mentions: [mention('ilo')], confidentScore: 0.5 };

  it('gathers facts under their cards, best card first', () => {
    const items = [item('person', 'f2'), item('ilo', null), item('person', 'f1')];
    const { cards, isBestAFact } = toFindings(items, context);
    expect(cards.map(({ card, facts }) => [card.id, facts.map(({ fact }) => fact.id)])).toEqual([
      ['person', ['f2', 'f1']],
      ['ilo', []],
    ]);
    expect(isBestAFact).toBe(true);
    expect(cards[1]).toMatchObject({
      alias: 'МОТ',
      mentionCount: 1,
      matches: [{ start: 0, end: 1 }],
    });
  });

  it.each([
    [0.5, false],
    [0.49, true],
  ])('with a best score of %d, guesses: %s', (score, areGuesses) => {
    expect(toFindings([item('ilo', null, score)], context).areGuesses).toBe(areGuesses);
  });
});

describe('chooseExamples', () => {
  it('names a person, an abbreviation and a date the pack knows', () => {
    expect(chooseExamples(pack, 'en-GB')).toEqual(['Yarashuk', 'ILO', 'June 2023']);
  });

  it('finds none in an empty pack', () => {
    expect(chooseExamples(makePack({ cards: [], facts: [] }), 'en-GB')).toEqual([]);
  });
});
