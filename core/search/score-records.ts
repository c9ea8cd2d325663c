import type { Pack } from '@/core/pack';
import { invertLists, packLists, type PackedLists } from './packed-lists';
import type { NameKind, SearchRecords } from './search-records';
import type { FoundWord } from './word-finder';

/** A word of the query with all it may mean. */
export type QueryWord = {
  readonly word: string;
  readonly found: readonly FoundWord[];
  /** The word is part of a date: how well a fact's dates agree with it, 0 to 1. */
  readonly matchDate: ((factIndex: number) => number) | null;
};

/** Scores from 0 to 1 by card and by fact, in the order of the pack. */
export type Scores = {
  readonly cards: Float32Array;
  /** The name a card scores by, as index into the records' names; -1 when it is none. */
  readonly cardNames: Int32Array;
  readonly facts: Float32Array;
};

export type Scorer = (query: readonly QueryWord[]) => Scores;

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

/** Raise `best` of every record that has one of the words `found` in `field`. */
function spread(found: readonly FoundWord[], { lists, weight }: Field, best: Float32Array): void {
  for (const { index, quality } of found) {
    const value = quality * weight;
    const end = lists.starts[index + 1] ?? 0;
    for (let at = lists.starts[index] ?? 0; at < end; at += 1) {
      const record = lists.items[at] ?? 0;
      if (value > (best[record] ?? 0)) best[record] = value;
    }
  }
}

type Lift = { readonly from: Float32Array; readonly links: PackedLists; readonly share: number };

/** Raise every record of `best` to a share of the best of those it is linked to. */
function lift(best: Float32Array, { from, links, share }: Lift): void {
  for (let record = 0; record < best.length; record += 1) {
    let value = best[record] ?? 0;
    const end = links.starts[record + 1] ?? 0;
    for (let at = links.starts[record] ?? 0; at < end; at += 1) {
      const lifted = share * (from[links.items[at] ?? 0] ?? 0);
      if (lifted > value) value = lifted;
    }
    best[record] = value;
  }
}

function countFound(best: Float32Array): number {
  let count = 0;
  for (const value of best) if (value > 0) count += 1;
  return count;
}

function addWeighted(total: Float32Array, best: Float32Array, weight: number): void {
  for (let record = 0; record < total.length; record += 1) {
    total[record] = (total[record] ?? 0) + weight * (best[record] ?? 0);
  }
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
    namesOfCard: invertLists(
      records.names.map(({ card }) => [card]),
      pack.cards.length,
    ),
    cardsOfFact: packLists(
      pack.facts.map(({ cardIds }) => cardIds.map((id) => cardIndex.get(id) ?? 0)),
    ),
    proofOfCard: packLists(
      pack.cards.map(({ summaryFactIds }) => summaryFactIds.map((id) => factIndex.get(id) ?? 0)),
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
  const { leadOfFact, namesOfCard, cardsOfFact, proofOfCard } = linkRecords(pack, records);
  const allRecords = pack.cards.length + pack.facts.length;

  return (query) => {
    const nameTotal = new Float32Array(records.names.length);
    const nameHits = new Float32Array(records.names.length);
    const cards = new Float32Array(pack.cards.length);
    const facts = new Float32Array(pack.facts.length);
    let weightTotal = 0;

    for (const { word, found, matchDate } of query) {
      const nameBest = new Float32Array(records.names.length);
      const cardName = new Float32Array(pack.cards.length);
      const cardBest = new Float32Array(pack.cards.length);
      const factBest = new Float32Array(pack.facts.length);
      spread(found, nameField, nameBest);
      for (const field of cardFields) spread(found, field, cardBest);
      for (const field of factFields) spread(found, field, factBest);
      lift(cardName, { from: nameBest, links: namesOfCard, share: 1 });
      lift(factBest, { from: cardName, links: cardsOfFact, share: factWeights.cardName });
      if (matchDate) {
        const dateBest = factBest.map((_, fact) => matchDate(fact));
        dateBest.forEach((best, fact) => {
          if (best > (factBest[fact] ?? 0)) factBest[fact] = best;
        });
        lift(cardBest, { from: dateBest, links: proofOfCard, share: cardWeights.summary });
      }
      for (let card = 0; card < cardBest.length; card += 1) {
        cardBest[card] = Math.max(cardBest[card] ?? 0, cardName[card] ?? 0);
      }
      const weight = weighWord(word, countFound(cardBest) + countFound(factBest), allRecords);
      weightTotal += weight;
      addWeighted(nameTotal, nameBest, weight);
      addWeighted(nameHits, nameBest, 1);
      addWeighted(cards, cardBest, weight);
      addWeighted(facts, factBest, weight);
    }

    const share = weightTotal === 0 ? 0 : 1 / weightTotal;
    for (let card = 0; card < cards.length; card += 1) {
      cards[card] = (cards[card] ?? 0) * cardShare * share;
    }
    for (let fact = 0; fact < facts.length; fact += 1) {
      const answered = facts[fact] ?? 0;
      if (answered > 0) facts[fact] = answered * factShare * share + (leadOfFact[fact] ?? 0);
    }
    const cardNames = new Int32Array(cards.length).fill(-1);
    const titleAnswers = new Float32Array(cards.length);
    records.names.forEach(({ card, kind, words }, name) => {
      const answered = nameTotal[name] ?? 0;
      if (answered === 0) return;
      if (kind === 'title') titleAnswers[card] = answered * share;
      const fill = Math.min(1, (nameHits[name] ?? 0) / words.length);
      const score = nameWeights[kind] * answered * share * (1 - fillShare + fillShare * fill);
      if (score <= (cards[card] ?? 0)) return;
      cards[card] = score;
      cardNames[card] = name;
    });
    addWeighted(cards, titleAnswers, titleBonus);
    return { cards, cardNames, facts };
  };
}
