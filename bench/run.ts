// Measure what the extension costs, side by side with its limit and its peers.
//   npm run bench -- --json FILE               on generated pages; build the extension first
//   npm run bench -- --pages DIR --plot FILE   on the HTML files of DIR, with a plot
//   npm run bench -- --firefox                 stages and peers in Firefox
//   npm run bench -- --quick                   a rough run on few pages
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowser } from './browser';
import { names, pickEvenly, runContests, type Sampling } from './contests';
import { addMentions, generatePage, type BenchPage } from './generated-pages';
import { plotGrowth } from './plot';
import { measureReaderCosts } from './reader';
import { printContests, printReaderCosts, toSummary } from './report';

const fullSampling: Sampling = {
  stages: 16,
  cold: 17,
  growth: 12,
  peers: 4,
  runs: 4,
  aliasCounts: [300, 1000, 10_000, 100_000],
  textLengths: [30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000],
};
/** A minute or two, to see that all works; its figures are rough. */
const quickSampling: Sampling = {
  stages: 4,
  cold: 5,
  growth: 3,
  peers: 1,
  runs: 3,
  aliasCounts: [300, 100_000],
  textLengths: [30_000, 300_000, 3_000_000],
};
const warmPagesQuick = 12;
const visitedPages = 10;
const visitedPagesQuick = 3;

function readPages(directory: string): BenchPage[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.html'))
    .toSorted()
    .map((name) => ({ name, html: readFileSync(join(directory, name), 'utf8') }));
}

function generateNewsPages(): BenchPage[] {
  return Array.from({ length: 20 }, (_, index) =>
    generatePage({
      name: `news ${index + 1}`,
      characters: 30_000 + index,
      names,
      nameRate: index % 2 === 0 ? 0 : 0.03,
    }),
  );
}

function generateLongPages(): BenchPage[] {
  return [1_000_000, 10_000_000].map((characters) =>
    generatePage({ name: `${characters / 1_000_000} MB`, characters, names, nameRate: 0.003 }),
  );
}

/** Make pages whose sections are so short that nearly every name in them is marked. */
function generateMarkedPages(): BenchPage[] {
  return [20_000, 200_000, 1_000_000].map((characters) =>
    generatePage({
      name: `marked ${characters}`,
      characters,
      names,
      nameRate: 1,
      paragraphsPerSection: 1,
    }),
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      pages: { type: 'string' },
      json: { type: 'string' },
      plot: { type: 'string' },
      firefox: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
    },
  });
  const given = values.pages === undefined ? generateNewsPages() : readPages(values.pages);
  const pages = values.quick ? pickEvenly(given, warmPagesQuick) : given;
  const visited = pickEvenly(pages, values.quick ? visitedPagesQuick : visitedPages);
  const pagesWithMentions = visited.map(addMentions);
  const browser = await startBrowser(values.firefox ? 'firefox' : 'chromium');
  const contests = await runContests(browser, {
    pages,
    pagesWithMentions,
    markedPages: generateMarkedPages(),
    sampling: values.quick ? quickSampling : fullSampling,
  }).finally(() => browser.close());
  printContests(contests);
  if (values.plot) writeFileSync(values.plot, plotGrowth(contests));
  // Firefox records no trace for a driver, and gives no heap.
  if (values.firefox) return;
  const costs = await measureReaderCosts({
    plain: visited,
    withMentions: pagesWithMentions,
    large: generateLongPages(),
    marked: generateMarkedPages(),
  });
  printReaderCosts(costs);
  const summary = toSummary(contests, costs);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`);
}

await main();
