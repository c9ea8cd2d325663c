import { describe, expect, it } from 'vitest';
import { createSearch } from '@/core/search';
import { readCompiledPack } from '../support/compiled-pack';
import { findRank, readSearchQueries, summariseRanks } from '../support/search-queries';

const search = createSearch([readCompiledPack()]);
const queries = readSearchQueries();
const ranks = queries.map((query) =>
  findRank(query, search(query.query, { limit: 10, mentionedCardIds: new Set() })),
);

/** Raise these when search gets better; never lower them to make a change pass. */
const floors = { top1: 0.98, top3: 0.99, mrr: 0.985 };

describe('search on the committed queries', () => {
  it('asks at least 120 queries of every kind', () => {
    const kinds = new Set(queries.map(({ kind }) => kind));
    expect(queries.length).toBeGreaterThanOrEqual(120);
    expect([...kinds].sort()).toEqual([
      'date',
      'fact',
      'half',
      'lang',
      'layout',
      'name',
      'prefix',
      'question',
      'script',
      'type',
      'typo',
    ]);
  });

  it('finds the right card or fact first', () => {
    const { top1, top3, mrr } = summariseRanks(ranks);
    const missed = queries.filter((_, at) => ranks[at] !== 1).map(({ query }) => query);
    const shown = [top1, top3, mrr].map((figure) => figure.toFixed(3));
    process.stdout.write(
      `search: top-1 ${shown[0]}, top-3 ${shown[1]}, MRR ${shown[2]}; missed: ${missed.join(', ')}\n`,
    );
    expect(top1).toBeGreaterThanOrEqual(floors.top1);
    expect(top3).toBeGreaterThanOrEqual(floors.top3);
    expect(mrr).toBeGreaterThanOrEqual(floors.mrr);
  });
});
