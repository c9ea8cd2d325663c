import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@/bench/random';
import { countSlots, encodeTable, findSlot } from '@/core/detection/hash-table';

const hashes = fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), {
  maxLength: 200,
});

describe('a table of hashes', () => {
  it('finds every hash in the slot it came to', () => {
    fc.assert(
      fc.property(hashes, (listed) => {
        const { table, slots } = encodeTable(listed);
        for (const hash of listed) expect(findSlot(table, hash)).toBe(slots.get(hash));
      }),
    );
  });

  it('finds next to no others', () => {
    const random = createRandom(20250606);
    const draw = () => random.integer(2 ** 32) | 0;
    const listed = new Set(Array.from({ length: 3000 }, draw));
    const { table } = encodeTable(listed);
    const others = Array.from({ length: 100_000 }, draw).filter((hash) => !listed.has(hash));
    const found = others.filter((hash) => findSlot(table, hash) >= 0);
    expect(found.length).toBeLessThan(50);
  });

  it('is half blank at least, and otherwise letters that need no escaping', () => {
    fc.assert(
      fc.property(hashes, (listed) => {
        const { table } = encodeTable(listed);
        expect(table).toMatch(/^(?: {2}|[>-[\]-~]{2})*$/);
        expect(table.replaceAll(' ', '').length / 2).toBeLessThanOrEqual(countSlots(table) / 2);
        expect(JSON.stringify(table)).toBe(`"${table}"`);
      }),
    );
  });
});
