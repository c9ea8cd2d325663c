import type { Card, Fact, Pack, TextPosition } from '@/core/pack';
import { createBestOf } from './best-of';
import { isDateAskedFor, readDateQuery } from './date-words';
import { findMatchedRanges } from './matched-ranges';
import { writeNumbers } from './number-words';
import { readQuestion } from './question';
import { createRecent } from './recent';
import { createScorer, type QueryWord, type WordTally } from './score-records';
import type { SearchRecords } from './search-records';
import { findTellingWords } from './telling-words';
import { joinSplitWords, splitJoinedWord } from './word-bounds';
import type { FindOptions, FoundWord, WordFinder } from './word-finder';

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

export type PackSearch = (query: string, options: SearchOptions & FindOptions) => SearchResult[];

const mentionedBonus = 0.015;
/** What a record gains by being the kind of answer a question asks for. */
const answerBonus = { fact: 0.06, card: 0.12 };
const highestBonus = mentionedBonus + answerBonus.card;

type ReadWord = { readonly found: readonly FoundWord[]; readonly tally: WordTally };

/** Enough for a long question in every keyboard layout. */
const recentWords = 40;

type Found = { readonly card: Card; readonly name: number } | { readonly fact: Fact };

function createMatchDate({ facts, source }: Pack, query: string, words: readonly string[]) {
  const asked = readDateQuery(query, words);
  if (!asked) return () => null;
  const matchDate = (index: number): number => {
    const fact = facts[index];
    if (!fact) return 0;
    if (fact.event && isDateAskedFor(asked.date, fact.event.date)) return 1;
    const isOwnDate = fact.asOf !== source.issued;
    return isOwnDate && isDateAskedFor(asked.date, fact.asOf) ? 0.9 : 0;
  };
  return (word: string) => (asked.words.has(word) ? matchDate : null);
}

/** Create a search over one pack. */
export function createPackSearch({ pack, records }: SearchSource, finder: WordFinder): PackSearch {
  const scorer = createScorer(pack, records);

  const readWord = (
    { word, matchDate }: Omit<QueryWord, 'found'>,
    options: FindOptions,
  ): ReadWord => {
    const found = finder.find(word, options);
    return { found, tally: scorer.tallyWord({ word, found, matchDate }) };
  };
  // While a word is typed, those before it stay.
  const recent = createRecent<ReadWord>(recentWords);
  const recall = (word: string, options: FindOptions): ReadWord => {
    const key = `${word} ${options.canGuess ? 'guess' : ''} ${options.isSlip ? 'slip' : ''}`;
    return recent.get(key, () => readWord({ word, matchDate: null }, options));
  };

  const toResult = (found: Found, foundWords: ReadonlySet<string>) => {
    const title = 'card' in found ? found.card.title : found.fact.statement;
    const name = 'card' in found ? records.names[found.name] : undefined;
    return {
      packId: pack.id,
      cardId: 'card' in found ? found.card.id : (found.fact.cardIds[0] ?? ''),
      factId: 'card' in found ? null : found.fact.id,
      title,
      matches: findMatchedRanges(title, foundWords),
      alias: name?.kind === 'alias' ? name.text : null,
    };
  };

  return (query, { limit, mentionedCardIds, ...findOptions }) => {
    const question = readQuestion(query);
    const asked = findTellingWords(question?.rest ?? query);
    const telling = asked.length > 0 ? asked : findTellingWords(query);
    const words = [...new Set(writeNumbers(telling, finder.isKnown))];
    if (words.length === 0) return [];
    const getMatchDate = createMatchDate(pack, query, words);
    const read = (word: string): ReadWord => {
      const matchDate = getMatchDate(word);
      // What a part of a date finds hangs on the rest of it.
      return matchDate ? readWord({ word, matchDate }, findOptions) : recall(word, findOptions);
    };
    const readWords = joinSplitWords(words, finder.isKnown).flatMap((word) => {
      const whole = read(word);
      const parts = whole.found.length > 0 ? null : splitJoinedWord(word, finder.isKnown);
      return parts?.map(read) ?? whole;
    });
    const best = createBestOf<Found>(limit);
    const addBest = (found: Found | null, base: number): void => {
      if (found === null) return;
      const cardIds = 'card' in found ? [found.card.id] : found.fact.cardIds;
      const isMentioned = cardIds.some((id) => mentionedCardIds.has(id));
      const bonus = question?.isAnsweredBy(found)
        ? answerBonus['card' in found ? 'card' : 'fact']
        : 0;
      best.add(found, base + bonus + (isMentioned ? mentionedBonus : 0));
    };
    const { cards, cardNames, facts } = scorer.combine(readWords.map(({ tally }) => tally));
    cards.records.forEach((index, place) => {
      const base = cards.values[place] ?? 0;
      if (base + highestBonus <= best.getThreshold()) return;
      const card = pack.cards[index];
      addBest(card ? { card, name: cardNames[place] ?? -1 } : null, base);
    });
    facts.records.forEach((index, place) => {
      const base = facts.values[place] ?? 0;
      if (base + highestBonus <= best.getThreshold()) return;
      const fact = pack.facts[index];
      addBest(fact ? { fact } : null, base);
    });
    const foundWords = new Set(
      readWords.flatMap(({ found }) => found.map(({ index }) => records.words[index] ?? '')),
    );
    return best
      .list()
      .map(({ item, score: final }) =>
        Object.assign(toResult(item, foundWords), { score: Math.min(1, final) }),
      );
  };
}
