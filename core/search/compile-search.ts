import type { AliasSet } from '@/core/alias';
import { type Card, type Fact, getQuote, type Pack } from '@/core/pack';
import type { FactRecord, NameKind, NameRecord, SearchRecords } from './search-records';
import { isSameStem } from './same-stem';
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

/** Tell whether search finds `b` wherever it finds `a`: same words but for endings and spelling. */
function isSameName(a: readonly string[], b: readonly string[]): boolean {
  return a.every((word, at) => {
    const other = b[at] ?? '';
    return word === other || isSameStem(word, other) || toSoundKey(word) === toSoundKey(other);
  });
}

/** Create a function that tells whether a card has a name already, of which forms are kept once. */
function createIsNewName() {
  const known = new Map<string, (readonly string[])[]>();
  return (card: number, words: readonly string[]): boolean => {
    const bucket = `${card} ${words.map((word) => toSoundKey(word).slice(0, 3)).join(' ')}`;
    const names = known.get(bucket) ?? [];
    if (names.some((name) => isSameName(words, name))) return false;
    known.set(bucket, [...names, words]);
    return true;
  };
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
  const isNewName = createIsNewName();
  const add = (card: number | undefined, kind: NameKind, text: string): void => {
    const words = listTellingWords(text);
    if (card === undefined || words.length === 0 || !isNewName(card, words)) return;
    drafts.push({ card, kind, text, words });
  };
  pack.cards.forEach(({ title, abbreviation, type }, card) => {
    add(card, 'title', title);
    if (abbreviation !== undefined) add(card, 'abbreviation', abbreviation);
    add(card, 'type', type.replaceAll('-', ' '));
  });
  for (const { cardId, text } of listAliasTexts(aliases)) add(cardIndex.get(cardId), 'alias', text);
  return drafts;
}

/** Create a function that finds the words which mean the same as some of its words. */
function createFindRelated(synonyms: SearchInput['synonyms']) {
  const groups = synonyms.map((group) => group.map(listTellingWords));
  return (words: readonly string[]): string[] => {
    const own = new Set(words);
    const related = new Set<string>();
    for (const group of groups) {
      if (!group.some((phrase) => phrase.every((word) => own.has(word)))) continue;
      for (const word of group.flat()) if (!own.has(word)) related.add(word);
    }
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
  return listTellingWords(card.summary);
}

/** Compile what search needs of a pack: its words, the names of its cards, the words of its facts. */
export function compileSearch(input: SearchInput): SearchRecords {
  const { pack } = input;
  const findRelated = createFindRelated(input.synonyms);
  const names = draftNames(input);
  const cards = pack.cards.map((card) => {
    const words = listCardWords(card);
    const named = listTellingWords(`${card.title}\n${card.type.replaceAll('-', ' ')}`);
    return [...words, ...findRelated([...words, ...named])];
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
