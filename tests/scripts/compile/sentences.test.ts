import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSentences } from '@/scripts/compile/sentences';

function split(text: string, language = 'en'): string[] {
  return findSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('findSentences', () => {
  it.each<[string, string[]]>([
    ['One. Two.', ['One.', 'Two.']],
    ['A title without a stop\n\nA sentence.', ['A title without a stop', 'A sentence.']],
    ['Paris, 6 June 2025. On 7 June it met.', ['Paris, 6 June 2025.', 'On 7 June it met.']],
    ['"It is over", said Ada. "Go home."', ['"It is over", said Ada.', '"Go home."']],
    ['"Is it over?" asked Ada.', ['"Is it over?" asked Ada.']],
    [
      'See Convention No. 87 of the ILO. It applies.',
      ['See Convention No. 87 of the ILO.', 'It applies.'],
    ],
    ['Mr. Smith met Dr. Jones. They spoke.', ['Mr. Smith met Dr. Jones.', 'They spoke.']],
    ['A. Yarashuk spoke. All listened.', ['A. Yarashuk spoke.', 'All listened.']],
    ['Some (e.g. Ada) left. 29 stayed.', ['Some (e.g. Ada) left.', '29 stayed.']],
    ['Really?! Yes…  and no.', ['Really?!', 'Yes…  and no.']],
    ['', []],
  ])('splits %j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('knows abbreviations of other languages', () => {
    const text = 'Согласно ст. 33 Устава. Так сказано.';
    expect(split(text, 'ru')).toEqual(['Согласно ст. 33 Устава.', 'Так сказано.']);
  });

  it('takes a dotted number for an ordinal where that is how ordinals are written', () => {
    expect(split('Die 113. Sitzung tagt. Ende.', 'de')).toEqual([
      'Die 113. Sitzung tagt.',
      'Ende.',
    ]);
    expect(split('It was 113. Sitting down helped.')).toHaveLength(2);
  });

  it('loses nothing but white space and keeps the order', () => {
    const piece = fc.constantFrom(
      'Mr. ',
      'Ada',
      '. ',
      '? ',
      '"',
      '\n',
      ' ',
      '29 ',
      'went',
      '…',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const positions = findSentences(text, 'en');
        expect(
          positions
            .map(({ start, end }) => text.slice(start, end))
            .join('')
            .replaceAll(/\s/g, ''),
        ).toBe(text.replaceAll(/\s/g, ''));
        positions.slice(1).forEach(({ start }, index) => {
          expect(start).toBeGreaterThanOrEqual(positions[index]?.end ?? 0);
        });
      }),
    );
  });
});
