/**
 * The shared model: a pack is one source document and all that is drawn from it.
 * All offsets are UTF-16 code units.
 */

/** An ISO 8601 calendar date of day, month or year precision: `2025-06-06`, `2025-03` or `2004`. */
export type PartialDate = string;

/** A half-open span `[start, end)` of a text, in UTF-16 code units. */
export type TextPosition = { readonly start: number; readonly end: number };

export const cardTypes = [
  'organisation',
  'body',
  'person',
  'group',
  'place',
  'event',
  'event-series',
  'legal-instrument',
  'procedure',
  'publication',
  'right',
  'concept',
  'demand',
] as const;
export type CardType = (typeof cardTypes)[number];

/** One entity or concept a reader may want explained. */
export type Card = {
  readonly id: string;
  readonly title: string;
  /** Short name shown beside the title; absent when the entity has none in the source. */
  readonly abbreviation?: string;
  readonly type: CardType;
  /** One neutral, self-contained sentence. */
  readonly summary: string;
  /** The facts the summary rests on. */
  readonly summaryFactIds: readonly string[];
  /** Every fact about the card, most useful first. */
  readonly factIds: readonly string[];
};

export const factKinds = ['definition', 'event', 'claim', 'demand', 'quotation', 'figure'] as const;
export type FactKind = (typeof factKinds)[number];

export const attributionTypes = [
  'source',
  'joint-appeal',
  'quoted-person',
  'cited-source',
] as const;
export type Attribution = {
  readonly type: (typeof attributionTypes)[number];
  /** Who asserts the fact, as the reader sees it: "Salidarnast, as cited by FIDH and Viasna". */
  readonly label: string;
  /** Cards of those who assert it. */
  readonly cardIds: readonly string[];
};

/** How a fact ages: `status` and `role` go stale, `position` may change, the others do not. */
export const stalenessKinds = ['historical', 'naming', 'position', 'role', 'status'] as const;
export type Staleness = (typeof stalenessKinds)[number];

/** One self-contained statement, proven by a verbatim quote. */
export type Fact = {
  readonly id: string;
  readonly kind: FactKind;
  readonly statement: string;
  /** Where the proving quote stands in `source.text`. */
  readonly quote: TextPosition;
  /** Further passages of the source that say what the quote leaves out, such as its speaker. */
  readonly context: readonly TextPosition[];
  readonly attribution: Attribution;
  /** The date up to which the source vouches for the statement. */
  readonly asOf: PartialDate;
  /** When what the fact tells of happens; absent when the source gives no date. */
  readonly event?: { readonly date: PartialDate; readonly role: 'event' | 'scheduled' | 'since' };
  readonly staleness: Staleness;
  readonly cardIds: readonly string[];
  /** What a careful reader must know about the limits of the fact. */
  readonly note?: string;
};

/** An author as CSL writes names: a person has `family`, an organisation has `literal`. */
export type CslName = {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
};

/** Source metadata in CSL-JSON 1.0.2, restricted to the fields a pack may use. */
export type CslItem = {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly genre?: string;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly number?: string;
  readonly language?: string;
  readonly URL?: string;
};

/** The document the facts come from. */
export type Source = {
  readonly id: string;
  readonly title: string;
  /** How attributions name the issuers: "FIDH and Viasna". */
  readonly issuers: string;
  readonly url: string;
  readonly issued: PartialDate;
  /** Cities of the dateline, in order; empty when it has none. */
  readonly dateline: readonly string[];
  readonly language: string;
  /** The whole document, byte for byte as published. */
  readonly text: string;
  /** Who holds the rights in the text and on what ground it is quoted. */
  readonly rights: string;
  readonly csl: CslItem;
};

/** What every surface needs to show cards: compiled from data/packs or imported by the reader. */
export type Pack = {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** BCP 47 tag of statements and summaries. */
  readonly language: string;
  readonly source: Source;
  readonly cards: readonly Card[];
  readonly facts: readonly Fact[];
};

/** Get the verbatim quote that proves `fact`. */
export function getQuote(fact: Fact, source: Source): string {
  return source.text.slice(fact.quote.start, fact.quote.end);
}
