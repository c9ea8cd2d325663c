import { describe, expect, it } from 'vitest';
import { confidentScore, createSearch, type SearchResult } from '@/core/search';
import { readCompiledPack } from '../support/compiled-pack';
import {
  findRank,
  readOffTopicQueries,
  readSearchQueries,
  summariseRanks,
} from '../support/search-queries';

const search = createSearch([readCompiledPack()]);
const find = (query: string): SearchResult[] =>
  search(query, { limit: 10, mentionedCardIds: new Set() });

/** Raise these when search gets better; never lower them to make a change pass. */
const sets = [
  { file: 'queries.tsv', floors: { top1: 0.98, top3: 0.99, mrr: 0.985 } },
  { file: 'unseen-queries.tsv', floors: { top1: 0.97, top3: 0.99, mrr: 0.98 } },
];

describe.each(sets)('search on $file', ({ file, floors }) => {
  const queries = readSearchQueries(file);
  const ranks = queries.map((query) => findRank(query, find(query.query)));

  it('asks at least 120 queries, of every kind', () => {
    const kinds = new Set(queries.map(({ kind }) => kind));
    expect(queries.length).toBeGreaterThanOrEqual(120);
    const needed = ['date', 'half', 'lang', 'layout', 'question', 'script', 'type', 'typo'];
    expect(needed.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('finds the right card or fact first', () => {
    const { top1, top3, mrr } = summariseRanks(ranks);
    const missed = queries.filter((_, at) => ranks[at] !== 1).map(({ query }) => query);
    const shown = [top1, top3, mrr].map((figure) => figure.toFixed(3));
    process.stdout.write(
      `${file}: ${queries.length} queries, top-1 ${shown[0]}, top-3 ${shown[1]}, MRR ${shown[2]}; missed: ${missed.join(', ')}\n`,
    );
    expect(top1).toBeGreaterThanOrEqual(floors.top1);
    expect(top3).toBeGreaterThanOrEqual(floors.top3);
    expect(mrr).toBeGreaterThanOrEqual(floors.mrr);
  });
});

describe('search on off-topic.txt', () => {
  it.each(readOffTopicQueries())('is sure of nothing for %s', (query) => {
    expect(find(query)[0]?.score ?? 0).toBeLessThan(confidentScore);
  });
});
