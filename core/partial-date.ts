import { belarusianMonths } from './belarusian-months';
import type { PartialDate } from '@/core/pack';

/** A calendar date whose month and day may be unknown; months and days count from 1. */
export type DateParts = {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
};

/** Read a date of day, month or year precision; null if it is not one or names no real day. */
export function parsePartialDate(date: PartialDate): DateParts | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month !== null && (month < 1 || month > 12)) return null;
  if (month !== null && day !== null && (day < 1 || day > countDaysInMonth(year, month)))
    return null;
  return { year, month, day };
}

/** Count the days of a month in the Gregorian calendar; `month` counts from 1. */
export function countDaysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Write a date out as far as it is known: "6 June 2025", "June 2023", "2004".
 * Returns `date` unchanged when it cannot be read.
 */
export function formatPartialDate(date: PartialDate, language: string): string {
  const parts = parsePartialDate(date);
  if (parts === null) return date;
  if (/^be\b/.test(language) && Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) {
    return writeInBelarusian(parts);
  }
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (parts.month !== null) options.month = 'long';
  if (parts.day !== null) options.day = 'numeric';
  const moment = new Date(Date.UTC(parts.year, (parts.month ?? 1) - 1, parts.day ?? 1));
  return new Intl.DateTimeFormat(language, options).format(moment);
}

function writeInBelarusian({ year, month, day }: DateParts): string {
  const names = belarusianMonths[(month ?? 0) - 1];
  if (names === undefined) return String(year);
  return day === null ? `${names[0]} ${year}` : `${day} ${names[1]} ${year} г.`;
}

/** Write the calendar date of `moment` in the reader's time zone: "2026-11-23". */
export function toLocalDate(moment: Date): PartialDate {
  return `${moment.getFullYear()}-${padTwo(moment.getMonth() + 1)}-${padTwo(moment.getDate())}`;
}

function padTwo(value: number): string {
  return String(value).padStart(2, '0');
}
