import type { PartialDate, Staleness } from '@/core/pack';
import { countDaysInMonth, parsePartialDate } from '@/core/partial-date';

/** How long ago a date was, in whole units of the calendar. */
export type Age = { readonly unit: 'day' | 'month' | 'year'; readonly count: number };

/** Whole months after which a fact may no longer hold; null: it is history and stays true. */
const mayChangeAfterMonths: Readonly<Record<Staleness, number | null>> = {
  historical: null,
  naming: null,
  // What was said was said; its date stands with the name of who said it.
  position: null,
  role: 1,
  status: 1,
};

/** Tell whether what the fact states can go stale at all, so that its age must be shown. */
export function canGoStale(staleness: Staleness): boolean {
  return mayChangeAfterMonths[staleness] !== null;
}

/**
 * Tell whether a fact vouched for up to `asOf` may have changed by `today` (local ISO date).
 * A date that cannot be read may have changed; one in the future (a wrong clock) has not.
 */
export function mayHaveChanged(
  fact: { readonly asOf: PartialDate; readonly staleness: Staleness },
  today: PartialDate,
): boolean {
  const limit = mayChangeAfterMonths[fact.staleness];
  if (limit === null) return false;
  const months = countMonths(fact.asOf, today);
  return months === null || months >= limit;
}

/**
 * Measure how long before `today` (local ISO date, day precision) `date` was: days within the first
 * month, months within the first two years, then years. A date is only as old as its precision
 * allows: "March 2025" counts whole months, "2004" whole years. Null for a date in the future, in
 * the current month or year when that is all we know, or one that cannot be read.
 */
export function measureAge(date: PartialDate, today: PartialDate): Age | null {
  const from = parsePartialDate(date);
  const to = parsePartialDate(today);
  const months = countMonths(date, today);
  if (from === null || to === null || months === null) return null;
  if (from.month === null) {
    return months < 12 ? null : { unit: 'year', count: to.year - from.year };
  }
  if (months >= 24) return { unit: 'year', count: Math.floor(months / 12) };
  if (months > 0) return { unit: 'month', count: months };
  if (from.day === null || to.month === null || to.day === null) return null;
  const milliseconds =
    Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day);
  return milliseconds < 0 ? null : { unit: 'day', count: milliseconds / 86_400_000 };
}

/**
 * Count the whole calendar months between two dates; negative when `today` is earlier.
 * From the 31st, the last day of a shorter month completes it. Null if either cannot be read.
 */
function countMonths(date: PartialDate, today: PartialDate): number | null {
  const from = parsePartialDate(date);
  const to = parsePartialDate(today);
  if (from === null || to === null) return null;
  if (from.month === null || to.month === null) return (to.year - from.year) * 12;
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (from.day === null || to.day === null) return months;
  const anniversary = Math.min(from.day, countDaysInMonth(to.year, to.month));
  return to.day < anniversary ? months - 1 : months;
}
