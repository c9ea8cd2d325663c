import type { AliasSet } from '@/core/alias';
import { cardTypes, type Fact, getQuote, type Pack } from '@/core/pack';
import type { FactRecord, NameKind, NameRecord, SearchRecords } from './search-records';
import { measureEndings } from './same-stem';
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

type Variants = Map<string, Set<string>>;

type GetSoundKey = (word: string) => string;

/** Create a `toSoundKey` that remembers: the names of a large pack are made of few words. */
function createGetSoundKey(): GetSoundKey {
  const known = new Map<string, string>();
  return (word) => {
    const key = known.get(word) ?? toSoundKey(word);
    known.set(word, key);
    return key;
  };
}

function isSameWord(a: string, b: string, getSoundKey: GetSoundKey): boolean {
  // Short words are acronyms: МОП and МАП are not alike because they sound alike.
  if (a === b || Math.min(a.length, b.length) < 4) return a === b;
  return measureEndings(a, b) !== null || getSoundKey(a) === getSoundKey(b);
}

/**
 * Create a function that tells whether a card has a name already, but for endings and spelling.
 * Of such names one is kept; the words of the others become variants of its words.
 */
function createIsNewName(variants: Variants, getSoundKey: GetSoundKey) {
  const known = new Map<string, string[][]>();
  const addVariant = (word: string, kept: string): void => {
    if (word === kept) return;
    const all = variants.get(word) ?? new Set();
    variants.set(word, all.add(kept));
  };
  return (card: number, words: string[]): boolean => {
    const bucket = `${card} ${words.map((word) => getSoundKey(word).slice(0, 3)).join(' ')}`;
    const names = known.get(bucket) ?? [];
    const same = names.find((name) =>
      words.every((word, at) => isSameWord(word, name[at] ?? '', getSoundKey)),
    );
    if (same) words.forEach((word, at) => addVariant(word, same[at] ?? word));
    else names.push(words);
    known.set(bucket, names);
    return same === undefined;
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

function draftNames(
  { pack, aliases }: SearchInput,
  variants: Variants,
  getSoundKey: GetSoundKey,
): Draft<NameRecord>[] {
  const cardIndex = new Map(pack.cards.map(({ id }, index) => [id, index]));
  const drafts: Draft<NameRecord>[] = [];
  const isNewName = createIsNewName(variants, getSoundKey);
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

/**
 * Let the words of synonym groups that begin with a type of card stand for the type: "люди" finds
 * people. As names of every card of the type they would fill the records.
 */
function addTypeVariants(synonyms: SearchInput['synonyms'], variants: Variants): void {
  for (const group of synonyms) {
    const [type, ...others] = group.map((phrase) => listTellingWords(phrase));
    const [typeWord] = type ?? [];
    if (typeWord === undefined || !cardTypes.some((each) => each === typeWord)) continue;
    for (const [word, ...rest] of others) {
      if (word === undefined || word === typeWord || rest.length > 0) continue;
      variants.set(word, (variants.get(word) ?? new Set()).add(typeWord));
    }
  }
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

/** Draft the words of a fact; `others` are names its statement may mention without being about. */
function draftFact(fact: Fact, pack: Pack, others: ReadonlySet<string>) {
  const statement = listTellingWords(fact.statement).filter((word) => !others.has(word));
  const { text } = pack.source;
  const passages = fact.context.map(({ start, end }) => text.slice(start, end));
  const rest = [getQuote(fact, pack.source), ...passages, fact.attribution.label].join('\n');
  const own = new Set(statement);
  return { statement, quote: listTellingWords(rest).filter((word) => !own.has(word)) };
}

/** Compile what search needs of a pack: its words, the names of its cards, the words of its facts. */
export function compileSearch(input: SearchInput): SearchRecords {
  const { pack } = input;
  const findRelated = createFindRelated(input.synonyms);
  const variants: Variants = new Map();
  const getSoundKey = createGetSoundKey();
  const names = draftNames(input, variants, getSoundKey);
  addTypeVariants(input.synonyms, variants);
  const cards = pack.cards.map(({ title, type, summary }) => ({
    summary: listTellingWords(summary),
    related: findRelated(listTellingWords(`${title}\n${type.replaceAll('-', ' ')}`)),
  }));
  const nameWords = new Map(
    pack.cards.map(({ id, title, abbreviation }) => [
      id,
      listTellingWords(`${title}\n${abbreviation ?? ''}`),
    ]),
  );
  const issuers = listTellingWords(pack.source.issuers);
  const facts = pack.facts.map((fact) => {
    const own = new Set(fact.cardIds.flatMap((id) => nameWords.get(id) ?? []));
    // "FIDH and Viasna say that …" is not about FIDH, unless the fact is.
    const others = new Set(issuers.filter((word) => !own.has(word)));
    const { statement, quote } = draftFact(fact, pack, others);
    return { statement, quote, related: findRelated(statement) };
  });
  const all = [
    ...variants.keys(),
    ...names.flatMap(({ words }) => words),
    ...cards.flatMap(({ summary, related }) => [summary, related].flat()),
    ...facts.flatMap(({ statement, quote, related }) => [statement, quote, related].flat()),
  ];
  const words = [...new Set(all)].sort();
  const indexOf = new Map(words.map((word, index) => [word, index]));
  const toIndexes = (list: readonly string[]): number[] =>
    list.flatMap((word) => indexOf.get(word) ?? []);
  return {
    schemaVersion: 1,
    words,
    soundKeys: words.map(getSoundKey),
    variants: [...variants].map(([word, kept]) => toIndexes([word, ...kept])),
    names: names.map(({ card, kind, text, words }) => ({
      card,
      kind,
      text,
      words: toIndexes(words),
    })),
    cards: cards.map(({ summary, related }) => ({
      summary: toIndexes(summary),
      related: toIndexes(related),
    })),
    facts: facts.map((fact): FactRecord => ({
      statement: toIndexes(fact.statement),
      quote: toIndexes(fact.quote),
      related: toIndexes(fact.related),
    })),
  };
}
