import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeWordList, encodeWordList } from '@/core/detection/word-list';

const letters = fc.constantFrom(...'az09 яаєіўџ{}^#.-漢'.split(''), '𝒜');
const word = fc.array(letters, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));

it('gets back every list of words, whatever their scripts and lengths', () => {
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(decodeWordList(encodeWordList(words))).toEqual(words);
    }),
  );
});

it('writes Cyrillic in single bytes', () => {
  const words = ['арганізацыя', 'арганізацыю', 'праца', 'ўлада', 'ілжывы', 'єдність'];
  expect(encodeWordList(words)).toMatch(/^[ -~]*$/u);
});
