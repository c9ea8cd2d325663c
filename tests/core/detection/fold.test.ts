import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFold } from '@/core/detection/compute-fold';
import { foldText } from '@/core/detection/fold';
import { separator, unknown } from '@/core/detection/fold-codes';
import { createFoldTable } from '@/core/detection/known-folds';

/** Letters, marks and invisible characters of the languages at home here, in awkward mixtures. */
const awkward = [
  ...'aAbzłŁøđßæœſıİéèąÅñ абвйЙўЎїЇіІиИуУёЁґҐьъ’\'ʼ`-‐‑–—"«»„“.,()№°0123456789',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u202e',
  '\u00a0',
  '\u202f',
  '\n',
  '\t',
  '\u0301',
  '\u0306',
  '\u0308',
  '\u0328',
  '\ud835\udc00',
  '😀',
  '中',
  'が',
  'か\u3099',
  'ﬁ',
];
const awkwardText = fc
  .array(fc.constantFrom(...awkward), { maxLength: 60 })
  .map((parts) => parts.join(''));
const anyText = fc.oneof(
  awkwardText,
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('foldText', () => {
  it.each([
    ['case', 'БКДП Łukasz', 'бкдп lukasz'],
    ['composed and decomposed accents', 'Żė \u005a\u0307e\u0307', 'ze ze'],
    ['letters that look accented but do not decompose', 'Łódź, Øre, Đorđe', 'lodz, ore, dorde'],
    ['ligatures', 'Straße Œuvre Ærø', 'strasse oeuvre aero'],
    ['ё as е and ґ as г', 'Щётка Ґанок', 'щетка ганок'],
    ['й, ў, ї as letters of their own', 'Мой ваўка Україна', 'мой ваўка україна'],
    ['the same three decomposed', 'Мои\u0306 вау\u0306ка Украі\u0308на', 'мой ваўка україна'],
    ['a stress mark as nothing', 'Яро\u0301шук', 'ярошук'],
    [
      'soft hyphens, zero-width and bidi marks as nothing',
      'La\u00adbour\u200b I\u2060L\ufeffO\u200f',
      'labour ilo',
    ],
    ['white space of any kind as one space', 'No.\u00a0\n 87\u202fand\t98', 'no. 87 and 98'],
    ['apostrophes alike', "l’OIT l'OIT l‘OIT аб’яднанне", "l'oit l'oit l'oit аб'яднанне"],
    ['hyphens alike', 'UN-Experten UN‑Experten UN–Experten', 'un-experten un-experten un-experten'],
    ['quotation marks alike', '«Вясна» „Вясна“ "Вясна"', '"вясна" "вясна" "вясна"'],
    ['the soft sign as nothing', 'Вясьне Салідарнасьць', 'вясне салідарнасц'],
    ['э as е', 'канфэрэнцыя', 'канференцыя'],
    ['a Latin i in a Cyrillic word', 'Салiдарнасць', 'салідарнасц'],
    ['Cyrillic twins in a Latin word', 'ВКDР', 'bkdp'],
    ['words of one script as they are', 'MOT МОТ', 'mot мот'],
    ['raised letters and footnote numbers', 'nᵒˢ 113ᵉ ILO²', 'nos 113e ilo²'],
  ])('takes %s', (_, text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldText(text).text;
        expect(foldText(once).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('maps every code unit back to where it came from', () => {
    const pieces: readonly (readonly [original: string, folded: string])[] = [
      ['a', 'a'],
      ['É', 'e'],
      ['e\u0301', 'e'],
      ['ß', 'ss'],
      ['\u00ad', ''],
      ['\u200b', ''],
      ['.', '.'],
      ['’', "'"],
      [' \u00a0\n.', ' .'],
      ['中', '中'],
      ['.и\u0306.', '.й.'],
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (chosen) => {
        const { text, offsets } = foldText(chosen.map(([original]) => original).join(''));
        expect(text).toBe(chosen.map(([, folded]) => folded).join(''));
        let original = 0;
        let folded = 0;
        for (const [from, to] of chosen) {
          for (const offset of offsets.slice(folded, folded + to.length)) {
            expect(offset).toBeGreaterThanOrEqual(original);
            expect(offset).toBeLessThan(original + from.length);
          }
          original += from.length;
          folded += to.length;
        }
        expect(offsets.slice(folded)).toEqual([original]);
      }),
      { numRuns: 300 },
    );
  });

  it('folds composed and decomposed Latin, Greek and Cyrillic text alike', () => {
    const letters = fc.constantFrom(...'aąéłñżйўїёґѓќὰάΐабвгсіу'.split(''));
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        expect(foldText(text.normalize('NFD')).text).toBe(foldText(text.normalize('NFC')).text);
      }),
    );
  });
});

describe('computeFold', () => {
  const codes = Array.from({ length: 0x10000 }, (_, code) => code).filter(
    (code) => code < 0xd800 || code > 0xdfff,
  );

  it('takes for parts of words what Unicode has as letters, numbers, marks and what none sees', () => {
    // By use: apostrophes, footnote marks. By block: accents, what is nothing, signs among ideographs.
    const apostrophes = /[\u02b9-\u02bd\u02c8\u02ca\u02cb\u0374]/u;
    const footnotes = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/u;
    const blocks = /[\u1ab0-\u1aff\u20d0-\u20ff\ufff0-\ufffb\u4dc0-\u4dff]/u;
    const others = new RegExp(
      [apostrophes, footnotes, blocks].map((set) => set.source).join('|'),
      'u',
    );
    const judged = codes.filter((code) => !others.test(String.fromCharCode(code)));
    const parts = judged.filter((code) => computeFold(code) !== separator);
    const part = /[\p{L}\p{N}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
    expect(parts).toEqual(judged.filter((code) => part.test(String.fromCharCode(code))));
  });
});

describe('createFoldTable', () => {
  const known = [...createFoldTable().entries()].filter(([, fold]) => fold !== unknown);

  it('knows what would be computed', () => {
    const computed = known.map(([code]) => [code, computeFold(code)]);
    expect(known).toEqual(computed);
  });

  it.each([
    'The ILO’s “Convention” — № 87',
    'Вясна, Беларусі й України',
    'Łódź, déclaré, ščučynas',
  ])('knows every letter of %j', (text) => {
    const codes = new Set(known.map(([code]) => code));
    const rare = text.split('').filter((letter) => !codes.has(letter.charCodeAt(0)));
    // The numero sign decomposes into letters.
    expect(rare.filter((letter) => letter !== '№')).toEqual([]);
  });
});
