import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A query with the cards and facts one of which must come first. */
export type SearchQuery = {
  readonly query: string;
  readonly kind: string;
  readonly cardIds: readonly string[];
  readonly factIds: readonly string[];
};

/** What a search engine found, best first; `factId` is null for cards. */
export type FoundRecord = { readonly cardId: string; readonly factId: string | null };

function readLines(name: string): string[] {
  const text = readFileSync(join(import.meta.dirname, '../search', name), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** Read tests/search/off-topic.txt: queries the pack holds no answer to. */
export function readOffTopicQueries(): string[] {
  return readLines('off-topic.txt');
}

/** Read a list of queries of tests/search: those search is tuned on unless it says otherwise. */
export function readSearchQueries(name = 'queries.tsv'): SearchQuery[] {
  return readLines(name).map((line) => {
    const [query = '', kind = '', expected = ''] = line.split('\t');
    const ids = expected.split(',');
    const factIds = ids.filter((id) => id.startsWith('#')).map((id) => id.slice(1));
    return { query, kind, cardIds: ids.filter((id) => !id.startsWith('#')), factIds };
  });
}

/** Find the place, from 1, of the first expected record; 0 when it is not among `found`. */
export function findRank({ cardIds, factIds }: SearchQuery, found: readonly FoundRecord[]): number {
  const isExpected = ({ cardId, factId }: FoundRecord): boolean =>
    cardIds.includes(cardId) || (factId !== null && factIds.includes(factId));
  return found.findIndex(isExpected) + 1;
}

/** Summarise ranks: shares of queries answered first and among the first three, and the MRR. */
export function summariseRanks(ranks: readonly number[]) {
  const share = (isIt: (rank: number) => boolean): number =>
    ranks.filter(isIt).length / ranks.length;
  const reciprocal = ranks.map((rank) => (rank === 0 ? 0 : 1 / rank));
  return {
    top1: share((rank) => rank === 1),
    top3: share((rank) => rank >= 1 && rank <= 3),
    mrr: reciprocal.reduce((sum, each) => sum + each, 0) / ranks.length,
  };
}
