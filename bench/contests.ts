import { join } from 'node:path';
import type { AliasSet } from '@/core/alias';
import { compileDetection } from '@/core/detection/compile';
import { compileStarts } from '@/core/detection/compile-starts';
import { compileAliases } from '@/scripts/compile/aliases/compile-aliases';
import { buildPack } from '@/scripts/compile/build-pack';
import type { BenchBrowser } from './browser';
import { generatePage, type BenchPage } from './generated-pages';
import {
  bundlePageCode,
  compareScansOnEach,
  measureEach,
  measureHitsOnEach,
  type PageTimings,
} from './measure';
import type { Compiled, HitTiming } from './page/own-scan';
import type { Contest } from './page';
import { sum } from './statistics';
import { growAliases, listTerms } from './terms';

/** What the stages of a scan, and other people's matchers, took on the same pages. */
export type ContestResults = {
  readonly browser: string;
  /** Limit and full scan on every page; all stages on some. */
  readonly warm: readonly PageTimings[];
  readonly stages: readonly PageTimings[];
  readonly withMentions: readonly PageTimings[];
  readonly cold: { readonly limit: readonly PageTimings[]; readonly scan: readonly PageTimings[] };
  readonly growth: {
    readonly count: number;
    /** What the full scan of some pages took, each with all counts in turns; in milliseconds. */
    readonly scanMs: number;
    readonly against: readonly PageTimings[];
  }[];
  /** Finding the mark under the pointer, on pages with more and more marks. */
  readonly hits: readonly HitTiming[];
  readonly sizes: { readonly characters: number; readonly pages: readonly PageTimings[] }[];
};

/** How many pages each part of the run takes. */
export type Sampling = {
  readonly stages: number;
  readonly cold: number;
  readonly growth: number;
  readonly peers: number;
  readonly runs: number;
  readonly aliasCounts: readonly number[];
  readonly textLengths: readonly number[];
};

const packDirectory = join(import.meta.dirname, '../data/packs/belarus-ilo-2025');
/** Names of the bundled pack that generated pages mention. */
export const names = ['the ILO', 'BKDP', 'FIDH', 'Aliaksandr Yarashuk'];

/** What takes minutes a page beyond this many terms is not run with more. */
const mostTerms = { list: 300, expression: 1000 } as const;

const compared = ['limit', 'full scan'];
const stages = [
  'walk',
  'limit',
  'collect',
  'collect + match',
  'collect + match + disambiguate',
  'full scan',
  'shadow trees',
];
const automatons = ['ahocorasick', '@monyone/aho-corasick'];
const expressions = ['mark.js, one regular expression', 'native RegExp alternation'];

function readBundledAliases(): AliasSet {
  const built = buildPack(packDirectory, []);
  const cardIds = built?.pack.cards.map(({ id }) => id) ?? [];
  const { aliases, problems } = compileAliases(packDirectory, cardIds);
  if (!built || problems.length > 0) throw new Error('the bundled pack does not compile');
  return aliases;
}

function compile(aliases: AliasSet): Compiled {
  const detection = compileDetection('bench', aliases);
  return { detection, starts: compileStarts(detection) };
}

/** Take `count` items spread evenly over the list. */
export function pickEvenly<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

async function measureGrowth(
  browser: BenchBrowser,
  {
    pages,
    code,
    aliases,
    sampling,
  }: {
    readonly pages: readonly BenchPage[];
    readonly code: string;
    readonly aliases: AliasSet;
    readonly sampling: Sampling;
  },
): Promise<ContestResults['growth']> {
  const grown = sampling.aliasCounts.map((count) => growAliases(aliases, count));
  const packs = grown.map(compile);
  const scans = await compareScansOnEach(browser, {
    pages: pickEvenly(pages, sampling.growth),
    code,
    comparison: { packs, runs: sampling.runs },
  });
  const growth: ContestResults['growth'] = [];
  for (const [index, compiled] of packs.entries()) {
    const count = sampling.aliasCounts[index] ?? 0;
    const peers = [
      ...automatons,
      ...(count <= mostTerms.expression ? expressions : []),
      ...(count <= mostTerms.list ? ['mark.js, list of terms'] : []),
    ];
    const terms = listTerms(grown[index] ?? aliases);
    const against = await measureEach(browser, {
      pages: pickEvenly(pages, sampling.peers),
      code,
      contest: { compiled, terms, runs: 2, only: [...compared, ...peers] },
    });
    growth.push({ count, scanMs: sum(scans.map((ms) => ms[index] ?? Number.NaN)), against });
  }
  return growth;
}

/** Run every contest in `browser`: on `pages`, on `pagesWithMentions` and on generated long ones. */
export async function runContests(
  browser: BenchBrowser,
  {
    pages,
    pagesWithMentions,
    markedPages,
    sampling,
  }: {
    readonly pages: readonly BenchPage[];
    readonly pagesWithMentions: readonly BenchPage[];
    readonly markedPages: readonly BenchPage[];
    readonly sampling: Sampling;
  },
): Promise<ContestResults> {
  const code = await bundlePageCode();
  const aliases = readBundledAliases();
  const { runs } = sampling;
  const compiled = compile(aliases);
  const bundled: Contest = { compiled, terms: [], runs };
  const run = (on: readonly BenchPage[], contest: Contest) =>
    measureEach(browser, { pages: on, code, contest });

  const warm = await run(pages, { ...bundled, only: compared });
  const staged = await run(pickEvenly(pages, sampling.stages), { ...bundled, only: stages });
  const withMentions = await run(pagesWithMentions, { ...bundled, only: compared });
  const chosen = pickEvenly(pages, sampling.cold);
  const cold = {
    limit: await run(chosen, { ...bundled, runs: 1, only: ['limit'] }),
    scan: await run(chosen, { ...bundled, runs: 1, only: ['full scan'] }),
  };
  const growth = await measureGrowth(browser, { pages, code, aliases, sampling });
  const sizes: ContestResults['sizes'] = [];
  for (const characters of sampling.textLengths) {
    const page = generatePage({ name: `${characters}`, characters, names, nameRate: 0.003 });
    sizes.push({
      characters,
      pages: await run([page], { ...bundled, runs: 2, only: compared }),
    });
  }
  const hits = await measureHitsOnEach(browser, { pages: markedPages, code, compiled });
  const { version } = browser;
  return { browser: version, warm, stages: staged, withMentions, cold, growth, hits, sizes };
}
