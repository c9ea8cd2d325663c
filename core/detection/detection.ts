/** Detection compiled from an alias set: plain, compact JSON. docs/architecture.md gives the flow. */
export type Detection = {
  readonly version: 1;
  readonly packId: string;
  readonly cardIds: readonly string[];
  /** Every folded word of an alias, in order, each without the letters it shares with the last. */
  readonly words: string;
  /** The cases of words that must match letter for letter, as `getCaseShape` writes them. */
  readonly shapes: readonly string[];
  /** The phrases as a graph of words; `encodeGraph` tells the layout. */
  readonly graph: readonly number[];
  /** What the ends of phrases stand for: indices into `rules`, `rules.length + i` for series i. */
  readonly outputs: readonly (readonly number[])[];
  readonly rules: readonly DetectionRule[];
  readonly series: readonly DetectionSeries[];
  readonly cues: readonly DetectionCues[];
};

/** An alias's rule; cards and cue groups by index. */
export type DetectionRule = {
  readonly card: number;
  readonly language: string;
  readonly certainty: 'unique' | 'likely' | 'context';
  /** Spelled letter for letter in capitals: a headline in capitals proves nothing for it. */
  readonly isAcronym: boolean;
  readonly cues: readonly number[];
  readonly counterCues: readonly number[];
  readonly phraseCounterCues: readonly number[];
  readonly requires: readonly number[];
  readonly needsQuotes: boolean;
  readonly onlyInLanguage: boolean;
};

/** A numbered series: number without leading zeros to the rule of its card. */
export type DetectionSeries = { readonly rules: Readonly<Record<string, number>> };

/** A cue group: folded stems, and acronyms that are compared letter for letter, each joined by `|`. */
export type DetectionCues = {
  readonly name: string;
  readonly stems: string;
  readonly acronyms: string;
};
