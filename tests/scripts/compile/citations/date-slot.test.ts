import { describe, expect, it } from 'vitest';
import { writeDate } from '@/core/citation/date-form';
import { locateDateSlot } from '@/scripts/compile/citations/date-slot';

/** Render a date with Intl, as a style in that locale would. */
function renderIn(locale: string, options: Intl.DateTimeFormatOptions): (date: string) => string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return (date) => `Read 2987 times [${format.format(new Date(date))}] & cited.`;
}

const long = { day: 'numeric', month: 'long', year: 'numeric' } as const;

describe('locateDateSlot', () => {
  it.each([
    ['English', renderIn('en-GB', long)],
    ['American English', renderIn('en-US', { ...long, month: 'short' })],
    ['Belarusian', renderIn('be', long)],
    ['German', renderIn('de', { day: '2-digit', month: '2-digit', year: 'numeric' })],
    ['Hungarian', renderIn('hu', long)],
    [
      'ordinal',
      (date: string) =>
        `the ${Number(date.slice(8))}. of ${date.slice(5, 7)} in ${date.slice(0, 4)}`,
    ],
    [
      'words for days',
      (date: string) =>
        `${['I', 'II'][Number(date.slice(8)) - 1] ?? date.slice(8)}/${date.slice(0, 7)}`,
    ],
  ])('learns %s dates for every day of a leap year', (_, render) => {
    const slot = locateDateSlot(render);
    if (slot === null) throw new Error('No slot found');
    for (let day = 0; day < 366; day += 1) {
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      expect(slot.before + writeDate(slot.form, date) + slot.after).toBe(render(date));
    }
  });

  it('gives null where no date is written', () => {
    expect(locateDateSlot(() => 'FIDH, 6 June 2025')).toBeNull();
  });

  it('refuses a date it cannot take apart', () => {
    expect(() => locateDateSlot((date) => String(Date.parse(date)))).toThrow('Cannot fill a date');
  });
});
