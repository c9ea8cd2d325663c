import { describe, expect, it } from 'vitest';
import { type DateForm, writeDate } from '@/core/citation/date-form';

const months = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
const form: DateForm = { template: '{month} {day}, {year}', months, days: 'numeric' };

describe('writeDate', () => {
  it.each([
    ['2026-01-01', 'Jan. 1, 2026'],
    ['2024-02-29', 'Feb. 29, 2024'],
    ['2025-12-31', 'Dec. 31, 2025'],
  ])('writes %s as %s', (date, written) => {
    expect(writeDate(form, date)).toBe(written);
  });

  it('pads days and takes the words of a style for them', () => {
    expect(writeDate({ ...form, days: 'padded' }, '2026-05-01')).toBe('May 01, 2026');
    expect(writeDate({ ...form, days: ['1st'] }, '2026-05-01')).toBe('May 1st, 2026');
  });

  it.each(['2026-5-1', '2026-05', '2026-13-01', '', '2026-05-01T00:00:00Z'])(
    'refuses %j',
    (date) => {
      expect(() => writeDate(form, date)).toThrow(/Not a calendar date/);
    },
  );
});
