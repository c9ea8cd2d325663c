import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDetection } from '@/core/detection/compile';
import { foldText } from '@/core/detection/fold';
import { indexStarts } from '@/core/detection/mention-finder';
import { createMatcher } from '@/core/detection/matcher';
import { chunkSize, readTables } from '@/core/detection/tables';
import {
  findMentionTexts,
  makeAliases,
  makeGroup,
  openPage,
  makeBlock,
} from '@/tests/support/alias-sets';
import { aliasList, someText } from '@/tests/support/random-aliases';

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
