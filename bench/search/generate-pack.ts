import type { AliasSet } from '@/core/alias';
import type { Card, Fact, Pack } from '@/core/pack';

/** A pack of made-up people and bodies, to measure search at sizes the bundled pack does not have. */
export type GeneratedPack = { readonly pack: Pack; readonly aliases: AliasSet };

type Random = (below: number) => number;

/** Create a reproducible source of random numbers (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const syllables =
  'ba be bor da dze dra fe ga gor ha i ja ka kol kra la le lin lu ma mar mi na nov o pa per pi ra ris ro sa shu ska sla ta tur u va vich vo ya yu za zhe'.split(
    ' ',
  );

function createPick(random: Random) {
  return <T>(list: readonly T[]): T => {
    const picked = list[random(list.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  };
}

function makeWord(random: Random): string {
  const pick = createPick(random);
  const word = Array.from({ length: 2 + random(3) }, () => pick(syllables)).join('');
  return word[0]?.toUpperCase() + word.slice(1);
}

/**
 * Make a pack of `factCount` facts in the proportions and words of `model`: as many cards per fact,
 * statements of the same lengths, each about one or two cards.
 */
export function generatePack(model: Pack, factCount: number): GeneratedPack {
  const random = createRandom(factCount);
  const pick = createPick(random);
  const cardCount = Math.round((factCount * model.cards.length) / model.facts.length);
  const words = model.facts.flatMap(({ statement }) => statement.split(/\s+/));
  // A language has more words the more of it there is: about the square root of the text's length.
  const ownWords = Array.from({ length: Math.round(Math.sqrt(factCount) * 60) }, () =>
    makeWord(random).toLowerCase(),
  );
  const vocabulary = [...words, ...ownWords];
  const cards = Array.from({ length: cardCount }, (_, index): Card => {
    const title = Array.from({ length: 2 + random(3) }, () =>
      random(3) === 0 ? pick(words) : makeWord(random),
    ).join(' ');
    const { type, summary } = pick(model.cards);
    return { id: `card-${index}`, title, type, summary, summaryFactIds: [], factIds: [] };
  });
  const factIdsOfCard = new Map<string, string[]>(cards.map(({ id }) => [id, []]));
  let text = '';
  const facts = Array.from({ length: factCount }, (_, index): Fact => {
    const subject = pick(cards);
    const other = pick(cards);
    const length = 8 + random(16);
    const rest = Array.from({ length }, () => pick(vocabulary)).join(' ');
    const statement = `${subject.title} ${rest} ${other.title}.`;
    const start = text.length;
    text += `${statement}\n`;
    const id = `fact-${index}`;
    const cardIds = [...new Set([subject.id, other.id])];
    for (const cardId of cardIds) factIdsOfCard.get(cardId)?.push(id);
    const quote = { start, end: start + statement.length };
    return { ...pick(model.facts), id, statement, quote, context: [], cardIds };
  });
  const withFacts = cards.map((card): Card =>
    Object.assign({}, card, { factIds: factIdsOfCard.get(card.id) ?? [] }),
  );
  return {
    pack: { ...model, id: 'generated', cards: withFacts, facts, source: { ...model.source, text } },
    aliases: { groups: [], series: [], cueGroups: [] },
  };
}
