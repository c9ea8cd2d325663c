import type { Pack } from '@/core/pack';
import { type InvertedLists, invertLists } from './inverted-lists';
import type { NameKind, SearchRecords } from './search-records';
import type { FoundWord } from './word-finder';

/** A word of the query with all it may mean. */
export type QueryWord = {
  readonly word: string;
  readonly found: readonly FoundWord[];
  /** The word is part of a date: how well a fact's dates agree with it, 0 to 1. */
  readonly matchDate: ((factIndex: number) => number) | null;
};

/** A card or fact by its place in the pack, with its score from 0 to 1. */
export type Ranked = {
  readonly kind: 'card' | 'fact';
  readonly index: number;
  readonly score: number;
  /** For a card found by its name: index into the records' names. */
  readonly name: number | null;
};

export type Ranker = (query: readonly QueryWord[]) => Ranked[];

const nameWeights: Readonly<Record<NameKind, number>> = {
  title: 1,
  abbreviation: 1,
  alias: 0.97,
  type: 0.9,
};
/** A name half of whose words are asked for is worth less than one asked for whole. */
const fillShare = 0.12;
/** A card answers by all it is about when no single name of it answers as much. */
const cardShare = 0.85;
const cardWeights = { summary: 0.75, related: 0.85 };
const fieldWeights = { statement: 1, quote: 0.85, related: 0.8, cardName: 0.85 };
/** Facts stand a little below names, so that a name finds its card first. */
const factShare = 0.84;
/** The facts a card shows first come first among equals. */
const leadingFactBonus = 0.01;

type Field = { readonly lists: InvertedLists; readonly weight: number };

function spread(found: readonly FoundWord[], { lists, weight }: Field, best: Float32Array): void {
  for (const { index, quality } of found) {
    const value = quality * weight;
    const end = lists.starts[index + 1] ?? 0;
    for (let at = lists.starts[index] ?? 0; at < end; at += 1) {
      const item = lists.items[at] ?? 0;
      if (value > (best[item] ?? 0)) best[item] = value;
    }
  }
}

function add(total: Float32Array, best: Float32Array, weight: number): void {
  for (let index = 0; index < total.length; index += 1) {
    total[index] = (total[index] ?? 0) + weight * (best[index] ?? 0);
  }
}

/** Weigh a word between 0.4 (in every record) and 1 (in one), so that "workers" counts little. */
function weighWord(word: string, recordCount: number, allRecords: number): number {
  if (recordCount === 0) return word.length < 3 ? 0.3 : 0.8;
  return 0.4 + (0.6 * Math.log(1 + allRecords / recordCount)) / Math.log(1 + allRecords);
}

/**
 * Create a ranker over one pack. The score of a record is the share of the query it answers:
 * exact names first, then names answered in part, then facts.
 */
export function createRanker(pack: Pack, records: SearchRecords): Ranker {
  const wordCount = records.words.length;
  const invert = (lists: readonly (readonly number[])[]) => invertLists(lists, wordCount);
  const nameField: Field = { lists: invert(records.names.map(({ words }) => words)), weight: 1 };
  const cardFields = (['summary', 'related'] as const).map((field): Field => ({
    lists: invert(records.cards.map((card) => card[field])),
    weight: cardWeights[field],
  }));
  const factFields = (['statement', 'quote', 'related'] as const).map((field): Field => ({
    lists: invert(records.facts.map((fact) => fact[field])),
    weight: fieldWeights[field],
  }));
  const cardIndex = new Map(pack.cards.map(({ id }, index) => [id, index]));
  const factIndex = new Map(pack.facts.map(({ id }, index) => [id, index]));
  const cardsOfFact = pack.facts.map(({ cardIds }) => cardIds.map((id) => cardIndex.get(id) ?? 0));
  const proofOfCard = pack.cards.map(({ summaryFactIds }) =>
    summaryFactIds.map((id) => factIndex.get(id) ?? 0),
  );
  const leadOfFact = pack.facts.map(({ id, cardIds }) => {
    const card = pack.cards[cardIndex.get(cardIds[0] ?? '') ?? 0];
    return leadingFactBonus / (1 + Math.max(0, card?.factIds.indexOf(id) ?? 0));
  });
  const allRecords = pack.cards.length + pack.facts.length;

  return (query) => {
    const nameTotal = new Float32Array(records.names.length);
    const nameHits = new Float32Array(records.names.length);
    const cardTotal = new Float32Array(pack.cards.length);
    const factTotal = new Float32Array(pack.facts.length);
    let weightTotal = 0;

    for (const { word, found, matchDate } of query) {
      const nameBest = new Float32Array(records.names.length);
      const cardName = new Float32Array(pack.cards.length);
      const cardBest = new Float32Array(pack.cards.length);
      const factBest = new Float32Array(pack.facts.length);
      spread(found, nameField, nameBest);
      for (const field of cardFields) spread(found, field, cardBest);
      for (const field of factFields) spread(found, field, factBest);
      records.names.forEach(({ card }, name) => {
        const best = nameBest[name] ?? 0;
        if (best > (cardName[card] ?? 0)) cardName[card] = best;
      });
      let recordCount = 0;
      cardsOfFact.forEach((cards, fact) => {
        let best = Math.max(factBest[fact] ?? 0, matchDate?.(fact) ?? 0);
        for (const card of cards) {
          best = Math.max(best, fieldWeights.cardName * (cardName[card] ?? 0));
        }
        factBest[fact] = best;
        if (best > 0) recordCount += 1;
      });
      proofOfCard.forEach((facts, card) => {
        let best = Math.max(cardBest[card] ?? 0, cardName[card] ?? 0);
        if (matchDate) {
          for (const fact of facts) best = Math.max(best, cardWeights.summary * matchDate(fact));
        }
        cardBest[card] = best;
        if (best > 0) recordCount += 1;
      });
      const weight = weighWord(word, recordCount, allRecords);
      weightTotal += weight;
      add(nameTotal, nameBest, weight);
      add(cardTotal, cardBest, weight);
      add(factTotal, factBest, weight);
      nameBest.forEach((best, name) => {
        if (best > 0) nameHits[name] = (nameHits[name] ?? 0) + best;
      });
    }
    if (weightTotal === 0) return [];

    const cardScores = cardTotal.map((total) => (cardShare * total) / weightTotal);
    const cardNames = new Int32Array(pack.cards.length).fill(-1);
    records.names.forEach(({ card, kind, words }, name) => {
      const fill = Math.min(1, (nameHits[name] ?? 0) / words.length);
      const cover = (nameTotal[name] ?? 0) / weightTotal;
      const score = nameWeights[kind] * cover * (1 - fillShare + fillShare * fill);
      if (score <= (cardScores[card] ?? 0)) return;
      cardScores[card] = score;
      cardNames[card] = name;
    });
    const ranked: Ranked[] = [];
    cardScores.forEach((score, index) => {
      const name = cardNames[index] ?? -1;
      if (score > 0) ranked.push({ kind: 'card', index, score, name: name < 0 ? null : name });
    });
    factTotal.forEach((total, index) => {
      if (total === 0) return;
      const score = (factShare * total) / weightTotal + (leadOfFact[index] ?? 0);
      ranked.push({ kind: 'fact', index, score, name: null });
    });
    return ranked;
  };
}
