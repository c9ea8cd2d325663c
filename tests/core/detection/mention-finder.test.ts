import { describe, expect, it } from 'vitest';
import type { AliasSet } from '@/core/alias';
import {
  findMentionTexts,
  makeBlock,
  makeGroup,
  makeSeries,
  openPage,
} from '@/tests/support/alias-sets';

const cueGroups = [
  { name: 'ilo', phrases: ['ILO', 'International Labour', 'trade union'] },
  { name: 'privacy', phrases: ['GDPR', 'personal data'] },
  { name: 'law', phrases: ['law', 'regulation'] },
];
const article = makeGroup({
  forms: ['Article 33'],
  cardId: 'article-33',
  certainty: 'context',
  cues: ['ilo'],
  counterCues: ['privacy'],
  phraseCounterCues: ['law'],
});
const aliases: Partial<AliasSet> = { cueGroups, groups: [article] };

describe('an ambiguous alias', () => {
  it.each([
    ['without any sign', 'Read Article 33 today.', 0],
    ['with a cue in its sentence', 'The ILO may soon rely on Article 33 again.', 1],
    [
      'with counter-evidence in its phrase',
      'The ILO and its unions care little about Article 33 of the GDPR.',
      0,
    ],
    ['with a law right behind it', 'The ILO commented. Article 33 of the NGO law stays.', 0],
    [
      'with its cue nearer than the counter-cue',
      'The GDPR protects personal data. The ILO has used Article 33 of its own.',
      1,
    ],
  ])('%s', (_, text, count) => {
    expect(findMentionTexts(text, aliases)).toHaveLength(count);
  });

  it('gets each sense right on a page that uses both', () => {
    const text =
      'Article 33 of the GDPR asks for a report. Article 33 of the ILO Constitution is older. Under Article 33 GDPR, hurry.';
    const [block] = openPage(aliases).addBlocks([makeBlock({ text })]);
    expect(block?.mentions.map(({ start }) => start)).toEqual([42]);
  });

  it('keeps the sense its phrase settles in the same block', () => {
    const text = 'Article 33 of the GDPR is strict. The ILO noted it. Article 33 says 72 hours.';
    expect(findMentionTexts(text, aliases)).toEqual([]);
  });

  it('that requires a cue is nothing without it, whatever else speaks for it', () => {
    const groups = [{ ...article, requires: ['ilo'], cues: ['law'], phraseCounterCues: [] }];
    expect(findMentionTexts('The law has an Article 33.', { cueGroups, groups })).toEqual([]);
    expect(
      findMentionTexts('The law has an Article 33. So says the ILO.', { cueGroups, groups }),
    ).toHaveLength(1);
  });

  it('that requires a word in its phrase is nothing without it there', () => {
    const groups = [makeGroup({ forms: ['extremist'], phraseRequires: ['law'] })];
    const find = (text: string) => findMentionTexts(text, { cueGroups, groups });
    expect(find('By law he is now an extremist.')).toHaveLength(1);
    expect(find('The law changed. Nobody is an extremist.')).toEqual([]);
  });

  it('is no evidence for itself', () => {
    const groups = [
      makeGroup({ forms: ['ILO'], caseRule: 'exact', certainty: 'context', cues: ['ilo'] }),
    ];
    expect(findMentionTexts('ILO here, ILO there.', { cueGroups, groups })).toEqual([]);
  });

  it('that needs quotation marks wants them around itself', () => {
    const groups = [
      makeGroup({
        forms: ['Весна'],
        caseRule: 'name',
        certainty: 'context',
        cues: ['ilo'],
        needsQuotes: true,
      }),
    ];
    const text = 'The ILO met Весна and «Весна».';
    expect(findMentionTexts(text, { cueGroups, groups })).toEqual(['Весна → card']);
  });

  it('is another person with an initial that is not its own', () => {
    const groups = [
      makeGroup({
        forms: ['Yarashuk'],
        caseRule: 'name',
        certainty: 'context',
        cues: ['ilo'],
      }),
      makeGroup({ forms: ['A. Yarashuk'], caseRule: 'name', cardId: 'full' }),
    ];
    const find = (text: string) => findMentionTexts(text, { cueGroups, groups });
    expect(find('The ILO heard P. Yarashuk.')).toEqual([]);
    expect(find('The ILO heard A. Yarashuk.')).toEqual(['A. Yarashuk → full']);
    expect(find('B. Yarashuk and the ILO')).toEqual(['Yarashuk → card']);
  });

  it('belongs to the country named nearer to it', () => {
    const country = { name: 'country', phrases: ['Belarus'] };
    const others = { name: 'others', phrases: ['Russia', 'Myanmar'] };
    const groups = [
      makeGroup({
        forms: ['list of extremists'],
        certainty: 'likely',
        cues: ['country'],
        phraseCounterCues: ['others'],
      }),
    ];
    const find = (text: string) => findMentionTexts(text, { cueGroups: [country, others], groups });
    expect(
      find(
        'Minsk is in Belarus. Russia has long had, as everybody in the capital knows, its list of extremists.',
      ),
    ).toEqual([]);
    expect(
      find('Belarus, unlike Russia, which wrote the law, keeps a list of extremists.'),
    ).toHaveLength(1);
  });

  it('heeds a cue that holds it, and leaves that cue out elsewhere', () => {
    const movement = { name: 'movement', phrases: ['Vesna movement'] };
    const groups = [
      makeGroup({
        forms: ['Vesna'],
        caseRule: 'name',
        certainty: 'context',
        cues: ['ilo'],
        counterCues: ['movement'],
      }),
    ];
    const text = 'Vesna writes to the ILO. The Vesna movement does not.';
    const [block] = openPage({ cueGroups: [...cueGroups, movement], groups }).addBlocks([
      makeBlock({ text }),
    ]);
    expect(block?.mentions.map(({ start }) => start)).toEqual([0]);
  });

  it('of one language counts in that language only', () => {
    const groups = [
      makeGroup({ forms: ['MOP'], caseRule: 'exact', language: 'pl', onlyInLanguage: true }),
    ];
    const text = 'W Genewie obraduje MOP na temat praw, a nie o tym.';
    expect(findMentionTexts(text, { groups }, { language: 'pl' })).toHaveLength(1);
    expect(findMentionTexts('Clean it with a MOP.', { groups }, { language: 'en' })).toEqual([]);
    expect(findMentionTexts(text, { groups }, { language: null })).toHaveLength(1);
  });
});

describe('an acronym', () => {
  const groups = [
    makeGroup({ forms: ['International Labour Conference'], cardId: 'ilc' }),
    makeGroup({
      forms: ['ILC'],
      caseRule: 'exact',
      cardId: 'ilc',
      certainty: 'context',
      cues: ['ilo'],
    }),
  ];
  it('is what the page explains it to be', () => {
    const text =
      'The International Law Commission (ILC) met. International Labour rules did not matter to the ILC.';
    expect(findMentionTexts(text, { cueGroups, groups })).toEqual([]);
    const other = 'The International Labour Conference (ILC) met. The ILC voted.';
    expect(findMentionTexts(other, { cueGroups, groups })).toHaveLength(3);
  });

  it.each([
    ['in brackets, small words left out', 'The ILO (Inclusion and Learning Officer) spoke.'],
    ['in brackets before the acronym', 'Our Inclusion and Learning Officer (ILO) spoke.'],
    ['in a sentence', 'ILO stands for Inclusion and Learning Officer.'],
    ['after a dash', 'ILO – inclusion and learning officer – is a post.'],
    ['as the letters of a share', 'Brookdale (OTC: ILO) fell.'],
    ['by the sign of a share', 'Volume in $ILO was thin.'],
  ])('is silent on the whole page that explains it otherwise %s', (_, text) => {
    const own = [makeGroup({ forms: ['ILO'], caseRule: 'exact', cues: ['ilo'] })];
    const page = openPage({ cueGroups, groups: own });
    const before = 'A trade union asked the ILO.';
    expect(page.addBlocks([makeBlock({ text: before })])).toHaveLength(1);
    const changed = page.addBlocks([makeBlock({ text }), makeBlock({ text: 'Ask the ILO.' })]);
    expect(changed).toEqual([{ blockIndex: 0, mentions: [] }]);
  });

  it('is not explained by the name of its spokesman before the bracket', () => {
    const own = [
      ...groups,
      makeGroup({ forms: ['Ilya Nuzov'], cardId: 'nuzov' }),
      makeGroup({ forms: ['FIDH'], caseRule: 'exact', cardId: 'fidh' }),
    ];
    expect(findMentionTexts('Ilya Nuzov (FIDH) spoke.', { cueGroups, groups: own })).toEqual([
      'Ilya Nuzov → nuzov',
      'FIDH → fidh',
    ]);
  });

  it('that the page explains as something else speaks for nothing either', () => {
    const own = [
      makeGroup({ forms: ['ILO'], caseRule: 'exact', cardId: 'ilo' }),
      makeGroup({
        forms: ['Article 33'],
        cardId: 'article-33',
        certainty: 'likely',
        cues: ['ilo'],
        requires: ['ilo'],
      }),
    ];
    const page = openPage({ cueGroups, groups: own });
    expect(page.addBlocks([makeBlock({ text: 'The ILO read Article 33.' })])).toHaveLength(1);
    const text = 'Our ILO (Inclusion and Learning Officer) left.';
    expect(page.addBlocks([makeBlock({ text })])).toEqual([{ blockIndex: 0, mentions: [] }]);
  });

  it('may be written with full stops where it is a cue', () => {
    const dotted = { name: 'dotted', phrases: ['I.L.O.'] };
    const own = [makeGroup({ forms: ['Article 33'], certainty: 'likely', cues: ['dotted'] })];
    const find = (text: string) => findMentionTexts(text, { cueGroups: [dotted], groups: own });
    expect(find('Article 33 binds the I.L.O. too.')).toHaveLength(1);
    expect(find('Article 33 is in London only.')).toEqual([]);
  });
});

describe('a numbered series', () => {
  const series = [makeSeries({ heads: ['Convention', 'Conventions', 'конвенции', 'C'] })];
  it.each([
    ['Conventions Nos. 87 and 98', ['Conventions Nos. 87 → convention-87', '98 → convention-98']],
    ['Conventions 87, 98', ['Conventions 87 → convention-87', '98 → convention-98']],
    ['конвенции №№ 87 и 98', ['конвенции №№ 87 → convention-87', '98 → convention-98']],
    ['Conventions Nos 26, 87 and 144', ['87 → convention-87']],
    ['Convention (No. 87)', ['Convention (No. 87 → convention-87']],
    ['Convention, 1948 (No. 87)', ['Convention, 1948 (No. 87 → convention-87']],
    ['Convention 87 (1948)', ['Convention 87 → convention-87']],
    ['Convention 87 (2)', []],
    ['C87/C98', ['C87 → convention-87', 'C98 → convention-98']],
    ['C087', ['C087 → convention-87']],
    ['Convention 870, Convention 87a, Convention 87-1, Convention 87.2', []],
    ['Convention of 1987', []],
    ['конвенции 87-й и 98-й', ['конвенции 87-й → convention-87', '98-й → convention-98']],
    ['Convention 87-based law', ['Convention 87 → convention-87']],
    ['Convention 87th, Convention 87thx', ['Convention 87th → convention-87']],
    ['Convention 87²', ['Convention 87 → convention-87']],
  ])('reads %s', (text, mentions) => {
    expect(findMentionTexts(text, { series })).toEqual(mentions);
  });
});

describe('a page whose text arrives bit by bit', () => {
  const groups = [
    makeGroup({ forms: ['Pavel Sapelka'], caseRule: 'name', cardId: 'sapelka' }),
    makeGroup({
      forms: ['Sapelka'],
      caseRule: 'name',
      cardId: 'sapelka',
      certainty: 'context',
      cues: ['ilo'],
    }),
  ];
  const texts = ['Sapelka spoke.', 'Nothing here.', 'Pavel Sapelka is a lawyer.', 'Sapelka left.'];

  it('revises earlier blocks when new text sheds light on them', () => {
    const page = openPage({ cueGroups, groups });
    expect(page.addBlocks([makeBlock({ text: 'Sapelka spoke.' })])).toEqual([]);
    const changed = page.addBlocks([makeBlock({ text: 'Pavel Sapelka is a lawyer.' })]);
    expect(changed.map(({ blockIndex, mentions }) => [blockIndex, mentions.length])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(page.removeBlocks([1])).toEqual([{ blockIndex: 0, mentions: [] }]);
  });

  it('ends with the same mentions as a page that came at once', () => {
    const atOnce = openPage({ cueGroups, groups });
    const all = atOnce.addBlocks(texts.map((text) => makeBlock({ text })));
    const byBlock = openPage({ cueGroups, groups });
    const last = new Map<number, unknown>();
    for (const text of texts) {
      for (const { blockIndex, mentions } of byBlock.addBlocks([makeBlock({ text })])) {
        last.set(blockIndex, mentions);
      }
    }
    expect([...last].sort(([left], [right]) => left - right)).toEqual(
      all.map(({ blockIndex, mentions }) => [blockIndex, mentions]),
    );
  });
});
