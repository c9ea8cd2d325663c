import { describe, expect, it } from 'vitest';
import { isDateAskedFor, readDateQuery } from '@/core/search/date-words';
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
