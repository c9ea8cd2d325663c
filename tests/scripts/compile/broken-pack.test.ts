import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getQuote } from '@/core/pack';
import { compilePack } from '@/scripts/compile/compile-pack';
import type { Problem } from '@/scripts/compile/problem';
import { bundledPackDirectory, copyBundledPack, editPackFile } from '../../support/pack-directory';

type Edit = { file: string; from: string; to: string; message: RegExp };

const edits: Edit[] = [
  {
    file: 'facts.yaml',
    from: 'Belarus’s consistent failure to implement the recommendations made by the ILO Commission of\n    Inquiry in its',
    to: "Belarus's consistent failure to implement the recommendations made by the ILO Commission of\n    Inquiry in its",
    message: /quote of fact "s07-3" is not in source.txt/,
  },
  { file: 'facts.yaml', from: '  after: by the\n', to: '', message: /stands 2 times/ },
  {
    file: 'facts.yaml',
    from: 'after: by the',
    to: 'after: of the',
    message: /right after "of the"/,
  },
  {
    file: 'facts.yaml',
    from: 'kind: figure\n  statement: >-\n    According',
    to: 'kind: number\n  statement: >-\n    According',
    message: /`kind` must be one of/,
  },
  {
    file: 'facts.yaml',
    from: 'as-of: 2025-03\n  ages-as: status\n  cards: [imprisoned',
    to: 'as-of: 2025-13\n  ages-as: status\n  cards: [imprisoned',
    message: /`as-of` must be a date/,
  },
  {
    file: 'facts.yaml',
    from: 'cards: [un-experts,',
    to: 'cards: [un-expert,',
    message: /no card "un-expert"/,
  },
  { file: 'facts.yaml', from: '- id: s13-1', to: '- id: s12-4', message: /"s12-4" is used twice/ },
  {
    file: 'facts.yaml',
    from: 'cards: [bkdp]\n\n- id: s10-7',
    to: 'card: [bkdp]\n\n- id: s10-7',
    message: /`card` is not a field/,
  },
  { file: 'cards.yaml', from: 'proof: [s08-2]', to: 'proof: [s88-2]', message: /no fact "s88-2"/ },
  {
    file: 'cards.yaml',
    from: 'facts-first: [s10-3]',
    to: 'facts-first: [s10-2]',
    message: /does not list "un-experts"/,
  },
  {
    file: 'cards.yaml',
    from: 'type: event-series',
    to: 'type: series',
    message: /`type` must be one of/,
  },
  {
    file: 'pack.yaml',
    from: 'text: Read more',
    to: 'text: Read on',
    message: /this passage is not in source/,
  },
  {
    file: 'pack.yaml',
    from: 'cards: [salidarnast]',
    to: 'cards: [salidarnost]',
    message: /no card "salidarnost"/,
  },
  {
    file: 'pack.yaml',
    from: 'id: belarus-ilo-2025',
    to: 'id: belarus',
    message: /not the name of the folder/,
  },
  {
    file: 'source.txt',
    from: 'Read more',
    to: 'Read more\nAnd a new claim.',
    message: /no fact's quote covers "And a new claim"/,
  },
];

function findFor(problems: readonly Problem[], file: string): Problem[] {
  return problems.filter((problem) => problem.file.endsWith(file));
}

describe('compiling a broken pack', () => {
  it.each(edits)('reports $message in $file', ({ file, from, to, message }) => {
    const directory = copyBundledPack();
    const line = editPackFile(join(directory, file), { from, to });
    const { problems, compiled } = compilePack(directory);
    expect(compiled).toBeNull();
    const found = findFor(problems, file).find((problem) => message.test(problem.message));
    expect(found).toBeDefined();
    expect(Math.abs((found?.line ?? -10) - line)).toBeLessThanOrEqual(3);
  });

  it('names the line of any quote in which one character is changed', () => {
    const { built } = compilePack(bundledPackDirectory);
    if (!built) throw new Error('the bundled pack cannot be built');
    const { facts, source } = built.pack;
    fc.assert(
      fc.property(fc.nat(facts.length - 1), fc.nat(), (which, seed) => {
        const fact = facts[which];
        if (!fact) return;
        const quote = getQuote(fact, source);
        const directory = copyBundledPack();
        // Aliases prove no quote, and reading them each time takes longer than all the rest.
        rmSync(join(directory, 'aliases'), { recursive: true });
        rmSync(join(directory, 'cues.yaml'));
        const path = join(directory, 'facts.yaml');
        const lines = readFileSync(path, 'utf8').split('\n');
        const quoteLine = lines.indexOf('  quote: >-', lines.indexOf(`- id: ${fact.id}`));
        const text = lines[quoteLine + 1] ?? '';
        const at = 4 + (seed % (text.length - 4));
        const other = text[at] === 'Q' ? 'R' : 'Q';
        lines[quoteLine + 1] = text.slice(0, at) + other + text.slice(at + 1);
        writeFileSync(path, lines.join('\n'));
        const { problems } = compilePack(directory);
        rmSync(directory, { recursive: true });
        expect(quote.startsWith(text.trim())).toBe(true);
        expect(problems).toHaveLength(1);
        expect(problems[0]).toMatchObject({ line: quoteLine + 1 });
        expect(problems[0]?.file).toMatch(/facts\.yaml$/);
      }),
      { numRuns: 20 },
    );
  });

  it('lists all problems of all files at once', () => {
    const directory = copyBundledPack();
    for (const { file, from, to } of [edits[0], edits[4], edits[8], edits[11]].flatMap(
      (e) => e ?? [],
    )) {
      editPackFile(join(directory, file), { from, to });
    }
    const { problems } = compilePack(directory);
    const files = new Set(problems.map(({ file }) => file.split('/').at(-1)));
    expect([...files].sort()).toEqual(['cards.yaml', 'facts.yaml', 'pack.yaml']);
    expect(problems).toHaveLength(4);
  });

  it.each(['source.txt', 'pack.yaml', 'cards.yaml', 'facts.yaml'])('names a missing %s', (file) => {
    const directory = copyBundledPack();
    rmSync(join(directory, file));
    const { problems } = compilePack(directory);
    expect(findFor(problems, file)).toHaveLength(1);
  });

  it('names the line of broken YAML', () => {
    const directory = copyBundledPack();
    const path = join(directory, 'facts.yaml');
    const lines = readFileSync(path, 'utf8').split('\n').length;
    appendFileSync(path, '- id: [unclosed\n');
    const { problems } = compilePack(directory);
    const [problem] = findFor(problems, 'facts.yaml');
    expect(problem?.line).toBeGreaterThanOrEqual(lines);
  });
});
