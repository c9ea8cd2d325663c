import * as fc from 'fast-check';

/** Few letters, so that aliases are met often; each with ways to write it that fold alike. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  a: ['a', 'A', 'á', 'a\u0301', 'a\u00ad', 'а\u200b'.replace('а', 'a')],
  l: ['l', 'Ł', 'l\u2060'],
  с: ['с', 'С'],
  й: ['й', 'Й', 'и\u0306', 'И\u0306'],
  и: ['и', 'И', 'и\u0301'],
  '8': ['8'],
};
const latin = ['a', 'l', '8'];
const cyrillic = ['с', 'й', 'и', '8'];
const word = fc
  .constantFrom(latin, cyrillic)
  .chain((letters) => fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 }));
const phrase = fc.array(word, { minLength: 1, maxLength: 5 });
const separators = [' ', '\u00a0', '\n', '-', '‑', '; ', ' — ', '.', '😀', ' «', '» '];

/** Some aliases of one to five words. */
export const aliasList = fc.uniqueArray(
  phrase.map((words) => words.map((letters) => letters.join('')).join(' ')),
  { minLength: 1, maxLength: 12 },
);
/** Text of the same letters. */
export const someText = fc
  .array(
    fc.tuple(
      word.chain((letters) =>
        fc.tuple(...letters.map((letter) => fc.constantFrom(...(spellings[letter] ?? [letter])))),
      ),
      fc.constantFrom(...separators),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.map(([letters, separator]) => letters.join('') + separator).join(''));
