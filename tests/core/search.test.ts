import { describe, expect, it } from 'vitest';
import { confidentScore, createSearch, type SearchResult } from '@/core/search';
import { readCompiledPack } from '../support/compiled-pack';

const search = createSearch([readCompiledPack()]);

function find(query: string, mentionedCardIds: readonly string[] = []): SearchResult[] {
  return search(query, { limit: 10, mentionedCardIds: new Set(mentionedCardIds) });
}

describe('createSearch', () => {
  it.each([
    ['artcle 33', 'article-33'],
    ['yaroshuk', 'aliaksandr-yarashuk'],
    ['belaurs union congress', 'bkdp'],
    ['comission of inqury', 'commission-of-inquiry'],
    ['ярашук', 'aliaksandr-yarashuk'],
    ['Yaroschuk', 'aliaksandr-yarashuk'],
    ['jarasuk', 'aliaksandr-yarashuk'],
  ])('finds the card for "%s" first', (query, cardId) => {
    expect(find(query)[0]).toMatchObject({ cardId, factId: null });
  });

  it('finds the fact of a date', () => {
    expect(find('June 2023')[0]).toMatchObject({ factId: 's06-2' });
    expect(find('07.06.2025')[0]).toMatchObject({ factId: 's05-1' });
  });

  it('reads a query typed in the wrong keyboard layout', () => {
    expect(find('ашвр')[0]).toMatchObject({ cardId: 'fidh' });
    expect(find('zhfier')[0]).toMatchObject({ cardId: 'aliaksandr-yarashuk' });
  });

  it('ranks the exact name over names that hold more', () => {
    expect(find('ILO').map(({ cardId }) => cardId)[0]).toBe('ilo');
    expect(find('ILO')[0]?.score).toBe(1);
  });

  it('lets cards mentioned on the page win ties', () => {
    const [first] = find('convention');
    const other = first?.cardId === 'convention-87' ? 'convention-98' : 'convention-87';
    expect(find('convention', [other])[0]?.cardId).toBe(other);
  });

  it('shows which words of the title matched', () => {
    const [result] = find('comission inquiry');
    const matched = result?.matches.map(({ start, end }) => result.title.slice(start, end));
    expect(matched).toEqual(['Commission', 'Inquiry']);
  });

  it('orders results by falling score between 0 and 1 and keeps to the limit', () => {
    const scores = find('workers').map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
    expect(search('workers', { limit: 3, mentionedCardIds: new Set() })).toHaveLength(3);
  });

  it('finds nothing for nothing', () => {
    expect(find('')).toEqual([]);
    expect(find(' ?!')).toEqual([]);
  });

  it('is not confident about words it does not know', () => {
    expect(find('photosynthesis')[0]?.score ?? 0).toBeLessThan(confidentScore);
  });
});
