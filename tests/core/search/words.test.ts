import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countEdits } from '@/core/search/edit-distance';
import { listLayoutSlips } from '@/core/search/keyboard-layout';
import { romanise } from '@/core/search/romanise';
import { measureEndings } from '@/core/search/same-stem';
import { findSearchWords } from '@/core/search/search-words';
import { allowEdits, createFindSimilar } from '@/core/search/similar-words';
import { toSoundKey } from '@/core/search/sound-key';
import { listTellingWords } from '@/core/search/telling-words';

describe('romanise', () => {
  it.each([
    ['Ярашук', 'yarashuk'],
    ['Ярошук', 'yaroshuk'],
    ['Вёсна', 'vesna'],
    ['аб’яднанне', 'abyadnanne'],
    ['Związków', 'zwiazkow'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['Яро́шук', 'yaroshuk'],
  ])('writes %s as %s', (word, latin) => {
    expect(romanise(word)).toBe(latin);
  });
});

describe('toSoundKey', () => {
  it.each([
    ['yarashuk yaroshuk yaroschuk jaroszuk jarasuk iarochouk'],
    ['viasna wjasna vyasna'],
    ['sapelka sapelko sapielka'],
    ['organisation organization'],
    ['aleksandr alexandr'],
  ])('gives one key to %s', (words) => {
    expect(new Set(words.split(' ').map(toSoundKey)).size).toBe(1);
  });

  it('keeps words apart that sound unlike', () => {
    const words = 'convention conference constitution commission congress'.split(' ');
    expect(new Set(words.map(toSoundKey)).size).toBe(words.length);
  });
});

describe('findSearchWords', () => {
  it.each([
    ['the ILO’s Commission', 'the ilo commission'],
    ["l'OIT d’enquête", 'oit enquete'],
    ['I.L.O. 113th C087', 'ilo 113 c 87'],
    ['№ 87/98', '87 98'],
    ['', ''],
  ])('reads %j as %j', (text, words) => {
    expect(
      findSearchWords(text)
        .map(({ word }) => word)
        .join(' '),
    ).toBe(words);
  });

  it('says where each word stands', () => {
    const text = 'Міжнародная «арганізацыя»';
    const found = findSearchWords(text).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['Міжнародная', 'арганізацыя']);
  });
});

describe('listTellingWords', () => {
  it('leaves out words that name nothing, unless there are no others', () => {
    expect(listTellingWords('who is the president of BKDP')).toEqual(['president', 'bkdp']);
    expect(listTellingWords('кто такой Ярошук')).toEqual(['yaroshuk']);
    expect(listTellingWords('who is it')).toEqual(['who', 'is', 'it']);
  });
});

describe('measureEndings', () => {
  it.each([
    ['imprisoned', 'imprisonment', 4],
    ['union', 'unionists', 4],
    ['канвенцыя', 'канвенцыі', 1],
    ['belarus', 'belarus', 0],
    ['commission', 'committee', null],
    ['untersuchungskommission', 'untersuchungsausschuss', null],
    ['ilo', 'ilc', null],
  ])('of %s and %s: %s', (a, b, ending) => {
    expect(measureEndings(a, b)).toBe(ending);
  });
});

describe('countEdits', () => {
  it.each([
    ['belaurs', 'belarus', 1, 1],
    ['belaurs', 'belarusian', 4, 1],
    ['inqury', 'inquiry', 1, 1],
    ['abc', 'abc', 0, 0],
    ['', 'abc', 3, 0],
    ['abc', '', 3, 3],
  ])('from %j to %j: %i, to a beginning: %i', (...[from, to, whole, beginning]) => {
    expect(countEdits(from, to)).toEqual({ whole, beginning });
  });

  it('is symmetric, zero for equals only, and no more than the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const { whole, beginning } = countEdits(a, b);
        expect(countEdits(b, a).whole).toBe(whole);
        expect(whole === 0).toBe(a === b);
        expect(whole).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(beginning).toBeLessThanOrEqual(whole);
      }),
    );
  });
});

describe('createFindSimilar', () => {
  it('misses no word that counting edits against every word finds', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      minLength: 4,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 40 }), letters, (list, word) => {
        const words = [...new Set(list)].sort();
        const allowed = word.length < 6 ? 1 : word.length < 9 ? 2 : 3;
        expect(allowEdits(word)).toBe(allowed);
        const expected = words.flatMap((each, index) => {
          const { whole, beginning } = countEdits(word, each);
          return whole <= allowed || beginning < allowed ? [index] : [];
        });
        expect(createFindSimilar(words)(word, allowed).map(({ index }) => index)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells whole words from beginnings and counts a swap as one edit', () => {
    const findSimilar = createFindSimilar(['bkdp', 'bkdpist', 'ilo']);
    expect(findSimilar('bkpd', 1)).toEqual([{ index: 0, edits: 1, isWhole: true }]);
    expect(findSimilar('bkpd', 2)).toEqual([
      { index: 0, edits: 1, isWhole: true },
      { index: 1, edits: 1, isWhole: false },
    ]);
  });
});

describe('allowEdits', () => {
  it('allows none in numbers and short words', () => {
    expect(['2005', 'c87x', 'ilc', 'bkpd', 'sapleka'].map(allowEdits)).toEqual([0, 0, 0, 1, 2]);
  });
});

describe('listLayoutSlips', () => {
  it.each([
    ['ашвр', 'fidh'],
    ['zhfier', 'ярашук'],
    [',tkfhecm', 'беларусь'],
  ])('reads %j as %j', (typed, meant) => {
    expect(listLayoutSlips(typed)).toContain(meant);
  });
});
