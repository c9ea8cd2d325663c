import type { TextPosition } from '@/core/pack';
import { type Candidate, findCandidates } from './candidates';
import { createCueLocator, type LocatedCue } from './block-cues';
import type { CueFinder, CueHit, Word } from './cues';
import { type CueSource, splitWords, toCueSource } from './cues';
import { findDefinitions } from './definitions';
import type { DetectionRule } from './detection';
import type { Tables } from './tables';
import { getPrimaryLanguage, guessLanguage } from './language';
import type { Matcher } from './matcher';
import { findSurroundings, hasInitial, isInCapitalsLine, isQuoted } from './surroundings';
import { type Zone, weights, zones } from './weights';

/** A stretch of running text of a page: a paragraph, a cell, a heading. */
export type TextBlock = {
  readonly text: string;
  readonly kind: 'text' | 'heading';
  /** BCP 47 tag the page states for it; null when it states none. */
  readonly language: string | null;
};

/** One reason for or against a candidate. Positive weight speaks for it. */
export type Sign = {
  readonly reason:
    | 'cue'
    | 'counter-cue'
    | 'certainty'
    | 'quotes'
    | 'language'
    | 'capitals'
    | 'initial'
    | 'definition'
    | 'sure-mention'
    | 'same-sense'
    | 'other-sense'
    | 'requirement';
  readonly zone: Zone | null;
  /** The acronym that a cue was met as, folded. */
  readonly acronym?: string | null;
  /** Cue group, words met, or other particulars for `explain`. */
  readonly detail: string;
  readonly weight: number;
};

/** A candidate read by one of its rules, with all that its own block says about it. */
export type Reading = { readonly rule: DetectionRule; readonly signs: readonly Sign[] };
export type AnalysedCandidate = Candidate & { readonly readings: readonly Reading[] };

/** An acronym explained in a block; `card` is null for the name of something else. */
export type ResolvedDefinition = {
  readonly pack: number;
  readonly acronym: string;
  readonly card: number | null;
};

/** A block with candidates, as the page's evidence needs it. Holds no text of the block. */
export type AnalysedBlock = {
  readonly candidates: readonly AnalysedCandidate[];
  /** By pack: the cue groups met in the block. */
  readonly cueSources: readonly ReadonlySet<CueSource>[];
  readonly definitions: readonly ResolvedDefinition[];
};

export type Engine = {
  readonly matcher: Matcher;
  readonly packs: readonly Tables[];
  /** By pack. */
  readonly cueFinders: readonly CueFinder[];
};

/** An alias that fails its quotation marks or its language is out, whatever speaks for it. */
const impossible = Number.NEGATIVE_INFINITY;

/** Find the candidates of a block and read what the block says about each; null without any. */
export function analyseBlock(
  block: TextBlock,
  engine: Engine,
  pageLanguage: string | null,
): AnalysedBlock | null {
  const { text } = block;
  const candidates = findCandidates(text, engine);
  if (candidates.length === 0) return null;
  const words = splitWords(text);
  const languages = [block.language ?? pageLanguage, guessLanguage(words)].flatMap((tag) =>
    tag === null ? [] : [getPrimaryLanguage(tag)],
  );
  const packs = new Set(candidates.map(({ pack }) => pack));
  const hits = engine.cueFinders.map((finder, pack) =>
    packs.has(pack) ? finder.findCues(words) : [],
  );
  const context = { text, words, languages, packs: engine.packs };
  const heard = hearCues(candidates, hits, context);
  return {
    candidates: candidates.map((candidate) => analyseCandidate(candidate, heard, context)),
    cueSources: hits.map((found) => new Set(found.map(toCueSource))),
    definitions: resolveDefinitions(candidates, context),
  };
}

type BlockContext = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly languages: readonly string[];
  readonly packs: readonly Tables[];
};

type HeardCues = ReadonlyMap<Candidate, readonly LocatedCue[]>;

/** Find which of `hits`, by pack, each candidate hears. */
function hearCues(
  candidates: readonly Candidate[],
  hits: readonly (readonly CueHit[])[],
  { text, words, packs }: BlockContext,
): HeardCues {
  const heard = new Map<Candidate, readonly LocatedCue[]>();
  for (const [pack, { rules }] of packs.entries()) {
    const listeners = candidates.flatMap((candidate) => {
      if (candidate.pack !== pack) return [];
      const { expression, form } = candidate;
      const surroundings = findSurroundings(text, words, expression);
      const cards = new Set(candidate.rules.flatMap((index) => rules.get(index)?.card ?? []));
      return [{ candidate, expression, form, cards, surroundings }];
    });
    if (listeners.length === 0) continue;
    const locate = createCueLocator(text, hits[pack] ?? [], listeners);
    for (const listener of listeners) heard.set(listener.candidate, locate(listener));
  }
  return heard;
}

function analyseCandidate(
  candidate: Candidate,
  heard: HeardCues,
  context: BlockContext,
): AnalysedCandidate {
  const tables = context.packs[candidate.pack];
  const located = heard.get(candidate) ?? [];
  const readings = candidate.rules.flatMap((index): Reading[] => {
    const rule = tables?.rules.get(index);
    if (!tables || !rule) return [];
    const signs = [
      ...readForm(candidate, rule, context),
      ...readCues(located, { rule, tables }),
      ...readPhrase(located, rule),
    ];
    return [{ rule, signs }];
  });
  return { ...candidate, readings };
}

/** Read what the mention itself shows: certainty, quotation marks, language, capitals. */
function readForm(candidate: Candidate, rule: DetectionRule, context: BlockContext): Sign[] {
  const { text, words, languages } = context;
  const signs: Sign[] = [
    { reason: 'certainty', zone: null, detail: rule.certainty, weight: weights[rule.certainty] },
  ];
  if (rule.needsQuotes && !isQuoted(text, candidate)) {
    signs.push({
      reason: 'quotes',
      zone: null,
      detail: 'not in quotation marks',
      weight: impossible,
    });
  }
  if (rule.onlyInLanguage && !languages.includes(getPrimaryLanguage(rule.language))) {
    signs.push({
      reason: 'language',
      zone: null,
      detail: `not in ${rule.language}`,
      weight: impossible,
    });
  }
  if (rule.certainty === 'context' && hasInitial(text, candidate)) {
    const weight = -weights.counterCue.phrase;
    signs.push({ reason: 'initial', zone: 'phrase', detail: 'the initial of another', weight });
  }
  if (rule.isAcronym && isInCapitalsLine(words, candidate.expression)) {
    const weight = -weights.capitalsLine;
    signs.push({ reason: 'capitals', zone: null, detail: 'all around is in capitals', weight });
  }
  return signs;
}

function readCues(
  located: readonly LocatedCue[],
  { rule, tables }: { rule: DetectionRule; tables: Tables },
): Sign[] {
  const signs = new Map<string, Sign>();
  const supporting = located.filter(({ group }) => rule.cues.includes(group));
  const nearest = Math.min(...supporting.map(({ zone }) => zones.indexOf(zone)));
  // One sign per group and zone: saying it twice proves nothing more. Words outlast acronyms.
  const ordered = [...located].sort(
    (left, right) => Number(left.acronym === null) - Number(right.acronym === null),
  );
  for (const { group, acronym, zone, words } of ordered) {
    const name = tables.cues[group]?.name ?? '';
    const isFor = rule.cues.includes(group);
    const isAgainst = rule.counterCues.includes(group);
    // Of two countries that could be meant, the nearer one is.
    const isRival = zone === 'phrase' || (zone === 'sentence' && nearest > zones.indexOf(zone));
    const isAgainstInPhrase = isRival && rule.phraseCounterCues.includes(group);
    const detail = `${name}: ${words}`;
    if (isFor) {
      const weight = weights.cue[zone];
      signs.set(`+${zone}${group}`, { reason: 'cue', zone, acronym, detail, weight });
    }
    if (isAgainst || isAgainstInPhrase) {
      const weight = -weights.counterCue[zone];
      signs.set(`-${zone}${group}`, { reason: 'counter-cue', zone, acronym, detail, weight });
    }
  }
  return [...signs.values()];
}

/** Rule out a mention whose phrase lacks what its rule wants there. */
function readPhrase(located: readonly LocatedCue[], { phraseRequires }: DetectionRule): Sign[] {
  const isMet =
    phraseRequires.length === 0 ||
    located.some(({ group, zone }) => zone === 'phrase' && phraseRequires.includes(group));
  const detail = 'its phrase lacks a word it needs';
  return isMet ? [] : [{ reason: 'requirement', zone: 'phrase', detail, weight: impossible }];
}

function resolveDefinitions(
  candidates: readonly Candidate[],
  { text, words, packs }: BlockContext,
): ResolvedDefinition[] {
  return findDefinitions(text, words).flatMap((definition) => {
    const { acronym, nameEdge, isNameBefore, isSpelledOut, position } = definition;
    const touches = (candidate: TextPosition) =>
      isNameBefore
        ? candidate.end <= nameEdge + 1 &&
          candidate.end >= nameEdge - 1 &&
          candidate.end < position.start
        : candidate.start >= nameEdge - 1 && candidate.start <= nameEdge + 1;
    const own = candidates.filter(({ start }) => start === position.start);
    if (own.length === 0) return [];
    const explained = candidates.filter(touches);
    return packs.flatMap((tables, pack): ResolvedDefinition[] => {
      const listCards = (listed: readonly Candidate[]) =>
        listed
          .filter((candidate) => candidate.pack === pack)
          .flatMap(({ rules }) => rules.flatMap((rule) => tables.rules.get(rule)?.card ?? []));
      const possible = new Set(listCards(own));
      // "Ilya Nuzov (FIDH)": what stands before a bracket need not be what it is short for.
      const cards = [...new Set(listCards(explained))].filter((card) => possible.has(card));
      if (cards.length > 0) return cards.map((card) => ({ pack, acronym, card }));
      return isSpelledOut ? [{ pack, acronym, card: null }] : [];
    });
  });
}
