import type { AnalysedBlock, AnalysedCandidate, Reading, Sign } from './analyse-block';
import type { Tables } from './tables';
import { sumFading, weights } from './weights';

/** In which blocks something was met, as far as it matters: in none, in one, in several. */
type Whereabouts = Map<number, Set<number>>;

function note(whereabouts: Whereabouts, key: number, block: number): boolean {
  const blocks = whereabouts.get(key);
  if (!blocks) whereabouts.set(key, new Set([block]));
  else if (blocks.has(block)) return false;
  else blocks.add(block);
  // A third block tells no block anything that the second did not.
  return (blocks?.size ?? 0) <= 2;
}

function isElsewhere(whereabouts: Whereabouts, key: number, block: number): boolean {
  const blocks = whereabouts.get(key);
  return blocks !== undefined && blocks.size > (blocks.has(block) ? 1 : 0);
}

/** What one candidate of a block has heard from outside its block. */
export type Outside = {
  readonly block: number;
  /** Cue groups of its pack in the title, and in the heading it stands under. */
  readonly title: ReadonlySet<number>;
  readonly heading: ReadonlySet<number>;
  /** Cue groups of its pack in the blocks right before and after; grows as these arrive. */
  readonly nearby: ReadonlySet<number>;
};

/** Collect what the blocks of a page say about each other's candidates, for one pack. */
export function createPageEvidence(tables: Tables, pack: number) {
  const cueBlocks: Whereabouts = new Map();
  const sureBlocks: Whereabouts = new Map();
  const meanings = new Map<string, Set<number | null>>();

  /** Take in the cue groups of a block; tells whether other blocks may now be judged otherwise. */
  function addCues(groups: ReadonlySet<number>, index: number): boolean {
    return [...groups].map((group) => note(cueBlocks, group, index)).includes(true);
  }

  /** Take in a block; tells whether candidates of other blocks may now be judged otherwise. */
  function addBlock(block: AnalysedBlock, index: number): boolean {
    let isNews = addCues(block.cueGroups[pack] ?? new Set(), index);
    for (const definition of block.definitions) {
      if (definition.pack !== pack) continue;
      const known = meanings.get(definition.acronym) ?? new Set();
      isNews ||= !known.has(definition.card);
      meanings.set(definition.acronym, known.add(definition.card));
    }
    for (const candidate of block.candidates) {
      if (candidate.pack !== pack) continue;
      for (const { rule, signs } of candidate.readings) {
        if (isSure(rule.certainty, signs)) isNews = note(sureBlocks, rule.card, index) || isNews;
      }
    }
    return isNews;
  }

  /** Forget a block that left the page. */
  function removeBlock(index: number): void {
    for (const whereabouts of [cueBlocks, sureBlocks]) {
      for (const [key, blocks] of whereabouts) {
        if (blocks.delete(index) && blocks.size === 0) whereabouts.delete(key);
      }
    }
  }

  /** List the signs from outside its block for a reading of a candidate. */
  function listSigns({ rule }: Reading, candidate: AnalysedCandidate, outside: Outside): Sign[] {
    const signs: Sign[] = [];
    for (const zone of ['nearby', 'title', 'heading', 'page'] as const) {
      const has = (group: number) =>
        zone === 'page' ? isElsewhere(cueBlocks, group, outside.block) : outside[zone].has(group);
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
    if (rule.certainty === 'context') signs.push(...listSureMentions(rule.card, outside.block));
    if (!isMet(rule.requires, outside)) {
      const detail = rule.requires.map((group) => tables.cues[group]?.name).join(' or ');
      signs.push({ reason: 'requirement', zone: 'page', detail, weight: Number.NEGATIVE_INFINITY });
    }
    const meaning = readMeaning(candidate.form, rule.card);
    if (meaning) signs.push(meaning);
    return signs;
  }

  function isMet(groups: readonly number[], { title, heading, nearby }: Outside): boolean {
    const isOnPage = (group: number) =>
      cueBlocks.has(group) || title.has(group) || heading.has(group) || nearby.has(group);
    return groups.length === 0 || groups.some(isOnPage);
  }

  function listSureMentions(card: number, block: number): Sign[] {
    const zone = sureBlocks.get(card)?.has(block) ? 'block' : 'page';
    if (!sureBlocks.has(card)) return [];
    const detail = tables.cardIds[card] ?? '';
    return [{ reason: 'sure-mention', zone, detail, weight: weights.sureMention[zone] }];
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

  return { addBlock, addCues, removeBlock, listSigns };
}

function isSure(certainty: string, signs: readonly Sign[]): boolean {
  if (certainty === 'context') return false;
  return sumSigns(signs) >= (certainty === 'unique' ? weights.unique : 0);
}

/** Add up `signs`: cues fade among themselves, and so do counter-cues; the others count in full. */
export function sumSigns(signs: readonly Sign[]): number {
  const cues = signs.filter(({ reason }) => reason === 'cue' || reason === 'sure-mention');
  const counters = signs.filter(({ reason }) => reason === 'counter-cue');
  const others = signs.filter((sign) => !cues.includes(sign) && !counters.includes(sign));
  return (
    others.reduce((sum, { weight }) => sum + weight, 0) +
    sumFading(cues.map(({ weight }) => weight)) -
    sumFading(counters.map(({ weight }) => -weight))
  );
}
