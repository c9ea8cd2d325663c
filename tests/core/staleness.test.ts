import { describe, expect, it } from 'vitest';
import { canGoStale, mayHaveChanged, measureAge } from '@/core/staleness';

describe('measureAge', () => {
  it.each([
    ['2025-03', '2026-11-23', { unit: 'month', count: 20 }],
    ['2025-06-06', '2026-11-23', { unit: 'month', count: 17 }],
    ['2025-06-24', '2026-11-23', { unit: 'month', count: 16 }],
    ['2025-06-23', '2026-11-23', { unit: 'month', count: 17 }],
    ['2024-11-23', '2026-11-23', { unit: 'year', count: 2 }],
    ['2024-11-24', '2026-11-23', { unit: 'month', count: 23 }],
    ['2024-02-29', '2025-02-28', { unit: 'month', count: 12 }],
    ['2026-01-31', '2026-02-27', { unit: 'day', count: 27 }],
    ['2026-01-31', '2026-02-28', { unit: 'month', count: 1 }],
    ['2026-03-28', '2026-03-30', { unit: 'day', count: 2 }],
    ['2026-11-23', '2026-11-23', { unit: 'day', count: 0 }],
    ['2026-10', '2026-11-01', { unit: 'month', count: 1 }],
    ['2004', '2026-11-23', { unit: 'year', count: 22 }],
    ['2025', '2026-01-01', { unit: 'year', count: 1 }],
  ] as const)('%s is, on %s, of the age %o', (date, today, age) => {
    expect(measureAge(date, today)).toEqual(age);
  });

  it.each([
    ['2026-11-24', '2026-11-23'],
    ['2027', '2026-11-23'],
    ['2026', '2026-11-23'],
    ['2026-11', '2026-11-23'],
    ['2025-02-30', '2026-11-23'],
    ['yesterday', '2026-11-23'],
  ])('tells nothing of %s on %s', (date, today) => {
    expect(measureAge(date, today)).toBeNull();
  });
});

describe('mayHaveChanged', () => {
  it.each([
    ['status', '2025-03', true],
    ['role', '2025-06-06', true],
    ['status', '2026-11-01', false],
    ['position', '2004', false],
    ['historical', '2004', false],
    ['naming', '2004', false],
    ['status', '2027-01-01', false],
    ['status', 'garbled', true],
  ] as const)('%s as of %s: %s', (staleness, asOf, expected) => {
    expect(mayHaveChanged({ staleness, asOf }, '2026-11-23')).toBe(expected);
  });
});

describe('canGoStale', () => {
  it('holds for states and roles only', () => {
    const kinds = ['historical', 'naming', 'position', 'role', 'status'] as const;
    expect(kinds.filter(canGoStale)).toEqual(['role', 'status']);
  });
});
