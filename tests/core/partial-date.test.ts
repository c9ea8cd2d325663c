import { describe, expect, it, vi } from 'vitest';
import { formatPartialDate } from '@/core/partial-date';

describe('formatPartialDate', () => {
  it.each([
    ['2025-06-06', 'en-GB', '6 June 2025'],
    ['2023-06', 'en-GB', 'June 2023'],
    ['2004', 'en-GB', '2004'],
    ['2025-06-06', 'ru', '6 июня 2025 г.'],
    ['2025-13', 'en-GB', '2025-13'],
    ['soon', 'en-GB', 'soon'],
  ])('writes %s in %s as %s', (date, language, text) => {
    expect(formatPartialDate(date, language)).toBe(text);
  });

  it('writes Belarusian as Intl does where Intl does not know it', () => {
    const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
    const dates = ['2004', ...months.flatMap((month) => [`2025-${month}`, `2025-${month}-06`])];
    const known = dates.map((date) => formatPartialDate(date, 'be'));
    vi.stubGlobal('Intl', { DateTimeFormat: { supportedLocalesOf: () => [] } });
    expect(dates.map((date) => formatPartialDate(date, 'be'))).toEqual(known);
    expect(known).toContain('6 чэрвеня 2025 г.');
    vi.unstubAllGlobals();
  });
});
