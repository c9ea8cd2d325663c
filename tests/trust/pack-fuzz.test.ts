import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePackFile } from '@/core/pack-schema';
import { makePackFile } from '../support/pack-file';

/** `FUZZ_RUNS=10000 npx vitest run tests/trust` is the full run; the default suits every commit. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 500);

const hostileTexts = fc.constantFrom(
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'https://user@evil.example/',
  '__proto__',
  'constructor',
  '\u202Etxt.exe',
  '\uD800',
  '\u0000',
  'x'.repeat(9000),
  '',
);
const junk = fc.oneof(
  hostileTexts,
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, [], {}, [[]], 1e308, -1),
  fc.jsonValue({ maxDepth: 4 }),
);
type Mutation = {
  readonly where: number;
  readonly action: 'replace' | 'delete' | 'add' | 'double';
};
const mutation = fc.record({
  where: fc.nat(10_000),
  action: fc.constantFrom('replace', 'delete', 'add', 'double'),
});

type Container = Record<string, unknown>;

/** List every place in a JSON value: its container and key. */
function listPlaces(value: unknown): { readonly container: Container; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const container = value as Container;
  const keys = Object.keys(container);
  return keys
    .map((key) => ({ container, key }))
    .concat(keys.flatMap((key) => listPlaces(container[key])));
}

function mutate(file: unknown, { where, action }: Mutation, value: unknown): void {
  const places = listPlaces(file);
  const place = places[where % places.length];
  if (place === undefined) return;
  const { container, key } = place;
  if (action === 'replace') container[key] = value;
  else if (action === 'delete') Reflect.deleteProperty(container, key);
  else if (action === 'add') Reflect.set(container, `x${where}`, value);
  else if (Array.isArray(container)) container.push(container[Number(key)]);
}

/** Find what is wrong with the answer to a text; null when it says where and why, or is safe. */
function findFault(text: string): string | null {
  const result = parsePackFile(text);
  if (Object.hasOwn(Object.prototype, 'polluted')) return 'a prototype was changed';
  if (!result.ok) {
    const isSaid = result.problems.length > 0 && result.problems.every(({ message }) => message);
    return isSaid ? null : 'refused without a reason';
  }
  const { pack } = result.pack;
  if (!/^https?:$/.test(new URL(pack.source.url).protocol)) return 'took a link that may run';
  const isProven = pack.facts.every(
    ({ quote: { start, end } }) => start < end && end <= pack.source.text.length,
  );
  if (!isProven) return 'took a quote that is not in the source';
  const hasForbiddenName = /"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(pack));
  return hasForbiddenName ? 'took a forbidden name' : null;
}

describe('parsePackFile, fed with hostile files', () => {
  it('answers every mutated pack with reasons or takes a safe one', () => {
    const faults: string[] = [];
    fc.assert(
      fc.property(fc.array(fc.tuple(mutation, junk), { minLength: 1, maxLength: 6 }), (steps) => {
        const file: unknown = JSON.parse(JSON.stringify(makePackFile()));
        for (const [step, value] of steps) mutate(file, step, value);
        const fault = findFault(JSON.stringify(file));
        if (fault !== null) faults.push(fault);
        return fault === null;
      }),
      { numRuns: runs },
    );
    expect(faults).toEqual([]);
  }, 300_000);

  it('answers cut and garbled text', () => {
    const text = JSON.stringify(makePackFile());
    const faults: string[] = [];
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), fc.string(), (from, to, inserted) => {
        const fault = findFault(text.slice(0, from) + inserted + text.slice(to));
        if (fault !== null) faults.push(fault);
        return fault === null;
      }),
      { numRuns: runs },
    );
    expect(faults).toEqual([]);
  }, 300_000);

  it.each([
    ['nested 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['50 MB long', `"${'x'.repeat(50_000_000)}"`],
    [
      'with a prototype',
      '{"__proto__":{"polluted":1},"format":"fact-cards-pack","schemaVersion":1}',
    ],
    ['of a later version', JSON.stringify({ ...makePackFile(), schemaVersion: 2 })],
    ['empty', ''],
    ['not an object', '7'],
  ])('refuses a file %s', (_, text) => {
    expect(parsePackFile(text).ok).toBe(false);
    expect(findFault(text)).toBeNull();
  });
});
