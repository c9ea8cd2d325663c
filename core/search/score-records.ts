import type { Pack } from '@/core/pack';
import { invertLists, packLists, type PackedLists } from './packed-lists';
import type { NameKind, SearchRecords } from './search-records';
import { createTally, type Tallied, type Tally } from './tally';
import type { FoundWord } from './word-finder';

/** A word of the query with all it may mean. */
export type QueryWord = {
  readonly word: string;
  readonly found: readonly FoundWord[];
  /** The word is part of a date: how well a fact's dates agree with it, 0 to 1. */
  readonly matchDate: ((factIndex: number) => number) | null;
};

/** What a word of the query alone finds. */
export type WordTally = {
  readonly weight: number;
  readonly names: Tallied;
  readonly cards: Tallied;
  readonly facts: Tallied;
};

/** Cards and facts found, with scores up to about 1. */
export type Scores = {
  readonly cards: Tallied;
  /** The name each of `cards` scores by, as index into the records' names; -1 when it is none. */
  readonly cardNames: Int32Array;
  readonly facts: Tallied;
};

export type Scorer = {
  /** Tally one word; the result can be kept while the reader types the next. */
  readonly tallyWord: (word: QueryWord) => WordTally;
  readonly combine: (words: readonly WordTally[]) => Scores;
};

const nameWeights: Readonly<Record<NameKind, number>> = {
  title: 1,
  abbreviation: 1,
  alias: 0.97,
  type: 0.9,
};
/** A name half of whose words are asked for is worth less than one asked for whole. */
const fillShare = 0.2;
/** A card answers by all it is about when no single name of it answers as much. */
const cardShare = 0.85;
const cardWeights = { summary: 0.75, related: 0.85 };
const factWeights = { statement: 1, quote: 0.85, related: 0.8, cardName: 0.85 };
/** Facts stand a little below names, so that a name finds its card first. */
const factShare = 0.84;
/** Among cards found by names as good, those whose title answers more come first. */
const titleBonus = 0.01;
/** The facts a card shows first come first among equals. */
const leadingFactBonus = 0.01;

type Field = { readonly lists: PackedLists; readonly weight: number };

/** Raise every record that has one of the words `found` in `field`. */
function spread(found: readonly FoundWord[], { lists, weight }: Field, tally: Tally): void {
  for (const { index, quality } of found) {
    const value = quality * weight;
    const end = lists.starts[index + 1] ?? 0;
    for (let at = lists.starts[index] ?? 0; at < end; at += 1) {
      tally.raise(lists.items[at] ?? 0, value);
    }
  }
}

type Lift = { readonly to: Tally; readonly links: PackedLists; readonly share: number };

/** Raise what the records of `from` are linked to to a share of their values. */
function lift({ records, values }: Tallied, { to, links, share }: Lift): void {
  records.forEach((record, place) => {
    const value = share * (values[place] ?? 0);
    const end = links.starts[record + 1] ?? 0;
    for (let at = links.starts[record] ?? 0; at < end; at += 1) {
      to.raise(links.items[at] ?? 0, value);
    }
  });
}

function addWeighted({ records, values }: Tallied, weight: number, tally: Tally): void {
  records.forEach((record, place) => tally.add(record, weight * (values[place] ?? 0)));
}

/** Weigh a word between 0.4 (in every record) and 1 (in one), so that "workers" counts little. */
function weighWord(word: string, recordCount: number, allRecords: number): number {
  if (recordCount === 0) return word.length < 3 ? 0.3 : 0.8;
  return 0.4 + (0.6 * Math.log(1 + allRecords / recordCount)) / Math.log(1 + allRecords);
}

function linkRecords(pack: Pack, records: SearchRecords) {
  const cardIndex = new Map(pack.cards.map(({ id }, index) => [id, index]));
  const factIndex = new Map(pack.facts.map(({ id }, index) => [id, index]));
  const leadOfFact = new Float32Array(pack.facts.length);
  pack.cards.forEach(({ id: cardId, factIds }) => {
    factIds.forEach((factId, place) => {
      const fact = factIndex.get(factId) ?? 0;
      const isMainCard = pack.facts[fact]?.cardIds[0] === cardId;
      if (isMainCard) leadOfFact[fact] = leadingFactBonus / (1 + place);
    });
  });
  return {
    leadOfFact,
    cardOfName: packLists(records.names.map(({ card }) => [card])),
    factsOfCard: invertLists(
      pack.facts.map(({ cardIds }) => cardIds.map((id) => cardIndex.get(id) ?? 0)),
      pack.cards.length,
    ),
    cardsProvenBy: invertLists(
      pack.cards.map(({ summaryFactIds }) => summaryFactIds.map((id) => factIndex.get(id) ?? 0)),
      pack.facts.length,
    ),
  };
}

/**
 * Create a scorer over one pack. The score of a record is the share of the query it answers:
 * exact names first, then names answered in part, then facts.
 */
export function createScorer(pack: Pack, records: SearchRecords): Scorer {
  const invert = (lists: readonly (readonly number[])[]) =>
    invertLists(lists, records.words.length);
  const nameField: Field = { lists: invert(records.names.map(({ words }) => words)), weight: 1 };
  const cardFields = (['summary', 'related'] as const).map((field): Field => ({
    lists: invert(records.cards.map((card) => card[field])),
    weight: cardWeights[field],
  }));
  const factFields = (['statement', 'quote', 'related'] as const).map((field): Field => ({
    lists: invert(records.facts.map((fact) => fact[field])),
    weight: factWeights[field],
  }));
  const { leadOfFact, cardOfName, factsOfCard, cardsProvenBy } = linkRecords(pack, records);
  const allRecords = pack.cards.length + pack.facts.length;
  const names = createTally(records.names.length);
  const nameHits = createTally(records.names.length);
  const titles = createTally(pack.cards.length);
  const cards = createTally(pack.cards.length);
  const facts = createTally(pack.facts.length);
  const dates = createTally(pack.facts.length);
  const nameOfCard = new Int32Array(pack.cards.length).fill(-1);

  const tallyWord: Scorer['tallyWord'] = ({ word, found, matchDate }) => {
    spread(found, nameField, names);
    const ofNames = names.take();
    lift(ofNames, { to: cards, links: cardOfName, share: 1 });
    const ofCardNames = cards.take();
    for (const field of factFields) spread(found, field, facts);
    lift(ofCardNames, { to: facts, links: factsOfCard, share: factWeights.cardName });
    addWeighted(ofCardNames, 1, cards);
    for (const field of cardFields) spread(found, field, cards);
    if (matchDate) {
      for (let fact = 0; fact < pack.facts.length; fact += 1) {
        facts.raise(fact, matchDate(fact));
        dates.raise(fact, matchDate(fact));
      }
      lift(dates.take(), { to: cards, links: cardsProvenBy, share: cardWeights.summary });
    }
    const [ofCards, ofFacts] = [cards.take(), facts.take()];
    const count = ofCards.records.length + ofFacts.records.length;
    const weight = weighWord(word, count, allRecords);
    return { weight, names: ofNames, cards: ofCards, facts: ofFacts };
  };
  const combine: Scorer['combine'] = (words) => {
    const share = 1 / words.reduce((total, { weight }) => total + weight, 0);
    for (const word of words) {
      addWeighted(word.names, word.weight, names);
      addWeighted(word.names, 1, nameHits);
      addWeighted(word.cards, word.weight * cardShare * share, cards);
      addWeighted(word.facts, word.weight * factShare * share, facts);
    }
    const ofNames = names.take();
    ofNames.records.forEach((name, place) => {
      const { card = 0, kind = 'alias', words: own = [] } = records.names[name] ?? {};
      const answered = (ofNames.values[place] ?? 0) * share;
      if (kind === 'title') titles.raise(card, answered);
      const fill = Math.min(1, nameHits.get(name) / own.length);
      const score = nameWeights[kind] * answered * (1 - fillShare + fillShare * fill);
      if (score <= cards.get(card)) return;
      cards.raise(card, score);
      nameOfCard[card] = name;
    });
    nameHits.take();
    addWeighted(titles.take(), titleBonus, cards);
    const ofCards = cards.take();
    const ofFacts = facts.take();
    ofFacts.records.forEach((fact, place) => {
      ofFacts.values[place] = (ofFacts.values[place] ?? 0) + (leadOfFact[fact] ?? 0);
    });
    const cardNames = Int32Array.from(ofCards.records, (card) => nameOfCard[card] ?? -1);
    for (const card of ofCards.records) nameOfCard[card] = -1;
    return { cards: ofCards, cardNames, facts: ofFacts };
  };

  return { tallyWord, combine };
}
