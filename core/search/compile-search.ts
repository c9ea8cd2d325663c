import type { AliasSet } from '@/core/alias';
import { type Card, type Fact, getQuote, type Pack } from '@/core/pack';
import type { FactRecord, NameKind, NameRecord, SearchRecords } from './search-records';
import { toSoundKey } from './sound-key';
import { listTellingWords } from './telling-words';

export type SearchInput = {
  readonly pack: Pack;
  readonly aliases: AliasSet;
  /** Groups of words readers use for the same thing: prison, jail. */
  readonly synonyms: readonly (readonly string[])[];
};

/** A word's index once all words are known; until then words stand for themselves. */
type Draft<Record> = {
  [Key in keyof Record]: Record[Key] extends readonly number[] ? string[] : Record[Key];
};

/** Give names that differ in endings only one key: search finds the others through this one. */
function toNameKey(words: readonly string[]): string {
  return words.map((word) => (word.length > 5 ? toSoundKey(word).slice(0, 5) : word)).join(' ');
}

function listAliasTexts(aliases: AliasSet): { cardId: string; text: string }[] {
  const ofGroups = aliases.groups.flatMap(({ cardId, forms }) =>
    forms.map((text) => ({ cardId, text })),
  );
  const ofSeries = aliases.series.flatMap(({ heads, cards }) =>
    Object.entries(cards).flatMap(([number, cardId]) =>
      heads.map((head) => ({ cardId, text: `${head} ${number}` })),
    ),
  );
  return [...ofGroups, ...ofSeries];
}

function draftNames({ pack, aliases }: SearchInput): Draft<NameRecord>[] {
  const cardIndex = new Map(pack.cards.map(({ id }, index) => [id, index]));
  const drafts: Draft<NameRecord>[] = [];
  const seen = new Set<string>();
  const add = (card: number | undefined, kind: NameKind, text: string): void => {
    const words = listTellingWords(text);
    const key = `${card} ${toNameKey(words)}`;
    if (card === undefined || words.length === 0 || seen.has(key)) return;
    seen.add(key);
    drafts.push({ card, kind, text, words });
  };
  pack.cards.forEach(({ title, abbreviation }, card) => {
    add(card, 'title', title);
    if (abbreviation !== undefined) add(card, 'abbreviation', abbreviation);
  });
  for (const { cardId, text } of listAliasTexts(aliases)) add(cardIndex.get(cardId), 'alias', text);
  return drafts;
}

function createFindRelated(synonyms: SearchInput['synonyms']) {
  const groups = synonyms.map((group) => new Set(group.flatMap(listTellingWords)));
  return (words: readonly string[]): string[] => {
    const related = new Set<string>();
    for (const group of groups) {
      if (words.some((word) => group.has(word))) for (const word of group) related.add(word);
    }
    for (const word of words) related.delete(word);
    return [...related];
  };
}

function draftFact(fact: Fact, pack: Pack): { statement: string[]; quote: string[] } {
  const statement = listTellingWords(fact.statement);
  const { text } = pack.source;
  const passages = fact.context.map(({ start, end }) => text.slice(start, end));
  const rest = [getQuote(fact, pack.source), ...passages, fact.attribution.label].join('\n');
  const own = new Set(statement);
  return { statement, quote: listTellingWords(rest).filter((word) => !own.has(word)) };
}

function listCardWords(card: Card): string[] {
  return listTellingWords(`${card.summary}\n${card.type.replaceAll('-', ' ')}`);
}

/** Compile what search needs of a pack: its words, the names of its cards, the words of its facts. */
export function compileSearch(input: SearchInput): SearchRecords {
  const { pack } = input;
  const findRelated = createFindRelated(input.synonyms);
  const names = draftNames(input);
  const cards = pack.cards.map((card) => {
    const words = listCardWords(card);
    return [...words, ...findRelated([...words, ...listTellingWords(card.title)])];
  });
  const facts = pack.facts.map((fact) => {
    const { statement, quote } = draftFact(fact, pack);
    return { statement, quote, related: findRelated(statement) };
  });
  const all = [
    ...names.flatMap(({ words }) => words),
    ...cards.flat(),
    ...facts.flatMap(({ statement, quote, related }) => [statement, quote, related].flat()),
  ];
  const words = [...new Set(all)].sort();
  const indexOf = new Map(words.map((word, index) => [word, index]));
  const toIndexes = (list: readonly string[]): number[] =>
    list.flatMap((word) => indexOf.get(word) ?? []);
  return {
    schemaVersion: 1,
    words,
    names: names.map(({ card, kind, text, words }) => ({
      card,
      kind,
      text,
      words: toIndexes(words),
    })),
    cards: cards.map(toIndexes),
    facts: facts.map((fact): FactRecord => ({
      statement: toIndexes(fact.statement),
      quote: toIndexes(fact.quote),
      related: toIndexes(fact.related),
    })),
  };
}
