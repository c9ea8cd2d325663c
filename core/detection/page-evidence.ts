import type { AnalysedBlock, AnalysedCandidate, Reading, Sign } from './analyse-block';
import { type CueSource, toCueSource } from './cues';
import type { Tables } from './tables';
import { sumFading, weights } from './weights';

/** In which blocks something was met, as far as it matters: in none, in one, in several. */
type Whereabouts<Key> = Map<Key, Set<number>>;

function note<Key>(whereabouts: Whereabouts<Key>, key: Key, block: number): boolean {
  const blocks = whereabouts.get(key);
  if (!blocks) whereabouts.set(key, new Set([block]));
  else if (blocks.has(block)) return false;
  else blocks.add(block);
  // A third block tells no block anything that the second did not.
  return (blocks?.size ?? 0) <= 2;
}

function isElsewhere<Key>(whereabouts: Whereabouts<Key>, key: Key, block: number): boolean {
  const blocks = whereabouts.get(key);
  return blocks !== undefined && blocks.size > (blocks.has(block) ? 1 : 0);
}

/** Tell how near to `block` something was met; null when nowhere. */
function locate(
  whereabouts: Whereabouts<number>,
  key: number,
  block: number,
): 'block' | 'nearby' | 'page' | null {
  const blocks = whereabouts.get(key);
  if (!blocks) return null;
  if (blocks.has(block)) return 'block';
  const isNear = [-2, -1, 1, 2].some((step) => blocks.has(block + step));
  return isNear ? 'nearby' : 'page';
}

function forget<Key>(whereabouts: Whereabouts<Key>, block: number): void {
  for (const [key, blocks] of whereabouts) {
    if (blocks.delete(block) && blocks.size === 0) whereabouts.delete(key);
  }
}

/** What one candidate of a block has heard from outside its block. */
export type Outside = {
  readonly block: number;
  /** Cue groups of its pack in the title, and in the heading it stands under. */
  readonly title: ReadonlySet<CueSource>;
  readonly heading: ReadonlySet<CueSource>;
  /** Cue groups of its pack in the blocks right before and after; grows as these arrive. */
  readonly nearby: ReadonlySet<CueSource>;
};

/** Collect what the blocks of a page say about each other's candidates, for one pack. */
export function createPageEvidence(tables: Tables, pack: number) {
  const cueBlocks: Whereabouts<CueSource> = new Map();
  const sureBlocks: Whereabouts<number> = new Map();
  /** Blocks where a phrase settles ambiguous words for, or against, a card. */
  const sameSenseBlocks: Whereabouts<number> = new Map();
  const otherSenseBlocks: Whereabouts<number> = new Map();
  const meanings = new Map<string, Set<number | null>>();

  /** Take in the cue groups of a block; tells whether other blocks may now be judged otherwise. */
  function addCues(sources: ReadonlySet<CueSource>, index: number): boolean {
    return [...sources].map((source) => note(cueBlocks, source, index)).includes(true);
  }

  /** Tell whether the page says that `acronym` is short for something no card is about. */
  function isForeign(acronym: string): boolean {
    const cards = meanings.get(acronym);
    return cards !== undefined && cards.size === 1 && cards.has(null);
  }

  /** Emptied when the page explains another acronym. */
  const sourcesByGroup = new Map<number, readonly CueSource[]>();

  /** List how a cue group may be met: by words, and by acronyms that mean here what they should. */
  function listSources(group: number): readonly CueSource[] {
    const known = sourcesByGroup.get(group);
    if (known) return known;
    const acronyms = tables.cues[group]?.acronyms.filter((acronym) => !isForeign(acronym)) ?? [];
    const sources = [group, ...acronyms.map((acronym) => toCueSource({ group, acronym }))];
    sourcesByGroup.set(group, sources);
    return sources;
  }

  /** Leave out of `signs` the cues that are acronyms of something else here. */
  function withoutForeign(signs: readonly Sign[]): Sign[] {
    return signs.filter(({ acronym }) => !acronym || !isForeign(acronym));
  }

  /** Take in a block; tells whether candidates of other blocks may now be judged otherwise. */
  function addBlock(block: AnalysedBlock, index: number): boolean {
    let isNews = addCues(block.cueSources[pack] ?? new Set(), index);
    for (const definition of block.definitions) {
      if (definition.pack !== pack) continue;
      const known = meanings.get(definition.acronym) ?? new Set();
      isNews ||= !known.has(definition.card);
      meanings.set(definition.acronym, known.add(definition.card));
      sourcesByGroup.clear();
    }
    for (const candidate of block.candidates) {
      if (candidate.pack !== pack) continue;
      for (const { rule, signs } of candidate.readings) {
        const settled = findSettledSense(rule.certainty, signs);
        const whereabouts =
          settled && { sure: sureBlocks, same: sameSenseBlocks, other: otherSenseBlocks }[settled];
        if (whereabouts) isNews = note(whereabouts, rule.card, index) || isNews;
      }
    }
    return isNews;
  }

  /** Forget a block that left the page. */
  function removeBlock(index: number): void {
    forget(cueBlocks, index);
    for (const whereabouts of [sureBlocks, sameSenseBlocks, otherSenseBlocks])
      forget(whereabouts, index);
  }

  /** List the signs from outside its block for a reading of a candidate. */
  function listSigns({ rule }: Reading, candidate: AnalysedCandidate, outside: Outside): Sign[] {
    const signs: Sign[] = [];
    for (const zone of ['nearby', 'title', 'heading', 'page'] as const) {
      const has = (group: number) =>
        listSources(group).some((source) =>
          zone === 'page'
            ? isElsewhere(cueBlocks, source, outside.block)
            : outside[zone].has(source),
        );
      for (const group of rule.cues) {
        const detail = tables.cues[group]?.name ?? '';
        if (has(group)) signs.push({ reason: 'cue', zone, detail, weight: weights.cue[zone] });
      }
      for (const group of rule.counterCues) {
        const detail = tables.cues[group]?.name ?? '';
        const weight = -weights.counterCue[zone];
        if (has(group)) signs.push({ reason: 'counter-cue', zone, detail, weight });
      }
    }
    if (rule.certainty !== 'unique') signs.push(...listSenses(rule.card, outside.block));
    if (!isMet(rule.requires, outside)) {
      const detail = rule.requires.map((group) => tables.cues[group]?.name).join(' or ');
      signs.push({ reason: 'requirement', zone: 'page', detail, weight: Number.NEGATIVE_INFINITY });
    }
    const meaning = readMeaning(candidate.form, rule.card);
    if (meaning) signs.push(meaning);
    return signs;
  }

  function isMet(groups: readonly number[], { title, heading, nearby }: Outside): boolean {
    const isOnPage = (source: CueSource) =>
      cueBlocks.has(source) || title.has(source) || heading.has(source) || nearby.has(source);
    return groups.length === 0 || groups.some((group) => listSources(group).some(isOnPage));
  }

  /** List what the sense of the same card's words elsewhere on the page says. */
  function listSenses(card: number, block: number): Sign[] {
    const detail = tables.cardIds[card] ?? '';
    const sure = locate(sureBlocks, card, block);
    const same = locate(sameSenseBlocks, card, block);
    const other = locate(otherSenseBlocks, card, block);
    const signs: Sign[] = [];
    if (sure)
      signs.push({ reason: 'sure-mention', zone: sure, detail, weight: weights.sureMention[sure] });
    if (same)
      signs.push({ reason: 'same-sense', zone: same, detail, weight: weights.sameSense[same] });
    if (other)
      signs.push({
        reason: 'other-sense',
        zone: other,
        detail,
        weight: -weights.otherSense[other],
      });
    return signs;
  }

  function readMeaning(form: string, card: number): Sign | null {
    const cards = meanings.get(form);
    if (!cards) return null;
    const isThis = cards.has(card);
    // A page that explains it both ways has to rely on what stands around each.
    if (isThis && cards.has(null)) return null;
    const weight = isThis ? weights.defined : -weights.definedOtherwise;
    const detail = isThis
      ? 'explained on the page as this'
      : 'explained on the page as something else';
    return { reason: 'definition', zone: 'page', detail, weight };
  }

  return { addBlock, addCues, removeBlock, listSigns, withoutForeign };
}

/** Tell whether a candidate is beyond doubt by itself: sure of its card, or settled by its phrase. */
function findSettledSense(
  certainty: string,
  signs: readonly Sign[],
): 'sure' | 'same' | 'other' | null {
  const sum = sumSigns(signs);
  if (certainty === 'unique') return sum >= weights.unique ? 'sure' : null;
  if (certainty === 'likely' && sum >= 0) return 'sure';
  const isInPhrase = (reason: Sign['reason']) =>
    signs.some((sign) => sign.zone === 'phrase' && sign.reason === reason);
  const isFor = isInPhrase('cue');
  const isAgainst = isInPhrase('counter-cue');
  if (isFor === isAgainst) return null;
  if (isAgainst) return 'other';
  return sum > 0 ? 'same' : null;
}

const supporting: ReadonlySet<Sign['reason']> = new Set(['cue', 'sure-mention', 'same-sense']);
const opposing: ReadonlySet<Sign['reason']> = new Set(['counter-cue', 'other-sense']);

/** Add up `signs`: cues fade among themselves, and so do counter-cues; the others count in full. */
export function sumSigns(signs: readonly Sign[]): number {
  const cues = signs.filter(({ reason }) => supporting.has(reason));
  const counters = signs.filter(({ reason }) => opposing.has(reason));
  const others = signs.filter((sign) => !cues.includes(sign) && !counters.includes(sign));
  return (
    others.reduce((sum, { weight }) => sum + weight, 0) +
    sumFading(cues.map(({ weight }) => weight)) -
    sumFading(counters.map(({ weight }) => -weight))
  );
}
