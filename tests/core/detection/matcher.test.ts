import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCandidates } from '@/core/detection/candidates';
import { compileDetection } from '@/core/detection/compile';
import { foldText } from '@/core/detection/fold';
import { indexStarts } from '@/core/detection/mention-finder';
import { createMatcher } from '@/core/detection/matcher';
import { chunkSize, readTables } from '@/core/detection/tables';
import {
  findMentionTexts,
  makeAliases,
  makeGroup,
  makeSeries,
  openPage,
  makeBlock,
} from '@/tests/support/alias-sets';

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
  .chain((letters) => fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 3 }));
const phrase = fc.array(word, { minLength: 1, maxLength: 3 });
const separators = [' ', '\u00a0', '\n', '-', '‑', '; ', ' — ', '.', '😀', ' «', '» '];

const aliasList = fc.uniqueArray(
  phrase.map((words) => words.map((letters) => letters.join('')).join(' ')),
  { minLength: 1, maxLength: 12 },
);
const someText = fc
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

type Found = { readonly start: number; readonly form: string };

/** Search every alias at every place of the folded text, one after the other. */
function searchNaively(text: string, aliases: readonly string[]): Found[] {
  const { text: folded, offsets } = foldText(text);
  const found = aliases.flatMap((alias) => {
    const words = alias.split(' ').join('(?: ?["] ?|[ -])');
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?=(${words})(?![\\p{L}\\p{N}]))`, 'gu');
    return [...folded.matchAll(pattern)].map(({ index }) => ({
      start: offsets[index] ?? -1,
      form: alias,
    }));
  });
  return found.sort(compareFound);
}

function compareFound(left: Found, right: Found): number {
  return left.start - right.start || right.form.length - left.form.length;
}

function createFinder(aliases: readonly string[]) {
  const groups = aliases.map((form) => makeGroup({ forms: [form], cardId: form }));
  const detection = compileDetection('pack', makeAliases({ groups }));
  const tables = readTables(detection);
  const matcher = createMatcher([tables], indexStarts([tables]));
  return (text: string) =>
    matcher.findMatches(text).flatMap(({ start, end, outputs }) =>
      outputs.map((output) => {
        const form = tables.cardIds[tables.rules.get(output)?.card ?? -1] ?? '';
        return { start, end, form };
      }),
    );
}

describe('findMatches', () => {
  it('finds what a naive search finds, whatever the text', () => {
    fc.assert(
      fc.property(aliasList, someText, (aliases, text) => {
        const found = createFinder(aliases)(text).map(({ start, form }) => ({ start, form }));
        expect(found.sort(compareFound)).toEqual(searchNaively(text, aliases));
      }),
      { numRuns: 300 },
    );
  });

  it('finds every one of thousands, and nothing like them', () => {
    const stems = [...'бвгдклмнпрст'].flatMap((first) =>
      [...'аиу'].flatMap((vowel) => [...'бкт'].map((last) => first + vowel + last)),
    );
    const endings = ['', 'а', 'у', 'ом'];
    const aliases = stems.flatMap((stem, index) =>
      endings.flatMap((ending) => [
        stem + ending,
        `${stem}${ending} ${stems.at(-1 - index)}ский союз${ending}`,
      ]),
    );
    expect(aliases.length).toBeGreaterThan(6 * chunkSize);
    const find = createFinder(aliases);
    const text = aliases.join('; ');
    expect(find(text).map(({ start, form }) => ({ start, form }))).toEqual(
      searchNaively(text, aliases),
    );
    const others = aliases.map((alias) => alias.replace(/^./u, 'ж'));
    expect(find(others.join('; '))).toEqual([]);
  });

  it('starts and ends every match on a boundary of words', () => {
    fc.assert(
      fc.property(aliasList, someText, (aliases, text) => {
        for (const { start, end } of createFinder(aliases)(text)) {
          const before = text.slice(0, start).replaceAll(/[\p{Cf}\p{M}]/gu, '');
          const after = text.slice(end).replaceAll(/[\p{Cf}\p{M}]/gu, '');
          expect(before).not.toMatch(/[\p{L}\p{N}]$/u);
          expect(after).not.toMatch(/^[\p{L}\p{N}]/u);
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]/u);
        }
      }),
    );
  });

  it('takes the leftmost alias, and of those the longest', () => {
    fc.assert(
      fc.property(aliasList, someText, (aliases, text) => {
        let end = 0;
        const expected = createFinder(aliases)(text)
          .sort((left, right) => left.start - right.start || right.end - left.end)
          .filter((match) => {
            if (match.start < end) return false;
            end = match.end;
            return true;
          })
          .map(({ start, end }) => ({ start, end }));
        const groups = aliases.map((form) => makeGroup({ forms: [form], cardId: form }));
        const mentions = openPage({ groups })
          .addBlocks([makeBlock({ text })])
          .flatMap(({ mentions }) => mentions)
          .map(({ start, end }) => ({ start, end }));
        expect(mentions).toEqual(expected);
      }),
    );
  });
});

describe('an alias', () => {
  it.each([
    ['as a possessive', "the BKDP's view, BKDP’s", ['BKDP', 'BKDP']],
    ['in a compound', 'ILO-led, BKDP-Mitglied, BKDP/ITUC, #BKDP', ['BKDP', 'BKDP', 'BKDP']],
    [
      'across a line break or a hard space',
      'Free\n  Union and Free\u00a0Union',
      ['Free\n  Union', 'Free\u00a0Union'],
    ],
    ['with a quotation mark inside', 'the Free “Union”', ['Free “Union']],
    ['in a headline of capitals', 'FREE UNION WINS', ['FREE UNION']],
    ['with stress marks and soft hyphens', 'Fre\u00ade U\u0301nion', ['Fre\u00ade U\u0301nion']],
    ['not inside a word', 'XBKDP BKDPs BKDP2 Unionfree union', []],
    ['not across a sentence or a paragraph', 'He is free. Union men. Free\n\nUnion', []],
    ['not across a dash', 'free – union', []],
    ['not as an acronym in lower case', 'bkdp Bkdp', []],
  ])('is found %s', (_, text, expected) => {
    const groups = [
      makeGroup({ forms: ['BKDP'], caseRule: 'exact' }),
      makeGroup({ forms: ['Free Union'], caseRule: 'any' }),
    ];
    expect(findMentionTexts(text, { groups })).toEqual(expected.map((form) => `${form} → card`));
  });

  it('that is a name needs its capitals, or all of them', () => {
    const groups = [makeGroup({ forms: ['Павел Сапелка'], caseRule: 'name' })];
    const text = 'Павел Сапелка, ПАВЕЛ САПЕЛКА, павел сапелка, Павел сапелка';
    expect(findMentionTexts(text, { groups })).toEqual([
      'Павел Сапелка → card',
      'ПАВЕЛ САПЕЛКА → card',
    ]);
  });

  it('with a full stop is found without it', () => {
    const groups = [makeGroup({ forms: ['Art. 33'] })];
    const text = 'Art. 33, Art.33, art 33, Art. 330';
    expect(findMentionTexts(text, { groups })).toHaveLength(3);
  });

  it('only for the search box is never found', () => {
    const groups = [makeGroup({ forms: ['Belarus'], certainty: 'search' })];
    expect(findMentionTexts('Belarus', { groups })).toEqual([]);
  });
});

describe('createStartFinder', () => {
  const cuts = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
    maxLength: 6,
  });

  it('leaves out no candidate, whichever of the pieces read on into the next', () => {
    fc.assert(
      fc.property(aliasList, someText, cuts, (aliases, text, places) => {
        const groups = aliases.map((form) => makeGroup({ forms: [form], cardId: form }));
        const packs = [readTables(compileDetection('pack', makeAliases({ groups })))];
        const findStarts = indexStarts(packs);
        const source = { matcher: createMatcher(packs, findStarts), packs };
        const ends = new Map(places.map(([at, isEnd]) => [Math.floor(at * text.length), isEnd]));
        let joined = '';
        const flows: { text: string; offsets: number[] }[] = [{ text: '', offsets: [] }];
        for (const [index, letter] of text.split('').entries()) {
          const isEnd = index > 0 ? ends.get(index) : undefined;
          if (isEnd !== undefined) joined += '\0';
          if (isEnd) flows.push({ text: '', offsets: [] });
          const flow = flows.at(-1);
          if (!flow) continue;
          flow.text += letter;
          flow.offsets.push(joined.length);
          joined += letter;
        }
        const starts = findStarts(joined);
        expect(starts).toEqual([...new Set(starts)].toSorted((one, other) => one - other));
        const expected = flows.flatMap((flow) =>
          findCandidates(flow.text, source).map(({ start }) => flow.offsets[start]),
        );
        expect(starts).toEqual(expect.arrayContaining([...new Set(expected)]));
      }),
      { numRuns: 500 },
    );
  });

  const groups = [
    makeGroup({ forms: ['FU', 'Free Unions', 'Union of Free Cooks'] }),
    makeGroup({ forms: ['Spring'], caseRule: 'name' }),
  ];
  const aliases = makeAliases({ groups, series: [makeSeries({})] });
  const findStarts = indexStarts([readTables(compileDetection('pack', aliases))]);

  it.each([
    'FU\0and more',
    'Say F\0U.',
    'Free\0 Unions',
    'Free Un\0ions\0Next',
    'the Union\0 of Free\0Cooks',
    'Union of F\0ree Cooks',
    'in Spring',
    'Convention\0 No. 87',
    'Convention, 1948 (№\u00a087)',
  ])('finds one in %j', (joined) => {
    expect(findStarts(joined)).toHaveLength(1);
  });

  it.each([
    'Free\0shipping. Free of charge',
    'a union of great cooks',
    'to spring',
    'Convention\0 Convention of the century, the first of its kind: 1948',
  ])('finds none in %j', (joined) => {
    expect(findStarts(joined)).toEqual([]);
  });
});
