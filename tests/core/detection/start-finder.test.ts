import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AliasGroup } from '@/core/alias';
import { analyseBlock } from '@/core/detection/analyse-block';
import { compileDetection } from '@/core/detection/compile';
import { createCueFinder, splitWords } from '@/core/detection/cues';
import type { Detection } from '@/core/detection/detection';
import { indexStarts } from '@/core/detection/mention-finder';
import { createMatcher } from '@/core/detection/matcher';
import { sumSigns } from '@/core/detection/page-evidence';
import { readTables } from '@/core/detection/tables';
import { makeAliases, makeBlock, makeGroup, makeSeries } from '@/tests/support/alias-sets';
import { aliasList, someText } from '@/tests/support/random-aliases';

/** Find where what one block, looked at word by word, does not rule out starts; numbers start with their list. */
function listPossible(text: string, detection: Detection): number[] {
  const packs = [readTables(detection)];
  const matcher = createMatcher(packs, (block) => splitWords(block).map(({ start }) => start));
  const engine = { matcher, packs, cueFinders: [createCueFinder(detection.cueIndex)] };
  const { candidates = [] } = analyseBlock(makeBlock({ text }), engine, null) ?? {};
  return candidates
    .filter(({ readings }) => readings.some(({ signs }) => Number.isFinite(sumSigns(signs))))
    .map(({ expression }) => expression.start);
}

type Places = readonly (readonly [at: number, isEnd: boolean])[];

/**
 * List the starts that are missed of all that blocks of `text` do not rule out. It is cut into texts
 * at `places`, given as parts of its length, and a block ends at some of them.
 */
function listMissed(
  text: string,
  { detection, places }: { readonly detection: Detection; readonly places: Places },
): number[] {
  const findStarts = indexStarts([readTables(detection)]);
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
    listPossible(flow.text, detection).flatMap((start) => flow.offsets[start] ?? []),
  );
  return expected.filter((start) => !starts.includes(start));
}

describe('createStartFinder', () => {
  const cuts = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), {
    maxLength: 6,
  });

  const needs = fc.constantFrom<Partial<AliasGroup>>(
    {},
    { needsQuotes: true },
    { phraseRequires: ['few'] },
    { phraseRequires: ['few', 'many'] },
    { caseRule: 'name' },
    { caseRule: 'exact' },
  );
  const cases = fc.constantFrom(
    (form: string) => form,
    (form: string) => form.charAt(0).toUpperCase() + form.slice(1),
    (form: string) => form.replace(/^\S+/u, (word) => word.toUpperCase()),
  );
  const cueGroups = [
    { name: 'few', phrases: ['8a', 'си'] },
    { name: 'many', phrases: ['8 8', 'al', 'ИЙ'] },
  ];

  it('leaves out no candidate a block leaves, whichever of the pieces read on into the next', () => {
    const ruled = aliasList.chain((forms) =>
      fc.tuple(
        fc.tuple(
          ...forms.map((form) =>
            fc.record({ form: cases.map((write) => write(form)), need: needs }),
          ),
        ),
        // Long aliases are hardly met by chance.
        fc.array(fc.oneof(someText, fc.constantFrom(...forms)), { maxLength: 4 }),
      ),
    );
    fc.assert(
      fc.property(ruled, cuts, ([aliases, texts], places) => {
        const text = texts.join(' ');
        const groups = aliases.map(({ form, need }) => makeGroup({ forms: [form], ...need }));
        const detection = compileDetection('pack', makeAliases({ groups, cueGroups }));
        expect(listMissed(text, { detection, places })).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out no number of a list, however it is written and wherever it ends', () => {
    const head = fc.constantFrom('Convention', 'convention', 'C', 'c');
    const lead = fc.constantFrom(' ', ' ', ' No. ', ', 1948 (№ ', ': ', '');
    const number = fc.constantFrom('87', '098', '33', '105', '8', '1948');
    const ending = fc.constantFrom('', '', '', 'th', '.5', ' (1948)', ' «one two»', ' (one', ')');
    const joint = fc.constantFrom(', ', ' and ', '/', ', No. ', '. ', ' x ', '\n');
    const items = fc.array(fc.tuple(number, ending, joint), { maxLength: 4 });
    const texts = fc
      .array(fc.tuple(head, lead, items), { maxLength: 3 })
      .map((lists) => lists.flat(3).join(''));
    const series = [
      makeSeries({ heads: ['Convention'] }),
      makeSeries({ heads: ['C'], caseRule: 'name' }),
    ];
    const detection = compileDetection('pack', makeAliases({ series }));
    fc.assert(
      fc.property(texts, cuts, (text, places) => {
        expect(listMissed(text, { detection, places })).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes a list of any length to have any number', () => {
    const list = Array.from({ length: 200 }, (_, index) => 1000 + index).join(', ');
    expect(findStarts(`Conventions ${list}`)).toHaveLength(1);
    expect(findStarts('Conventions 1000, 1001')).toEqual([]);
  });

  const groups = [
    makeGroup({ forms: ['FU', 'Free Unions', 'Union of Free Cooks', 'Men of the Sea Union'] }),
    makeGroup({ forms: ['Spring', 'Spring Fair', 'WE judges'], caseRule: 'name' }),
    makeGroup({ forms: ['Snow'], needsQuotes: true }),
    makeGroup({ forms: ['vote', 'secret ballot'], phraseRequires: ['year'] }),
  ];
  const years = [{ name: 'year', phrases: ['2020', '20th'] }];
  const aliases = makeAliases({ groups, cueGroups: years, series: [makeSeries({})] });
  const findStarts = indexStarts([readTables(compileDetection('pack', aliases))]);

  it.each([
    'FU\0and more',
    'Say F\0U.',
    'Free\0 Unions',
    'Free Un\0ions\0Next',
    'the Union\0 of Free\0Cooks',
    'Union of F\0ree Cooks',
    'in Spring',
    'WE\0 judges and WEjudges',
    'WE Judges',
    'We ju\0dges',
    'Convention\0 No. 87',
    'Convention, 1948 (№\u00a087)',
    'Conventions 29, 105 and\0 98',
    'Convention 8\u00007\u00005',
    'of “Snow”',
    'of “\0Snow\0 ”',
    'the vote of 2020',
    'in 2\u0000020, on a day of summer, the vote',
    'the vote\0 of 20\0th',
    'the secret ballot, as they called it, of 2020',
    'Men of the Sea',
    'Men of t\u00adh\u00ade Sea',
    'Men of the Se\0a Union',
  ])('finds one in %j', (joined) => {
    expect(findStarts(joined)).toHaveLength(1);
  });

  it.each([
    'Free\0shipping. Free of charge',
    'a union of great cooks',
    'to spring',
    'spring fair',
    'we judges',
    'We judges',
    'of Snow',
    'of “Snow,',
    'the vote of 2021 or 20201 and',
    'the vote was the first in which the people took a part at all, in 2020',
    'the secret ballot',
    'Men of the Hills',
    'Convention\0 No. 105',
    'Convention 87.5',
    'Convention 29. 87 states',
    'Convention\0 Convention of the century, the first of its kind: 1948',
  ])('finds none in %j', (joined) => {
    expect(findStarts(joined)).toEqual([]);
  });
});
