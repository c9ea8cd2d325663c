import { type DateParts, parsePartialDate } from '@/core/partial-date';
import { findMonth } from './month-names';

/** What a query says of a date; null is left open. */
export type DateQuery = {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
};

function toNumber(word: string, from: number, to: number): number | null {
  if (!/^\d{1,4}$/.test(word)) return null;
  const value = Number(word);
  return value >= from && value <= to ? value : null;
}

const numericForms: readonly (readonly [RegExp, readonly (keyof DateQuery)[]])[] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, ['year', 'month', 'day']],
  [/\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/, ['day', 'month', 'year']],
  [/\b(\d{4})-(\d{1,2})\b/, ['year', 'month']],
  [/\b(\d{1,2})[./](\d{4})\b/, ['month', 'year']],
];

function readNumericDate(query: string): DateQuery | null {
  for (const [pattern, keys] of numericForms) {
    const match = pattern.exec(query);
    if (!match) continue;
    const parts = Object.fromEntries(keys.map((key, at) => [key, Number(match[at + 1])]));
    return { year: null, month: null, day: null, ...parts };
  }
  return null;
}

/**
 * Read the date a query speaks of, and which of its romanised `words` belong to it: "7 June",
 * "2004", "июнь 2023", "07.06.2025", "2025-03". Null when there is none.
 */
export function readDateQuery(
  query: string,
  words: readonly string[],
): { date: DateQuery; words: ReadonlySet<string> } | null {
  const numeric = readNumericDate(query);
  if (numeric) {
    const digits = words.filter((word) => /^\d+$/.test(word));
    return { date: numeric, words: new Set(digits) };
  }
  const used = new Set<string>();
  let year: number | null = null;
  let month: number | null = null;
  let day: number | null = null;
  words.forEach((word, at) => {
    const asYear = /^\d{4}$/.test(word) ? toNumber(word, 1900, 2100) : null;
    const asMonth = asYear === null ? findMonth(word) : null;
    if (asYear !== null) year = asYear;
    else if (asMonth !== null) month = asMonth;
    else {
      const neighbours = [words[at - 1], words[at + 1]].filter((each) => each !== undefined);
      const isBesideMonth = neighbours.some((each) => findMonth(each) !== null);
      const asDay = isBesideMonth ? toNumber(word, 1, 31) : null;
      if (asDay === null) return;
      day = asDay;
    }
    used.add(word);
  });
  return used.size > 0 ? { date: { year, month, day }, words: used } : null;
}

function isPart(wanted: number | null, has: number | null): boolean {
  return wanted === null || wanted === has;
}

function agrees(asked: DateQuery, { year, month, day }: DateParts): boolean {
  return isPart(asked.year, year) && isPart(asked.month, month) && isPart(asked.day, day);
}

/** Tell whether `date` is one the query speaks of; a date less exact than the query is not. */
export function isDateAskedFor(asked: DateQuery, date: string): boolean {
  const parts = parsePartialDate(date);
  return parts !== null && agrees(asked, parts);
}
