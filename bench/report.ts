import type { ContestResults } from './contests';
import type { PageTimings } from './measure';
import type { ReaderCosts } from './reader';
import { fitExponent, sum } from './statistics';

/** The figures the goals are about: ratios, exponents, and the units their names end with. */
type Figures = {
  readonly scanWarm: number;
  readonly scanCold: number;
  readonly growth300to100k: number;
  readonly vsMarkJsList: number;
  readonly vsMarkJsRegex: number;
  readonly noMentionPages: number;
  readonly textExponent: number;
  /** That of the limit itself: long texts fit in no cache. */
  readonly limitExponent: number;
  readonly aliasExponent: number;
};
export type Summary = Omit<Figures, 'limitExponent' | 'aliasExponent'> &
  Pick<ReaderCosts, 'firstMarksMs' | 'longestTaskMs' | 'heapMB' | 'scriptGzipKB'> & {
    /** The worst of the medians at different numbers of marks. */
    readonly hoverMedianMs: number;
    readonly further: Pick<Figures, 'limitExponent' | 'aliasExponent'> & {
      readonly pagesWithMentions: number;
      readonly reader: ReaderCosts;
    };
  };

const scan = 'full scan';
const limit = 'limit';

/** Add up what a contender took over `pages`, in milliseconds; NaN when it did not run on one. */
export function total(pages: readonly PageTimings[], name: string): number {
  return sum(
    pages.map(({ timings }) => timings.find((timing) => timing.name === name)?.ms ?? Number.NaN),
  );
}

function totalCold(pages: readonly PageTimings[]): number {
  return sum(pages.flatMap(({ timings }) => timings.map(({ ms, prepareMs }) => ms + prepareMs)));
}

function ratio(pages: readonly PageTimings[], name: string, to = limit): number {
  return total(pages, name) / total(pages, to);
}

function fitSizes(sizes: ContestResults['sizes'], name: string): number {
  return fitExponent(
    sizes.map(({ characters, pages }) => ({ x: characters, y: total(pages, name) })),
  );
}

/** Reduce contests to the figures the goals are about. */
function toFigures({ warm, cold, growth, sizes }: ContestResults): Figures {
  const withoutMentions = warm.filter(({ timings }) =>
    timings.some(({ name, hits }) => name === scan && hits === 0),
  );
  const [smallest, ...larger] = growth;
  const largest = larger.at(-1);
  if (!smallest || !largest)
    throw new Error('toFigures: fewer than two alias counts were measured');
  return {
    scanWarm: ratio(warm, scan),
    scanCold: totalCold(cold.scan) / totalCold(cold.limit),
    growth300to100k: largest.scanMs / smallest.scanMs,
    vsMarkJsList: ratio(smallest.against, 'mark.js, list of terms', scan),
    vsMarkJsRegex: ratio(smallest.against, 'mark.js, one regular expression', scan),
    noMentionPages: ratio(withoutMentions, scan),
    textExponent: fitSizes(sizes, scan),
    limitExponent: fitSizes(sizes, limit),
    aliasExponent: fitExponent(growth.map(({ count, scanMs }) => ({ x: count, y: scanMs }))),
  };
}

/** Reduce all that was measured to the figures the goals are about. */
export function toSummary(contests: ContestResults, reader: ReaderCosts): Summary {
  const { limitExponent, aliasExponent, ...figures } = toFigures(contests);
  const { firstMarksMs, longestTaskMs, heapMB, scriptGzipKB } = reader;
  return {
    ...figures,
    firstMarksMs,
    longestTaskMs,
    hoverMedianMs: Math.max(...contests.hits.map(({ medianMs }) => medianMs)),
    heapMB,
    scriptGzipKB,
    further: {
      limitExponent,
      aliasExponent,
      pagesWithMentions: ratio(contests.withMentions, scan),
      reader,
    },
  };
}

function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  console.log(`\n${title}`);
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths?.[column] ?? 0) : cell.padStart(widths?.[column] ?? 0),
    );
    console.log(`  ${cells.join('  ')}`);
  }
}

function listNames(pages: readonly PageTimings[]): string[] {
  return [...new Set(pages.flatMap(({ timings }) => timings.map(({ name }) => name)))];
}

/** Print every contender as a multiple of the limit, and the figures. */
export function printContests(results: ContestResults): void {
  const { warm, stages, growth, hits, sizes, withMentions } = results;
  console.log(`${results.browser}, ${warm.length} pages; multiples of the limit (walk and sum)`);
  printTable('Stages, warm, the bundled aliases', [
    ['stage', '× limit', 'ms in all'],
    ...listNames(stages).map((name) => [
      name,
      ratio(stages, name).toFixed(2),
      total(stages, name).toFixed(1),
    ]),
  ]);
  const contenders = [...new Set(growth.flatMap(({ against }) => listNames(against)))];
  printTable('Against others, × limit, by number of aliases', [
    ['contender', ...growth.map(({ count }) => `${count}`)],
    ...contenders.map((name) =>
      [name].concat(growth.map(({ against }) => formatRatio(ratio(against, name)))),
    ),
  ]);
  printTable('Full scan by length of text', [
    ['characters', '× limit', 'ms'],
    ...sizes.map(({ characters, pages }) => [
      `${characters}`,
      ratio(pages, scan).toFixed(2),
      total(pages, scan).toFixed(1),
    ]),
  ]);
  printTable('Figures', [
    ['figure', 'value'],
    ...Object.entries(toFigures(results)).map(([name, value]) => [name, formatRatio(value)]),
    ['pagesWithMentions', formatRatio(ratio(withMentions, scan))],
    ...hits.map(({ marks, medianMs }) => [`hit test, ${marks} marks, ms`, medianMs.toFixed(4)]),
  ]);
}

/** Print what a reader's pages pay. */
export function printReaderCosts({ largePages, hover, ...figures }: ReaderCosts): void {
  printTable('In the browser, with the extension', [
    ['figure', 'value'],
    ...Object.entries(figures).map(([name, value]) => [name, value.toFixed(3)]),
    ...largePages.flatMap(({ page, firstMarksMs, firstPaintMs, longestTaskMs }) => [
      [`${page}: first marks, ms`, firstMarksMs?.toFixed(0) ?? 'none'],
      [`${page}: first paint, ms`, firstPaintMs?.toFixed(0) ?? 'none'],
      [`${page}: longest task, ms`, longestTaskMs.toFixed(1)],
    ]),
    ...hover.flatMap(({ marks, medianMs, keptBytes }) => [
      [`pointer move over ${marks} marks, ms`, medianMs.toFixed(3)],
      [`kept a move over ${marks} marks, bytes`, keptBytes.toFixed(0)],
    ]),
  ]);
}

function formatRatio(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(Math.abs(value) < 100 ? 2 : 0);
}
