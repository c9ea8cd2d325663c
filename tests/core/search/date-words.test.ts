import { describe, expect, it } from 'vitest';
import { isDateAskedFor, readDateQuery } from '@/core/search/date-words';
import { findMonth } from '@/core/search/month-names';
import { romanise } from '@/core/search/romanise';
import { listTellingWords } from '@/core/search/telling-words';

function read(query: string) {
  return readDateQuery(query, listTellingWords(query))?.date ?? null;
}

describe('readDateQuery', () => {
  it.each([
    ['June 2023', { year: 2023, month: 6, day: null }],
    ['7 June', { year: null, month: 6, day: 7 }],
    ['June 7th, 2025', { year: 2025, month: 6, day: 7 }],
    ['07.06.2025', { year: 2025, month: 6, day: 7 }],
    ['2025-03', { year: 2025, month: 3, day: null }],
    ['report of 2004', { year: 2004, month: null, day: null }],
    ['7 июня', { year: null, month: 6, day: 7 }],
    ['чэрвень 2023', { year: 2023, month: 6, day: null }],
    ['7 czerwca 2025', { year: 2025, month: 6, day: 7 }],
    ['juin 2023', { year: 2023, month: 6, day: null }],
    ['в июне', { year: null, month: 6, day: null }],
    ['w czerwcu 2023 r.', { year: 2023, month: 6, day: null }],
    ['birželio 7', { year: null, month: 6, day: 7 }],
  ])('reads %j', (query, date) => {
    expect(read(query)).toEqual(date);
  });

  it.each(['article 33', 'convention 87', 'yarashuk', '29 unionists', ''])(
    'sees no date in %j',
    (query) => {
      expect(read(query)).toBeNull();
    },
  );
});

describe('findMonth', () => {
  it.each(['en', 'ru', 'be', 'uk', 'pl', 'de', 'fr', 'es', 'it', 'lt'])(
    'knows every month as %s writes it, alone and with a day',
    (language) => {
      const forms = [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const;
      const named = forms.flatMap((form) => {
        const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' });
        return Array.from({ length: 12 }, (_, at) => {
          const parts = format.formatToParts(new Date(Date.UTC(2000, at, 15)));
          const name = parts.find(({ type }) => type === 'month')?.value ?? '';
          // Lithuanian writes the month as a number beside a day.
          return /\p{L}/u.test(name) ? findMonth(romanise(name)) : at + 1;
        });
      });
      const months = Array.from({ length: 12 }, (_, at) => at + 1);
      expect(named).toEqual([...months, ...months]);
    },
  );

  it('knows the beginning of one month, not of two', () => {
    expect(['jan', 'lis', 'avgus'].map(findMonth)).toEqual([1, 11, 8]);
    expect(['ju', 'mar', 'a', 'convention'].map(findMonth)).toEqual([null, 3, null, null]);
  });
});

describe('isDateAskedFor', () => {
  const june = { year: 2025, month: 6, day: null };
  it.each([
    ['2025-06', true],
    ['2025-06-07', true],
    ['2025-07-07', false],
    ['2025', false],
    ['nonsense', false],
  ])('tells whether June 2025 is %s: %s', (date, isIt) => {
    expect(isDateAskedFor(june, date)).toBe(isIt);
  });
});
