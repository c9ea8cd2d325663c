import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { compileAliases } from '@/scripts/compile/aliases/compile-aliases';

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

function compile(files: Readonly<Record<string, string>>) {
  const directory = mkdtempSync(join(tmpdir(), 'aliases-'));
  directories.push(directory);
  mkdirSync(join(directory, 'aliases'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  const { aliases, problems } = compileAliases(directory, ['ilo', 'bkdp', 'article-33']);
  const lines = problems.map(
    ({ file, line, message }) => `${file.replace(`${directory}/`, '')}:${line} ${message}`,
  );
  return { aliases, lines };
}

const cues = 'unions: [trade union, прафсаюз]\n';
const head = 'language: be\naliases:\n';
const rule = '    case: any\n    certainty: context\n    cues: [unions]\n';

const shared = (other: string) => `${rule}    shared-with: [${other}]\n    forms: [МКП]\n`;

describe('compileAliases', () => {
  it('hands on every form with its rule, and the cues by name', () => {
    const { aliases, lines } = compile({
      'cues.yaml': cues,
      'aliases/be.yaml': `language: be
parts:
  BKDP: (БКДП|BKDP)
aliases:
  - card: bkdp
    language: be-tarask
    case: exact
    certainty: context
    cues: [unions]
    needs-quotes: true
    only-in-language: true
    forms: |
      # genitive
      Кангрэс{|у}

      <BKDP>
`,
    });
    expect(lines).toEqual([]);
    expect(aliases.cueGroups).toEqual([{ name: 'unions', phrases: ['trade union', 'прафсаюз'] }]);
    expect(aliases.groups).toEqual([
      {
        cardId: 'bkdp',
        language: 'be-tarask',
        caseRule: 'exact',
        certainty: 'context',
        cues: ['unions'],
        counterCues: [],
        needsQuotes: true,
        onlyInLanguage: true,
        forms: ['Кангрэс', 'Кангрэсу', 'БКДП', 'BKDP'],
      },
    ]);
  });

  it('reads a numbered series', () => {
    const { aliases, lines } = compile({
      'cues.yaml': cues,
      'aliases/be.yaml': `language: be
series:
  - cards: { 33: article-33 }
${rule}    heads: |
      артыкул{|а}
`,
    });
    expect(lines).toEqual([]);
    expect(aliases.series).toMatchObject([
      { language: 'be', heads: ['артыкул', 'артыкула'], cards: { 33: 'article-33' } },
    ]);
  });

  it('reports every problem with its line', () => {
    const { lines } = compile({
      'cues.yaml': `${cues}empty: []\n`,
      'aliases/be.yaml': `${head}  - card: nobody
    case: sometimes
    certainty: context
    cues: [nowhere]
    colour: red
    forms: |
      Кангрэс{|у} прафсаюз{|а|у}
      МАП
      МАП
  - card: ilo
    case: any
    certainty: context
    forms: [Міжнародная]
`,
    });
    expect(lines).toEqual([
      'cues.yaml:2 a cue group lists at least one phrase',
      'aliases/be.yaml:4 `case` must be one of: exact, name, any',
      'aliases/be.yaml:7 `colour` is not a field this file knows',
      'aliases/be.yaml:3 there is no card "nobody"',
      'aliases/be.yaml:6 there is no cue group "nowhere"',
      'aliases/be.yaml:9 "Кангрэс{|у} прафсаюз{|а|у}" unequal paradigms: { } groups with 2 and 3 endings',
      'aliases/be.yaml:11 gives again "МАП" of line 10',
      'aliases/be.yaml:12 an alias that needs context names the cues it needs',
      'cues.yaml:null no alias uses cue group "unions"',
      'cues.yaml:null no alias uses cue group "empty"',
    ]);
  });

  it('reports broken YAML once', () => {
    const { lines } = compile({ 'aliases/be.yaml': `${head}  - card: ilo\n    forms: [a]b]\n` });
    expect(lines).toEqual([expect.stringMatching(/^aliases\/be\.yaml:4 /u)]);
  });

  it('reports a form that two cards claim, however it is written', () => {
    const { lines } = compile({
      'cues.yaml': cues,
      'aliases/be.yaml': `${head}  - card: ilo\n${rule}    forms: [Кангрэс]\n  - card: bkdp\n${rule}    forms: [кангрэс]\n`,
    });
    expect(lines).toEqual([
      expect.stringMatching(
        /^aliases\/be\.yaml:12 "кангрэс" already names "ilo" in .*be\.yaml:7; declare shared-with/u,
      ),
    ]);
  });

  it('lets two cards share a form if both say so', () => {
    const { lines } = compile({
      'cues.yaml': cues,
      'aliases/be.yaml': `${head}  - card: ilo\n${shared('bkdp')}  - card: bkdp\n${shared('ilo')}`,
    });
    expect(lines).toEqual([]);
  });
});
