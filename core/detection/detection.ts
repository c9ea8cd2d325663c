import type { EncodedGraph } from './graph';

/** Detection compiled from an alias set: plain, compact JSON. docs/architecture.md gives the flow. */
export type Detection = {
  readonly version: 1;
  readonly packId: string;
  readonly cardIds: readonly string[];
  /** Every folded word of an alias, sorted, as a word list. */
  readonly words: string;
  /** The cases of words that must match letter for letter, as `getCaseShape` writes them. */
  readonly shapes: readonly string[];
  /** The phrases as a graph of words. */
  readonly graph: EncodedGraph;
  /** What the ends of phrases stand for, by output set: how many, then each, as number text. */
  readonly outputs: string;
  /** Rules by their parts, as number text: card, language, manner of each. */
  readonly rules: string;
  readonly languages: readonly string[];
  readonly manners: readonly RuleManner[];
  readonly series: readonly DetectionSeries[];
  readonly cues: readonly DetectionCues[];
};

/** How a rule judges; cue groups by index. */
export type RuleManner = {
  readonly certainty: 'unique' | 'likely' | 'context';
  /** Spelled letter for letter in capitals: a headline in capitals proves nothing for it. */
  readonly isAcronym: boolean;
  readonly cues: readonly number[];
  readonly counterCues: readonly number[];
  readonly phraseCounterCues: readonly number[];
  readonly phraseRequires: readonly number[];
  readonly requires: readonly number[];
  readonly needsQuotes: boolean;
  readonly onlyInLanguage: boolean;
};

/** An alias's rule; the card by index. */
export type DetectionRule = RuleManner & { readonly card: number; readonly language: string };

/** A numbered series: number without leading zeros to the rule of its card. */
export type DetectionSeries = { readonly rules: Readonly<Record<string, number>> };

/** A cue group: folded stems, and acronyms that are compared letter for letter, as word lists. */
export type DetectionCues = {
  readonly name: string;
  readonly stems: string;
  readonly acronyms: string;
};
