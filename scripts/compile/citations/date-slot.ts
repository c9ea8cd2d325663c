import type { DateForm } from '@/core/citation/date-form';
import { writeDate } from '@/core/citation/date-form';

/** A text with one gap for a date. */
export type DateSlot = { readonly before: string; readonly after: string; readonly form: DateForm };

const sampleYear = 2987;
const sampleDay = 23;
const months = Array.from({ length: 12 }, (_, index) => index + 1);
const days = Array.from({ length: 31 }, (_, index) => index + 1);
/** Enough days to tell plain numbers from padded ones and from words such as 1st or 1er. */
const tellingDays = [1, 2, 3, 9, 10, 21, 22, 31];

/**
 * Find where and how `render` writes the date it is given; null if it leaves the date out.
 * The form is learnt from every month and every telling day, then proved on dates of other years.
 * Throws if the date is written in a way that day, month and year cannot be told apart.
 */
export function locateDateSlot(render: (date: string) => string): DateSlot | null {
  if (render('2987-11-23') === render('1654-05-08')) return null;
  const inMonth = months.map((month) => render(toDate(sampleYear, month, sampleDay)));
  const onDay = (day: number): string => render(toDate(sampleYear, 1, day));
  const others = ['1654-05-08', '2024-02-29', '2025-12-31', '2031-01-01', '2026-11-23'];
  const samples = [...inMonth, ...tellingDays.map(onDay), ...others.map(render)];

  const before = findCommonStart(samples);
  const after = findCommonEnd(samples.map((sample) => sample.slice(before.length)));
  const cut = (sample: string): string => sample.slice(before.length, sample.length - after.length);

  const templates = inMonth.map((sample) =>
    mark(mark(cut(sample), String(sampleYear), '{year}'), String(sampleDay), '{day}'),
  );
  const start = findCommonStart(templates);
  const end = findCommonEnd(templates.map((template) => template.slice(start.length)));
  const monthNames = templates.map((template) =>
    template.slice(start.length, template.length - end.length),
  );
  const template = `${start}{month}${end}`;
  const form = {
    template,
    months: monthNames,
    days: learnDays(template.replace('{month}', monthNames[0] ?? ''), (day) => cut(onDay(day))),
  };

  for (const date of others) {
    const filled = before + writeDate(form, date) + after;
    if (filled !== render(date)) {
      throw new Error(`Cannot fill a date in: "${filled}" is not "${render(date)}"`);
    }
  }
  return { before, after, form };
}

/** Learn how days are written from a template that lacks only the day and the year. */
function learnDays(template: string, write: (day: number) => string): DateForm['days'] {
  const [start = '', end] = template.replace('{year}', String(sampleYear)).split('{day}');
  if (end === undefined) return 'numeric';
  const learn = (day: number): string => {
    const text = write(day);
    return text.slice(start.length, text.length - end.length);
  };
  if (tellingDays.every((day) => learn(day) === String(day))) return 'numeric';
  if (tellingDays.every((day) => learn(day) === String(day).padStart(2, '0'))) return 'padded';
  return days.map(learn);
}

function mark(text: string, part: string, name: string): string {
  return text.replace(part, name);
}

function toDate(year: number, month: number, day: number): string {
  return [year, ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}

function findCommonStart(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const text of others) {
    while (!text.startsWith(first.slice(0, length))) length -= 1;
  }
  return first.slice(0, length);
}

function findCommonEnd(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const text of others) {
    while (!text.endsWith(first.slice(first.length - length))) length -= 1;
  }
  return first.slice(first.length - length);
}
