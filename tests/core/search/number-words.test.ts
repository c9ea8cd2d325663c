import { describe, expect, it } from 'vitest';
import { writeNumbers } from '@/core/search/number-words';
import { findTellingWords } from '@/core/search/telling-words';

function write(text: string, known: readonly string[] = []): string {
  return writeNumbers(findTellingWords(text), (word) => known.includes(word)).join(' ');
}

describe('writeNumbers', () => {
  it.each([
    ['article thirty-three', 'article 33'],
    ['seventh of June', '7 june'],
    ['two thousand four', '2004'],
    ['twenty twenty-three', '2023'],
    ['nineteen ninety eight', '1998'],
    ['hundred and thirteenth session', '113 session'],
    ['конвенция восемьдесят семь', 'konventsiya 87'],
    ['седьмое июня', '7 iyunya'],
    ['дзевяноста восьмая', '98'],
    ['siódmego czerwca', '7 czerwca'],
    ['trzydziesty trzeci', '33'],
    ['siebenundachtzig', '87'],
    ['quatre-vingt-dix-huit', '98'],
    ['soixante-dix-huit', '78'],
    ['ochenta y siete', '87'],
    ['veintinueve', '29'],
    ['ottantasette novantotto', '87 98'],
    ['trisdešimt trys', '33'],
  ])('writes %j as %j', (words, digits) => {
    expect(write(words)).toBe(digits);
  });

  it.each(['stolen', 'tent', 'trial', 'commission', 'convention', '33'])('leaves %j', (word) => {
    expect(write(word)).toBe(word);
  });

  it('leaves a single number word the pack uses, but reads two as one number', () => {
    expect(write('four members', ['four'])).toBe('four members');
    expect(write('four members')).toBe('4 members');
    expect(write('twenty four', ['twenty', 'four'])).toBe('24');
  });
});
