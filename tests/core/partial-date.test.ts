import { describe, expect, it } from 'vitest';
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
});
