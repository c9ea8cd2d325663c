import type { Mention } from '@/core/mention';
import {
  type AnalysedBlock,
  type AnalysedCandidate,
  analyseBlock,
  type Engine,
  type Reading,
  type Sign,
  type TextBlock,
} from './analyse-block';
import { createCueFinder, type CueSource, splitWords, toCueSource } from './cues';
import type { Detection } from './detection';
import { createMatcher } from './matcher';
import { createPageEvidence, type Outside, sumSigns } from './page-evidence';
import { createStartFinder, type StartFinder } from './start-finder';
import { encodeStarts } from './compile-starts';
import { readTables, type Tables } from './tables';

/** The mentions of one block, in order of start and without overlap. */
export type BlockMentions = { readonly blockIndex: number; readonly mentions: readonly Mention[] };

/** Why a candidate was or was not taken for a mention of a card. */
export type Explanation = {
  readonly blockIndex: number;
  readonly start: number;
  readonly end: number;
  /** The text found, folded. */
  readonly form: string;
  readonly cardId: string;
  /** A mention from zero up. */
  readonly score: number;
  /** Accepted, rejected by its score, or covered by a better mention. */
  readonly outcome: 'accepted' | 'rejected' | 'covered';
  readonly signs: readonly Sign[];
};

/** The mentions of one page while its text arrives. */
export type MentionedPage = {
  /**
   * Take in further blocks, numbered on from the last. Gives every block whose mentions are new or
   * changed: also earlier ones, when the new text sheds light on them. Blocks without mentions are
   * only listed if they had some before.
   */
  readonly addBlocks: (blocks: readonly TextBlock[]) => BlockMentions[];
  /**
   * Go on elsewhere in the page: what comes next stands near no block taken in so far. Gives the
   * number of the next block. Blocks that are near no candidate can so be left out. `getHeading`
   * gives the heading there (empty for none), and is only asked when there is a candidate under it.
   */
  readonly leap: (getHeading: () => string) => number;
  /** Forget blocks that left the page; gives the blocks whose mentions change by that. */
  readonly removeBlocks: (blockIndices: readonly number[]) => BlockMentions[];
  /** Say whether a block has, or may come to have, mentions; the others need not be remembered. */
  readonly hasCandidates: (blockIndex: number) => boolean;
  /** Explain every candidate of the page so far, in reading order. */
  readonly explain: () => Explanation[];
};

export type PageTraits = { readonly title: string; readonly language: string | null };
export type MentionFinder = {
  readonly openPage: (page: PageTraits) => MentionedPage;
};

/**
 * Create the finder of all mentions that `detections` know; packs named first win overlaps.
 * `findStarts` finds where the aliases of all start, if that is known.
 */
export function createMentionFinder(
  detections: readonly Detection[],
  findStarts?: StartFinder,
): MentionFinder {
  const packs = detections.map(readTables);
  const engine: Engine = {
    matcher: createMatcher(packs, findStarts ?? indexStarts(packs)),
    packs,
    cueFinders: detections.map(({ cueIndex }) => createCueFinder(cueIndex)),
  };
  return {
    openPage: (page) => openPage(page, engine),
  };
}

/** Create what finds where the aliases of `packs` start. */
export function indexStarts(packs: readonly Tables[]): StartFinder {
  return createStartFinder(packs.map(encodeStarts));
}

type Candidacy = { readonly candidate: AnalysedCandidate; readonly outside: Outside };
type KnownBlock = {
  readonly index: number;
  /** By pack: cue groups of the blocks right before and after. */
  readonly nearby: readonly Set<CueSource>[];
  readonly block: AnalysedBlock;
  readonly candidacies: readonly Candidacy[];
  mentions: readonly Mention[];
};
type RecentBlock = {
  readonly index: number;
  readonly text: string;
  /** By pack; null until somebody asks. */
  groups: readonly ReadonlySet<CueSource>[] | null;
};
/** How many blocks before and after one are its neighbours. */
const nearbyBlocks = 2;
type Judgement = {
  readonly reading: Reading;
  readonly signs: readonly Sign[];
  readonly score: number;
};

const getNoHeading = (): string => '';

function openPage({ title, language }: PageTraits, engine: Engine): MentionedPage {
  const { packs } = engine;
  const evidence = packs.map((tables, pack) => createPageEvidence(tables, pack));
  const known = new Map<number, KnownBlock>();
  let getLastHeading = getNoHeading;
  /** The last blocks, in case the next has candidates. */
  let recent: RecentBlock[] = [];
  let nextIndex = 0;
  const groupsByText = new Map<string, readonly ReadonlySet<CueSource>[]>();

  /** Find by pack the cue groups of a text; only those near candidates are ever asked for. */
  function findCueGroups(text: string): readonly ReadonlySet<CueSource>[] {
    const words = splitWords(text);
    return engine.cueFinders.map(({ findCues }) => new Set(findCues(words).map(toCueSource)));
  }

  function getHeadingGroups(text: string): readonly ReadonlySet<CueSource>[] {
    const groups = groupsByText.get(text) ?? findCueGroups(text);
    groupsByText.set(text, groups);
    return groups;
  }

  /** Take in one block; gives the blocks to look at again, or null for all. */
  function takeBlock(block: TextBlock): KnownBlock[] | null {
    const index = nextIndex;
    nextIndex += 1;
    const before = recent;
    const analysed = analyseBlock(block, engine, language);
    const current = { index, text: block.text, groups: analysed?.cueSources ?? null };
    recent = [...before, current].slice(-nearbyBlocks);

    const around = before.flatMap((earlier) => known.get(earlier.index) ?? []);
    let isNews = around.length > 0 && tellNeighbours(current, around);
    if (block.kind === 'heading') getLastHeading = () => block.text;
    if (!analysed) return isNews ? null : around;

    const heading = getLastHeading();
    getLastHeading = () => heading;
    const added = createKnownBlock(index, analysed, heading === block.text ? '' : heading);
    for (const earlier of before) isNews = tellNeighbours(earlier, [added]) || isNews;
    known.set(index, added);
    isNews = evidence.map(({ addBlock }) => addBlock(analysed, index)).includes(true) || isNews;
    return isNews ? null : [...around, added];
  }

  /** Tell `neighbours` which cues `block` holds; gives whether the rest of the page learns from it. */
  function tellNeighbours(block: RecentBlock, neighbours: readonly KnownBlock[]): boolean {
    const groups = block.groups ?? findCueGroups(block.text);
    block.groups = groups;
    return evidence
      .map(({ addCues }, pack) => {
        const found = groups[pack] ?? new Set<CueSource>();
        for (const { nearby } of neighbours) for (const group of found) nearby[pack]?.add(group);
        return addCues(found, block.index);
      })
      .includes(true);
  }

  function createKnownBlock(index: number, block: AnalysedBlock, heading: string): KnownBlock {
    const titleGroups = getHeadingGroups(title);
    const headingGroups = getHeadingGroups(heading);
    const nearby = packs.map(() => new Set<CueSource>());
    const candidacies = block.candidates.map((candidate) => ({
      candidate,
      outside: {
        block: index,
        title: titleGroups[candidate.pack] ?? new Set<CueSource>(),
        heading: headingGroups[candidate.pack] ?? new Set<CueSource>(),
        nearby: nearby[candidate.pack] ?? new Set<CueSource>(),
      },
    }));
    return { index, nearby, block, candidacies, mentions: [] };
  }

  function judge({ candidate, outside }: Candidacy): Judgement[] {
    return candidate.readings.map((reading) => {
      const further = evidence[candidate.pack]?.listSigns(reading, candidate, outside) ?? [];
      const own = evidence[candidate.pack]?.withoutForeign(reading.signs) ?? reading.signs;
      const signs = [...own, ...further];
      return { reading, signs, score: sumSigns(signs) };
    });
  }

  function findMentions({ candidacies }: KnownBlock): Mention[] {
    const mentions: Mention[] = [];
    let end = 0;
    for (const candidacy of candidacies) {
      const { candidate } = candidacy;
      if (candidate.start < end) continue;
      const best = findBest(judge(candidacy));
      const tables = packs[candidate.pack];
      if (!best || !tables || best.score < 0) continue;
      mentions.push({
        packId: tables.packId,
        cardId: tables.cardIds[best.reading.rule.card] ?? '',
        start: candidate.start,
        end: candidate.end,
      });
      end = candidate.end;
    }
    return mentions;
  }

  function update(blocks: Iterable<KnownBlock>): BlockMentions[] {
    const changed: BlockMentions[] = [];
    for (const block of blocks) {
      const mentions = findMentions(block);
      if (areEqual(mentions, block.mentions)) continue;
      block.mentions = mentions;
      changed.push({ blockIndex: block.index, mentions });
    }
    return changed;
  }

  return {
    addBlocks(blocks) {
      const taken = blocks.map(takeBlock);
      const isNews = taken.includes(null);
      return update(isNews ? known.values() : new Set(taken.flatMap((touched) => touched ?? [])));
    },
    leap(getHeading) {
      getLastHeading = getHeading;
      recent = [];
      nextIndex += nearbyBlocks;
      return nextIndex;
    },
    removeBlocks(blockIndices) {
      for (const index of blockIndices) {
        if (!known.delete(index)) continue;
        for (const { removeBlock } of evidence) removeBlock(index);
      }
      return update(known.values());
    },
    hasCandidates: (blockIndex) => known.has(blockIndex),
    explain() {
      return [...known.values()].flatMap((block) =>
        block.candidacies.flatMap((candidacy) => explainCandidacy(block, candidacy)),
      );
    },
  };

  function explainCandidacy(block: KnownBlock, candidacy: Candidacy): Explanation[] {
    const { start, end, form, pack } = candidacy.candidate;
    return judge(candidacy).map(({ reading, signs, score }) => {
      const cardId = packs[pack]?.cardIds[reading.rule.card] ?? '';
      const isShown = block.mentions.some(
        (mention) => mention.start === start && mention.end === end && mention.cardId === cardId,
      );
      const outcome = isShown ? 'accepted' : score < 0 ? 'rejected' : 'covered';
      return { blockIndex: block.index, start, end, form, cardId, score, outcome, signs };
    });
  }
}

function findBest(judgements: readonly Judgement[]): Judgement | null {
  let best: Judgement | null = null;
  for (const judgement of judgements) {
    if (!best || judgement.score > best.score) best = judgement;
  }
  return best;
}

function areEqual(left: readonly Mention[], right: readonly Mention[]): boolean {
  return (
    left.length === right.length &&
    left.every((mention, index) => {
      const other = right[index];
      return (
        other !== undefined &&
        mention.start === other.start &&
        mention.end === other.end &&
        mention.cardId === other.cardId &&
        mention.packId === other.packId
      );
    })
  );
}
