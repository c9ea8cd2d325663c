import Fuse from 'fuse.js';
import { createBestOf } from './search/best-of';
import { listLayoutSlips } from './search/keyboard-layout';
import {
  createPackSearch,
  type PackSearch,
  type SearchOptions,
  type SearchResult,
  type SearchSource,
} from './search/pack-search';
import { createWordFinder } from './search/word-finder';

export type { SearchOptions, SearchResult, SearchSource };

export type Search = (query: string, options: SearchOptions) => SearchResult[];

/** Results under this score are guesses: offer them as "Did you mean …?". */
export const confidentScore = 0.45;
/** A query that does worse than this may have been typed in the wrong keyboard layout, … */
const doubtfulScore = 0.6;
/** … if it does better by this much in another. */
const slipGain = 0.2;

/** Let Fuse.js guess at words too far off for counting edits: written as heard, vowels left out. */
function findGarbled(soundKey: string, candidates: readonly string[]): readonly number[] {
  const fuse = new Fuse(candidates, {
    threshold: 0.4,
    isCaseSensitive: true,
    ignoreFieldNorm: true,
  });
  return fuse.search(soundKey, { limit: 20 }).map(({ refIndex }) => refIndex);
}

function getTopScore(results: readonly SearchResult[]): number {
  return results[0]?.score ?? 0;
}

/**
 * Create a search over all `sources`. Best results come first; an empty query finds nothing.
 * When the query as it stands finds little, it is read as typed in another keyboard layout; when
 * that finds no more, words nothing is known of are guessed at.
 */
export function createSearch(sources: readonly SearchSource[]): Search {
  const searches = sources.map((source) =>
    createPackSearch(source, createWordFinder(source.records, findGarbled)),
  );
  const searchAll: PackSearch = (query, options) => {
    const best = createBestOf<SearchResult>(options.limit);
    for (const search of searches) {
      for (const result of search(query, options)) best.add(result, result.score);
    }
    return best.list().map(({ item }) => item);
  };

  return (query, options) => {
    const known = { ...options, canGuess: false, isSlip: false };
    const results = searchAll(query, known);
    if (getTopScore(results) >= doubtfulScore) return results;
    const slips = listLayoutSlips(query).map((slip) => searchAll(slip, { ...known, isSlip: true }));
    const slip = slips.find((each) => getTopScore(each) >= getTopScore(results) + slipGain);
    if (slip && getTopScore(slip) >= confidentScore) return slip;
    return searchAll(query, { ...known, canGuess: true });
  };
}
