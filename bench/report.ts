import type { PageTimings } from './measure';
import { fitExponent, sum } from './statistics';

/** All that one run measured. */
export type Measured = {
  readonly browser: string;
  readonly warm: readonly PageTimings[];
  readonly cold: { readonly limit: readonly PageTimings[]; readonly scan: readonly PageTimings[] };
  readonly growth: {
    readonly count: number;
    readonly scans: readonly PageTimings[];
    readonly against: readonly PageTimings[];
  }[];
  readonly sizes: { readonly characters: number; readonly pages: readonly PageTimings[] }[];
};

/** The figures the goals are about; every one but the exponent and milliseconds is a ratio. */
export type Summary = {
  readonly scanWarm: number;
  readonly scanCold: number;
  readonly growth300to100k: number;
  readonly vsMarkJsList: number;
  readonly vsMarkJsRegex: number;
  readonly noMentionPages: number;
  readonly textExponent: number;
  readonly aliasExponent: number;
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

/** Reduce what was measured to the figures the goals are about. */
export function toSummary({ warm, cold, growth, sizes }: Measured): Summary {
  const withoutMentions = warm.filter(({ timings }) =>
    timings.some(({ name, hits }) => name === scan && hits === 0),
  );
  const [smallest, ...larger] = growth;
  const largest = larger.at(-1);
  if (!smallest || !largest)
    throw new Error('toSummary: fewer than two alias counts were measured');
  return {
    scanWarm: ratio(warm, scan),
    scanCold: totalCold(cold.scan) / totalCold(cold.limit),
    growth300to100k: ratio(largest.scans, scan) / ratio(smallest.scans, scan),
    vsMarkJsList: ratio(smallest.against, 'mark.js, list of terms', scan),
    vsMarkJsRegex: ratio(smallest.against, 'mark.js, one regular expression', scan),
    noMentionPages: ratio(withoutMentions, scan),
    textExponent: fitExponent(
      sizes.map(({ characters, pages }) => ({ x: characters, y: total(pages, scan) })),
    ),
    aliasExponent: fitExponent(
      growth.map(({ count, scans }) => ({ x: count, y: ratio(scans, scan) })),
    ),
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

/** Print every contender as a multiple of the limit, and the summary. */
export function printReport(measured: Measured, summary: Summary): void {
  const { warm, growth, sizes } = measured;
  console.log(`${measured.browser}, ${warm.length} pages; multiples of the limit (walk and sum)`);
  printTable('Warm, the bundled aliases', [
    ['stage', '× limit', 'ms in all'],
    ...listNames(warm).map((name) => [
      name,
      ratio(warm, name).toFixed(2),
      total(warm, name).toFixed(1),
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
  printTable('Summary', [
    ['figure', 'value'],
    ...Object.entries(summary).map(([name, value]) => [name, value.toFixed(2)]),
  ]);
}

function formatRatio(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(value < 100 ? 2 : 0);
}
