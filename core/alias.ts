/**
 * Aliases as the compiler hands them on: every form spelled out, cues by group name.
 * data/packs/<id>/aliases/<lang>.yaml is the compact notation they are expanded from.
 */

/**
 * How the case of a mention must agree with its alias.
 * `exact`: letter for letter (acronyms: МОТ is not мот).
 * `name`: what the alias capitalises must be capitalised; a mention all in capitals is accepted.
 * `any`: case does not matter.
 */
export type CaseRule = 'exact' | 'name' | 'any';

/** What a reader of the page must see before the alias is believed. */
export type AliasRule = {
  readonly cardId: string;
  /** BCP 47 tag: `en`, `be`, `be-tarask`, `be-Latn`, … */
  readonly language: string;
  readonly caseRule: CaseRule;
  /**
   * `unique` is believed unless counter-evidence wins; `likely` (a full name others bear too) needs
   * one weak sign anywhere on the page; `context` needs cues; `search` is never marked.
   */
  readonly certainty: 'unique' | 'likely' | 'context' | 'search';
  /** Names of cue groups that speak for the card. */
  readonly cues: readonly string[];
  /** Names of cue groups that speak against it. */
  readonly counterCues: readonly string[];
  /** Cue groups that speak against it only within its own phrase ("Article 33 of the *law*"). */
  readonly phraseCounterCues?: readonly string[];
  /** Cue groups of which one must be met in its own phrase ("*declared* extremist"). */
  readonly phraseRequires?: readonly string[];
  /** Cue groups of which one must be met somewhere on the page, or nothing else helps. */
  readonly requires?: readonly string[];
  /** The mention must stand in quotation marks («Весна»). */
  readonly needsQuotes: boolean;
  /** Count only in blocks or on pages written in `language`. */
  readonly onlyInLanguage: boolean;
};

/** Forms that share one rule, in every inflection. */
export type AliasGroup = AliasRule & { readonly forms: readonly string[] };

/**
 * A numbered instrument and its coordinated forms: each head followed by a list of numbers
 * ("Conventions Nos. 87 and 98", "конвенции №№ 87 и 98") gives each number its own mention.
 */
export type NumberedSeries = Omit<AliasRule, 'cardId'> & {
  readonly heads: readonly string[];
  /** Number as written in the text, to card. */
  readonly cards: Readonly<Record<string, string>>;
};

/** Phrases that count as evidence, shared by name between aliases. */
export type CueGroup = {
  readonly name: string;
  /**
   * Word-start stems, compared folded ("union" finds "unions"); a cue of up to five capitals is
   * compared letter for letter as a whole word ("ILO").
   */
  readonly phrases: readonly string[];
};

/** All that detection is compiled from. */
export type AliasSet = {
  readonly groups: readonly AliasGroup[];
  readonly series: readonly NumberedSeries[];
  readonly cueGroups: readonly CueGroup[];
};
