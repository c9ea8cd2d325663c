import Fuse from 'fuse.js';
import type { Pack, TextPosition } from '@/core/pack';
import { isDateAskedFor, readDateQuery } from './search/date-words';
import { listLayoutSlips } from './search/keyboard-layout';
import { findMatchedRanges } from './search/matched-ranges';
import { readQuestion } from './search/question';
import { createRanker, type QueryWord, type Ranked } from './search/rank';
import type { SearchRecords } from './search/search-records';
import { listTellingWords } from './search/telling-words';
import { createWordFinder, type FindSimilar } from './search/word-finder';

/** A pack to be searched, with the records compiled from it. */
export type SearchSource = { readonly pack: Pack; readonly records: SearchRecords };

export type SearchOptions = {
  readonly limit: number;
  /** Cards mentioned on the current page; they win ties. */
  readonly mentionedCardIds: ReadonlySet<string>;
};

export type SearchResult = {
  readonly packId: string;
  /** The card found, or the card the found fact is most about. */
  readonly cardId: string;
  /** Null when the card itself is found. */
  readonly factId: string | null;
  /** Title of the card or statement of the fact. */
  readonly title: string;
  /** From 1, best, down to 0. */
  readonly score: number;
  /** What of `title` matched, in order. */
  readonly matches: readonly TextPosition[];
  /** The alias the card was found by, when its title does not show why it was found. */
  readonly alias: string | null;
};

export type Search = (query: string, options: SearchOptions) => SearchResult[];

/** Results under this score are guesses: offer them as "Did you mean …?". */
export const confidentScore = 0.45;
const mentionedBonus = 0.015;
/** What a record gains by being the kind of answer a question asks for. */
const answerBonus = { fact: 0.06, card: 0.12 };

/** Words that share enough letters with a misspelt one; the word finder weighs them precisely. */
function createFindSimilar(words: readonly string[]): FindSimilar {
  const fuse = new Fuse(words, {
    threshold: 0.5,
    distance: 40,
    isCaseSensitive: true,
    ignoreFieldNorm: true,
    shouldSort: false,
  });
  return (word) => fuse.search(word).map(({ refIndex }) => refIndex);
}

function takeBest<T extends { readonly score: number }>(scored: T[], limit: number): T[] {
  return scored.sort((a, b) => b.score - a.score).slice(0, limit);
}

function createPackSearch({ pack, records }: SearchSource) {
  const findWords = createWordFinder(records, createFindSimilar(records.words));
  const rank = createRanker(pack, records);

  const describe = ({ kind, index }: Pick<Ranked, 'kind' | 'index'>) => {
    const card = kind === 'card' ? pack.cards[index] : undefined;
    if (card) return { id: card.id, cardIds: [card.id], title: card.title, record: { card } };
    const fact = pack.facts[index];
    if (!fact) throw new Error(`Pack "${pack.id}" has no ${kind} ${index}; are its records stale?`);
    return { id: fact.id, cardIds: fact.cardIds, title: fact.statement, record: { fact } };
  };
  const matchDates = (query: string, words: readonly string[]) => {
    const asked = readDateQuery(query, words);
    if (!asked) return () => null;
    const matchDate = (index: number): number => {
      const fact = pack.facts[index];
      if (!fact) return 0;
      if (fact.event && isDateAskedFor(asked.date, fact.event.date)) return 1;
      const isOwnDate = fact.asOf !== pack.source.issued;
      return isOwnDate && isDateAskedFor(asked.date, fact.asOf) ? 0.9 : 0;
    };
    return (word: string) => (asked.words.has(word) ? matchDate : null);
  };

  return (query: string, { limit, mentionedCardIds }: SearchOptions): SearchResult[] => {
    const question = readQuestion(query);
    const asked = listTellingWords(question?.rest ?? query);
    const words = asked.length > 0 ? asked : listTellingWords(query);
    const getDateMatch = matchDates(query, words);
    const queryWords = words.map((word): QueryWord => ({
      word,
      found: findWords(word),
      matchDate: getDateMatch(word),
    }));
    const foundWords = new Set(
      queryWords.flatMap(({ found }) => found.map(({ index }) => records.words[index] ?? '')),
    );

    const findMention = (cardIds: readonly string[]): number =>
      cardIds.some((id) => mentionedCardIds.has(id)) ? mentionedBonus : 0;
    const toResult = ({ score, name, ...ranked }: Ranked): SearchResult => {
      const { id, cardIds, title } = describe(ranked);
      const alias = name === null ? undefined : records.names[name];
      return {
        packId: pack.id,
        cardId: cardIds[0] ?? '',
        factId: ranked.kind === 'fact' ? id : null,
        title,
        score: Math.min(1, score),
        matches: findMatchedRanges(title, foundWords),
        alias: alias?.kind === 'alias' ? alias.text : null,
      };
    };
    const withBonus = (ranked: Ranked): Ranked => {
      const { cardIds, record } = describe(ranked);
      const answer = question?.isAnsweredBy(record) ? answerBonus[ranked.kind] : 0;
      return { ...ranked, score: ranked.score + findMention(cardIds) + answer };
    };
    return takeBest(rank(queryWords).map(withBonus), limit).map(toResult);
  };
}

/**
 * Create a search over all `sources`. Best results come first; an empty query finds nothing.
 * What was typed in the wrong keyboard layout is tried when the query as it stands finds little.
 */
export function createSearch(sources: readonly SearchSource[]): Search {
  const searches = sources.map(createPackSearch);
  const searchAll = (query: string, options: SearchOptions): SearchResult[] =>
    takeBest(
      searches.flatMap((search) => search(query, options)),
      options.limit,
    );

  return (query, options) => {
    const results = searchAll(query, options);
    if ((results[0]?.score ?? 0) >= confidentScore) return results;
    const slips = listLayoutSlips(query).map((slip) => searchAll(slip, options));
    return slips.reduce(
      (best, each) => ((each[0]?.score ?? 0) > (best[0]?.score ?? 0) + 0.2 ? each : best),
      results,
    );
  };
}
