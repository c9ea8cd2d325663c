import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AliasSet } from '@/core/alias';
import { compileDetection } from '@/core/detection/compile';
import { compileAliases } from '@/scripts/compile/aliases/compile-aliases';
import { buildPack } from '@/scripts/compile/build-pack';
import { findBrowser } from '@/scripts/find-browser.mjs';
import { startBrowser, type BenchBrowser } from './browser';
import { generatePage, type BenchPage } from './generated-pages';
import { bundlePageCode, measureEach } from './measure';
import type { Contest } from './page';
import { plotGrowth } from './plot';
import { printReport, toSummary, type Measured } from './report';
import { growAliases, listTerms } from './terms';

const root = join(import.meta.dirname, '..');
const packDirectory = join(root, 'data/packs/belarus-ilo-2025');
const names = ['the ILO', 'BKDP', 'FIDH', 'Aliaksandr Yarashuk'];

const aliasCounts = [300, 1000, 10_000, 100_000];
const textLengths = [30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000];
/** The term list of mark.js takes minutes a page beyond this many terms. */
const mostMarkTerms = 300;
const coldPages = 17;

const ownStages = [
  'walk',
  'limit',
  'collect',
  'collect + match',
  'collect + match + disambiguate',
  'full scan',
];
const peerNames = [
  'mark.js, one regular expression',
  'native RegExp alternation',
  'ahocorasick',
  '@monyone/aho-corasick',
];

function readBundledAliases(): AliasSet {
  const built = buildPack(packDirectory, []);
  const cardIds = built?.pack.cards.map(({ id }) => id) ?? [];
  const { aliases, problems } = compileAliases(packDirectory, cardIds);
  if (!built || problems.length > 0) throw new Error('the bundled pack does not compile');
  return aliases;
}

function readPages(directory: string): BenchPage[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.html'))
    .toSorted()
    .map((name) => ({ name, html: readFileSync(join(directory, name), 'utf8') }));
}

function generateNewsPages(): BenchPage[] {
  return Array.from({ length: 20 }, (_, index) =>
    generatePage({ name: `news ${index + 1}`, characters: 30_000 + index, names, nameRate: 0.03 }),
  );
}

/** Take `count` items spread evenly over the list. */
function pickEvenly<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

async function measureAll(
  browser: BenchBrowser,
  { pages, isQuick }: { readonly pages: readonly BenchPage[]; readonly isQuick: boolean },
): Promise<Measured> {
  const code = await bundlePageCode();
  const aliases = readBundledAliases();
  const bundled: Contest = {
    detection: compileDetection('bench', aliases),
    terms: [],
    runs: isQuick ? 3 : 7,
    only: ownStages,
  };
  const run = (on: readonly BenchPage[], contest: Contest) =>
    measureEach(browser, { pages: on, code, contest });

  const warm = await run(pages, bundled);
  const chosen = pickEvenly(pages, coldPages);
  const cold = {
    limit: await run(chosen, { ...bundled, runs: 1, only: ['limit'] }),
    scan: await run(chosen, { ...bundled, runs: 1, only: ['full scan'] }),
  };
  const growth: Measured['growth'] = [];
  for (const count of aliasCounts) {
    const grown = growAliases(aliases, count);
    const contest = {
      ...bundled,
      detection: compileDetection('bench', grown),
      terms: listTerms(grown),
    };
    const scans = await run(pickEvenly(pages, isQuick ? 8 : 40), {
      ...contest,
      only: ['limit', 'full scan'],
    });
    const marksList = count <= mostMarkTerms ? ['mark.js, list of terms'] : [];
    const against = await run(pickEvenly(pages, isQuick ? 3 : 12), {
      ...contest,
      runs: 3,
      only: ['limit', 'full scan', ...peerNames, ...marksList],
    });
    growth.push({ count, scans, against });
  }
  const sizes: Measured['sizes'] = [];
  for (const characters of textLengths) {
    const page = generatePage({ name: `${characters}`, characters, names, nameRate: 0.003 });
    sizes.push({ characters, pages: await run([page], { ...bundled, runs: 3 }) });
  }
  return { browser: browser.version, warm, cold, growth, sizes };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      pages: { type: 'string' },
      json: { type: 'string' },
      plot: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const executable = findBrowser('chromium');
  if (executable === null) throw new Error('no Chromium found; npm run setup installs it');
  const pages = values.pages === undefined ? generateNewsPages() : readPages(values.pages);
  const browser = await startBrowser(executable);
  try {
    const measured = await measureAll(browser, { pages, isQuick: values.quick });
    const summary = toSummary(measured);
    printReport(measured, summary);
    if (values.json) writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`);
    if (values.plot) writeFileSync(values.plot, plotGrowth(measured));
  } finally {
    await browser.close();
  }
}

await main();
