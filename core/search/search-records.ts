/** How a card comes by a name; its type (person, body) is a name it shares with others. */
export type NameKind = 'title' | 'abbreviation' | 'alias' | 'type';

/** A name of a card; words are indexes into `SearchRecords.words`. */
export type NameRecord = {
  /** Index into the pack's cards. */
  readonly card: number;
  readonly kind: NameKind;
  readonly text: string;
  readonly words: readonly number[];
};

/** What a card is about besides its names, as indexes into `SearchRecords.words`. */
export type CardRecord = {
  readonly summary: readonly number[];
  /** Words that mean the same as words of its title or type. */
  readonly related: readonly number[];
};

/** The words of a fact, as indexes into `SearchRecords.words`. */
export type FactRecord = {
  readonly statement: readonly number[];
  /** Words of quote, context and attribution that the statement does not have. */
  readonly quote: readonly number[];
  /** Words that mean the same as words of the statement. */
  readonly related: readonly number[];
};

/** What search knows of a pack besides the pack itself; facts and cards in the order of the pack. */
export type SearchRecords = {
  readonly schemaVersion: 1;
  /** Every word of the pack once, romanised and sorted by code unit. */
  readonly words: readonly string[];
  /** The sound key of each word. */
  readonly soundKeys: readonly string[];
  /** A word followed by those it stands for: forms and spellings of words in names. */
  readonly variants: readonly (readonly number[])[];
  readonly names: readonly NameRecord[];
  readonly cards: readonly CardRecord[];
  readonly facts: readonly FactRecord[];
};
