import type { BrowserResult, PageResult } from './run';
import type { Visit } from './visit';

const columns = ['page', 'mentions', 'same', 'card', 'errors', 'ms'] as const;

/** Print one row for each page and browser, then every mention and problem, then the sums. */
export function printResults(results: readonly BrowserResult[]): void {
  for (const { browser, pages } of results) {
    console.log(`\n${browser}`);
    printTable([columns, ...pages.map(toRow)]);
    for (const { name, visit } of pages)
      for (const { text, cardId } of visit.mentions)
        console.log(`  ${name}: “${text}” is ${cardId}`);
    for (const { name, problems } of pages)
      for (const problem of problems) console.log(`  ✘ ${name}: ${problem}`);
  }
  for (const { browser, pages } of results) console.log(`\n${browser}: ${summarise(pages)}`);
}

function toRow({ name, visit, ownMs, isUnchanged }: PageResult): readonly string[] {
  return [
    name,
    String(visit.mentions.length),
    isUnchanged ? 'yes' : 'NO',
    visit.isHidden ? 'hidden' : visit.hasOpenedCard ? 'yes' : 'NO',
    String(visit.errors.length),
    ownMs.toFixed(1),
  ];
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = columns.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('  ')}`);
  }
}

function summarise(pages: readonly PageResult[]): string {
  const visits = pages.map(({ visit }) => visit);
  const times = pages.map(({ ownMs }) => ownMs).toSorted((left, right) => left - right);
  const sum = (toNumber: (visit: Visit) => number) =>
    visits.reduce((total, visit) => total + toNumber(visit), 0);
  return (
    `${pages.filter(({ isUnchanged }) => isUnchanged).length}/${pages.length} pages the same, ` +
    `${sum(({ errors }) => errors.length)} errors, ` +
    `${sum(({ mentions }) => mentions.length)} mentions, ` +
    `${sum(({ hasOpenedCard }) => Number(hasOpenedCard))} cards opened, ` +
    `${sum(({ isHidden }) => Number(isHidden))} pages hidden without their scripts, ` +
    `main-thread time median ${times[times.length >> 1]?.toFixed(1)} ms, ` +
    `longest ${times.at(-1)?.toFixed(1)} ms`
  );
}
