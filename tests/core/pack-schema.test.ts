import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePackFile } from '@/core/pack-schema';
import { packFileLimits } from '@/core/pack-schema/hostile-json';
import { makeAliasSet, makeCard, makeFact, makePack, makePackFile } from '../support/pack-file';

function parse(value: unknown) {
  return parsePackFile(JSON.stringify(value));
}

/** Copy a pack file with the value at `path` replaced, or removed when `value` is undefined. */
function replaceAt(path: string, value: unknown): unknown {
  const copy = structuredClone(makePackFile()) as unknown as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let parent = copy;
  for (const step of steps) parent = parent[step] as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

const fileText = JSON.stringify(makePackFile());

/** What a file nobody vouches for may hold, and what the reader must be told. */
const broken: [name: string, text: string, path: string, message: RegExp][] = [
  ['no JSON', '{', '', /not a JSON file/],
  ['an empty file', '', '', /not a JSON file/],
  ['another kind of JSON', '[]', '', /not a pack/],
  ['null', 'null', '', /not a pack/],
  ['another format', fileText.replace('fact-cards-pack', 'anki'), 'format', /must be "fact-cards-/],
  [
    'a later schema',
    fileText.replace('"schemaVersion":1', '"schemaVersion":2'),
    'schemaVersion',
    /reads packs of schema 1, not 2; update/,
  ],
  [
    'a schema of the wrong type',
    fileText.replace('"schemaVersion":1', '"schemaVersion":"x"'),
    'schemaVersion',
    /not this one$/,
  ],
  [
    'a prototype',
    fileText.replace('"pack":{', '"pack":{"__proto__":{"isAdmin":true},'),
    'pack.__proto__',
    /no pack may use/,
  ],
  [
    'a constructor',
    fileText.replace('"cues":[]', '"cues":[],"constructor":1'),
    'aliases.groups.0.constructor',
    /no pack may use/,
  ],
  [
    'deep nesting',
    fileText.replace('"context":[]', `"context":${'['.repeat(5000)}${']'.repeat(5000)}`),
    'pack.facts.0.context',
    /nested too deeply/,
  ],
  [
    'control characters',
    fileText.replace('Example News, 4', String.raw`Example\u0000News, 4`),
    'pack.facts.0.attribution.label',
    /control characters/,
  ],
  [
    'reversed text',
    fileText.replace('Example News, 4', String.raw`Example\u202ENews, 4`),
    'pack.facts.0.attribution.label',
    /control characters/,
  ],
  [
    'half a character',
    fileText.replace('Example News, 4', String.raw`Example \uD83D`),
    'pack.facts.0.attribution.label',
    /not valid Unicode/,
  ],
];

const replaced: [path: string, value: unknown, at: string, message: RegExp][] = [
  ['pack.source.url', 'javascript:alert(1)', 'pack.source.url', /http or https/],
  ['pack.source.url', 'https://fidh.org@evil.example/', 'pack.source.url', /no user/],
  ['pack.source.url', 'https://', 'pack.source.url', /host/],
  ['pack.source.url', 'https://a.example/"onclick="x', 'pack.source.url', /characters/],
  ['pack.source.csl.URL', 'data:text/html,x', 'pack.source.csl.URL', /http or https/],
  ['pack.source.issued', '2021-02-30', 'pack.source.issued', /must be a date/],
  ['pack.source.text', 7, 'pack.source.text', /must be text/],
  ['pack.source', 'x', 'pack.source', /group of fields/],
  ['pack.source', undefined, 'pack.source', /is missing/],
  ['pack.cards', { length: 1 }, 'pack.cards', /must be a list/],
  ['pack.cards.0.title', 'x'.repeat(301), 'pack.cards.0.title', /longer than 300/],
  ['pack.cards.0.title', '', 'pack.cards.0.title', /must not be empty/],
  ['pack.cards.0.id', 'toString', 'pack.cards.0.id', /no pack may use/],
  ['pack.cards.0.id', 'a/b', 'pack.cards.0.id', /letters, digits/],
  ['pack.cards.0.type', 'planet', 'pack.cards.0.type', /must be one of/],
  ['pack.cards.0.html', '<b>', 'pack.cards.0.html', /not a field/],
  ['pack.cards.0.factIds', ['met', 'gone'], 'pack.cards.0.factIds.1', /no fact "gone"/],
  ['pack.cards.0.factIds', ['met', 'met'], 'pack.cards.0.factIds.1', /used twice/],
  ['pack.cards.0.summaryFactIds', ['gone'], 'pack.cards.0.summaryFactIds.0', /no fact "gone"/],
  ['pack.cards', [makeCard(), makeCard()], 'pack.cards.1', /"assembly" is used twice/],
  [
    'pack.cards',
    [makeCard(), makeCard({ id: 'b' })],
    'pack.cards.1.factIds.0',
    /not about card "b"/,
  ],
  ['pack.facts', [makeFact(), makeFact()], 'pack.facts.1', /"met" is used twice/],
  ['pack.facts.0.cardIds', ['gone'], 'pack.facts.0.cardIds.0', /no card "gone"/],
  ['pack.facts.0.attribution.cardIds', ['gone'], 'pack.facts.0.attribution.cardIds.0', /no card/],
  ['pack.facts.0.quote.end', 4000, 'pack.facts.0.quote', /does not lie within/],
  ['pack.facts.0.quote', { start: 5, end: 5 }, 'pack.facts.0.quote', /does not lie within/],
  ['pack.facts.0.quote', { start: 31, end: 32 }, 'pack.facts.0.quote', /white space/],
  ['pack.facts.0.quote', { start: 0, end: 67 }, 'pack.facts.0.quote', /in half/],
  ['pack.facts.0.quote.start', -1, 'pack.facts.0.quote.start', /Expected >=0/],
  ['pack.facts.0.quote.start', 0.5, 'pack.facts.0.quote.start', /integer/],
  ['pack.facts.0.context', [{ start: 3, end: 1 }], 'pack.facts.0.context.0', /does not lie within/],
  [
    'citations.styles.apa.cite',
    ['<b>', { html: 'x' }],
    'citations.styles.apa.cite.1',
    /must be text/,
  ],
  ['citations.styles.apa.cite', [{ accessed: 7 }], 'citations.styles.apa', /no date form 7/],
  ['citations.textDirectives', { gone: 'text=a' }, 'citations.textDirectives.gone', /no fact/],
  ['citations.textDirectives.met', 'text=a#b', 'citations.textDirectives.met', /encoded/],
  ['citations.dateForms.0.months', ['May'], 'citations.dateForms.0.months', /twelve/],
  ['aliases.groups.0.cardId', 'gone', 'aliases.groups.0.cardId', /no card "gone"/],
  ['aliases.groups.0.cues', ['gone'], 'aliases.groups.0.cues.0', /no cue group "gone"/],
  ['aliases.groups.0.needsQuotes', 1, 'aliases.groups.0.needsQuotes', /true or false/],
  [
    'aliases.cueGroups',
    [
      { name: 'a', phrases: [] },
      { name: 'a', phrases: [] },
    ],
    'aliases.cueGroups.1',
    /used twice/,
  ],
];

describe('parsePackFile', () => {
  it('takes a right file whole', () => {
    expect(parse(makePackFile())).toEqual({ ok: true, pack: makePackFile() });
  });

  it.each(broken)('refuses %s', (...[, text, path, message]) => {
    expect(parsePackFile(text)).toMatchObject({
      ok: false,
      problems: [{ path: expect.stringContaining(path), message: expect.stringMatching(message) }],
    });
  });

  it.each(replaced)('refuses %s = %j', (...[path, value, at, message]) => {
    const result = parse(replaceAt(path, value));
    if (result.ok) throw new Error('accepted');
    expect(result.problems).toContainEqual({ path: at, message: expect.stringMatching(message) });
  });

  it('refuses a file that is too long before parsing it', () => {
    const result = parsePackFile(' '.repeat(packFileLimits.fileLength + 1));
    expect(result).toMatchObject({ ok: false, problems: [{ message: /longer than/ }] });
  });

  it('lists no more problems than a reader can use', () => {
    const facts = Array.from({ length: 500 }, (_, at) => makeFact({ id: `f${at}`, asOf: 'never' }));
    const result = parse(makePackFile({ pack: makePack({ facts }) }));
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? [] : result.problems).toHaveLength(packFileLimits.problems);
  });

  it('never pollutes a prototype', () => {
    parsePackFile(fileText.replace('"pack":{', '"pack":{"__proto__":{"polluted":1},'));
    expect('polluted' in {}).toBe(false);
  });

  it('accepts all of any value or nothing, and never throws', () => {
    const paths = [
      'format',
      'pack',
      'aliases',
      'pack.id',
      'pack.source',
      'pack.source.text',
      'pack.cards',
      'pack.cards.0',
      'pack.cards.0.factIds',
      'pack.facts',
      'pack.facts.0',
      'pack.facts.0.quote',
      'pack.facts.0.event',
      'pack.source.csl.author',
      'aliases.groups.0.forms',
      'aliases.series',
      'citations.styles.apa.entry',
      'citations.dateForms',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 4 }), (path, value) => {
        const file = JSON.stringify(replaceAt(path, value));
        const result = parsePackFile(file);
        expect(result.ok ? JSON.stringify(result.pack) === file : result.problems.length > 0).toBe(
          true,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on text of any kind', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(parsePackFile(text).ok).toBe(false);
      }),
    );
  });

  it('never throws on a right file with a piece cut out or put in', () => {
    const place = fc.nat(fileText.length);
    fc.assert(
      fc.property(place, place, fc.string({ maxLength: 3 }), (from, to, piece) => {
        const [start, end] = from < to ? [from, to] : [to, from];
        const text = fileText.slice(0, start) + piece + fileText.slice(Math.min(end, start + 4));
        const result = parsePackFile(text);
        // White space may be put in anywhere between the parts of JSON.
        const accepted = result.ok ? JSON.stringify(result.pack) : null;
        const wanted = result.ok ? JSON.stringify(JSON.parse(text)) : null;
        expect(accepted).toBe(wanted);
      }),
      { numRuns: 500, examples: [[fileText.length, fileText.length, ' ']] },
    );
  });
});

describe('parsePackFile with aliases', () => {
  it('takes numbered series of known cards', () => {
    const { groups } = makeAliasSet();
    const { forms: _forms, cardId, ...rule } = groups[0] ?? { forms: [], cardId: '' };
    const series = [{ ...rule, heads: ['Assembly No.'], cards: { '3': cardId } }];
    expect(parse({ ...makePackFile(), aliases: { groups, series, cueGroups: [] } }).ok).toBe(true);
    const dangling = [{ ...rule, heads: ['Assembly No.'], cards: { '3': 'gone' } }];
    const result = parse({
      ...makePackFile(),
      aliases: { groups, series: dangling, cueGroups: [] },
    });
    expect(result.ok).toBe(false);
  });
});
