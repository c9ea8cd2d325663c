import type { Card, Fact, Pack, TextPosition } from '@/core/pack';
import { formatPartialDate } from '@/core/partial-date';

/** A fact in a list, with the characters of its statement that matched. */
export type FoundFact = { readonly fact: Fact; readonly matches: readonly TextPosition[] };

/** A card in a list: found by a search or because the page mentions it. */
export type FoundCard = {
  readonly pack: Pack;
  readonly card: Card;
  /** Mentions on the page at hand; 0 when there are none. */
  readonly mentionCount: number;
  /** The characters of the card's title that matched. */
  readonly matches: readonly TextPosition[];
  /** The other name it was found by; null when the title shows why. */
  readonly alias: string | null;
  /** The facts that were found themselves, best first. */
  readonly facts: readonly FoundFact[];
};

/** What a search found, best first. */
export type Findings = {
  readonly cards: readonly FoundCard[];
  /** The best of all is the first fact of the first card, not that card itself. */
  readonly isBestAFact: boolean;
  /** Nothing matched well: to be offered as a question. */
  readonly areGuesses: boolean;
};

/** Name a card across packs. */
type CardReference = { readonly packId: string; readonly cardId: string };

/** One thing a search found; `factId` null means the card itself. */
type FoundItem = CardReference & {
  readonly factId: string | null;
  readonly matches: readonly TextPosition[];
  readonly alias: string | null;
};

/** List the cards that a page mentions, in the order in which it first does. */
export function listMentionedCards(
  mentions: readonly CardReference[],
  packs: readonly Pack[],
): FoundCard[] {
  const counts = countMentions(mentions);
  return [...counts].flatMap(([key, mentionCount]) => {
    const found = findCard(key, packs);
    if (found === null) return [];
    const { pack, card } = found;
    return { pack, card, mentionCount, matches: [], alias: null, facts: [] };
  });
}

/** Gather what a search found under its cards, each card where its best item stood. */
function groupByCard(
  items: readonly FoundItem[],
  packs: readonly Pack[],
  mentions: readonly CardReference[],
): FoundCard[] {
  const counts = countMentions(mentions);
  const groups = new Map<string, FoundItem[]>();
  for (const item of items) groups.set(toKey(item), [...(groups.get(toKey(item)) ?? []), item]);
  return [...groups].flatMap(([key, group]) => {
    const found = findCard(key, packs);
    if (found === null) return [];
    const facts = group.flatMap(({ factId, matches }) => {
      const fact = found.pack.facts.find(({ id }) => id === factId);
      return fact === undefined ? [] : { fact, matches };
    });
    const own = group.find(({ factId }) => factId === null);
    return {
      pack: found.pack,
      card: found.card,
      mentionCount: counts.get(key) ?? 0,
      matches: own?.matches ?? [],
      alias: own?.alias ?? null,
      facts,
    };
  });
}

/** Sort what a search found, best first, for showing; scores below `confidentScore` are guesses. */
export function toFindings(
  results: readonly (FoundItem & { readonly score: number })[],
  { packs, mentions, confidentScore }: ShowingContext,
): Findings {
  const [best] = results;
  const areGuesses = best === undefined || best.score < confidentScore;
  return {
    cards: groupByCard(results, packs, mentions),
    isBestAFact: best !== undefined && best.factId !== null,
    areGuesses,
  };
}

type ShowingContext = {
  readonly packs: readonly Pack[];
  readonly mentions: readonly CardReference[];
  readonly confidentScore: number;
};

/**
 * Choose queries that teach what can be asked of a pack: a person, a legal instrument, an
 * abbreviation and a date, as far as it has them.
 */
export function chooseExamples(pack: Pack, language: string): string[] {
  const person = pack.cards.find(({ type }) => type === 'person')?.title;
  const instrument = pack.cards.find(({ type }) => type === 'legal-instrument')?.abbreviation;
  const abbreviation = pack.cards.find(({ type, abbreviation: short }) => short && type === 'body');
  const date = pack.facts.find(
    ({ event }) => event !== undefined && event.date.length === 7,
  )?.event;
  return [
    person?.split(' ').at(-1),
    instrument ?? pack.cards.find(({ type }) => type === 'legal-instrument')?.title,
    abbreviation?.abbreviation,
    date === undefined ? undefined : formatPartialDate(date.date, language),
  ].filter((example) => example !== undefined);
}

function countMentions(mentions: readonly CardReference[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mention of mentions) {
    counts.set(toKey(mention), (counts.get(toKey(mention)) ?? 0) + 1);
  }
  return counts;
}

function toKey({ packId, cardId }: CardReference): string {
  return `${packId}/${cardId}`;
}

function findCard(key: string, packs: readonly Pack[]): { pack: Pack; card: Card } | null {
  for (const pack of packs) {
    const card = pack.cards.find(({ id }) => `${pack.id}/${id}` === key);
    if (card !== undefined) return { pack, card };
  }
  return null;
}
