import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from './defence';
import { suites } from './suites';

const root = join(import.meta.dirname, '../..');

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

describe.each(suites)('the defences of $name pages', ({ defences, tests }) => {
  const all = Object.entries(defences);

  it.each(all)('can be removed: %s', (_, { edits }) => {
    for (const { file } of edits)
      expect(applyEdits(read(file), { file, edits })).not.toBe(read(file));
  });

  it('can be removed together, round by round', () => {
    for (const round of new Set(all.map(([, defence]) => defence.round))) {
      const edits = all.flatMap(([, defence]) => (defence.round === round ? defence.edits : []));
      for (const { file } of edits)
        expect(() => applyEdits(read(file), { file, edits })).not.toThrow();
    }
  });

  it('are each needed by some page', () => {
    const needed = new Set(tests.map(({ defence }) => defence));
    expect(all.map(([name]) => name).filter((name) => !needed.has(name))).toEqual([]);
  });

  it('belong to pages of different names', () => {
    expect(new Set(tests.map(({ title }) => title)).size).toBe(tests.length);
  });
});

it('removes nothing in two ways', () => {
  const [hostile = [], robust = []] = suites.map(({ defences }) =>
    Object.entries(defences).map(
      ([name, { edits }]) => [name, edits.map(({ file, from }) => file + from).join()] as const,
    ),
  );
  const twice = hostile.flatMap(([name, edits]) =>
    robust.filter(([other, same]) => edits !== '' && same === edits && other !== name),
  );
  expect(twice).toEqual([]);
});
