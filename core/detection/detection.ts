import type { EncodedGraph } from './graph';

/** Detection compiled from an alias set: plain, compact JSON. docs/architecture.md gives the flow. */
export type Detection = {
  readonly version: 1;
  readonly packId: string;
  readonly cardIds: readonly string[];
  /** Every folded word of an alias, sorted: a list of word lists, one for each chunk. */
  readonly words: string;
  /** The first word of each chunk. */
  readonly heads: string;
  /** The cases of words that must match letter for letter, as `getCaseShape` writes them. */
  readonly shapes: readonly string[];
  /** The phrases as a graph of words. */
  readonly graph: EncodedGraph;
  /** What the ends of phrases stand for: a list of output sets as number text. */
  readonly outputs: string;
  /** A list of rules as number text: card, language, manner of each. */
  readonly rules: string;
  readonly languages: readonly string[];
  readonly manners: readonly RuleManner[];
  readonly series: readonly DetectionSeries[];
  readonly cues: readonly DetectionCues[];
  readonly cueIndex: EncodedCueIndex;
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

/** A cue group: its name, and its acronyms, folded; the index has them by how they start alone. */
export type DetectionCues = { readonly name: string; readonly acronyms: readonly string[] };

/** All cues of all groups by how they start; lists, one item of each belongs together. */
export type EncodedCueIndex = {
  /** The first letters of a folded stem or acronym, at most three. */
  readonly keys: string;
  /** What starts so, as `encodeCueIndex` writes it. */
  readonly cues: string;
};
