import { describe, expect, it } from 'vitest';
import { canGoStale, mayHaveChanged, measureAge } from '@/core/staleness';

describe('measureAge', () => {
  it.each([
    ['2025-03', '2026-11-23', 'month', 20],
    ['2025-06-06', '2026-11-23', 'month', 17],
    ['2025-06-24', '2026-11-23', 'month', 16],
    ['2025-06-23', '2026-11-23', 'month', 17],
    ['2024-11-23', '2026-11-23', 'year', 2],
    ['2024-11-24', '2026-11-23', 'month', 23],
    ['2024-02-29', '2025-02-28', 'month', 12],
    ['2026-01-31', '2026-02-27', 'day', 27],
    ['2026-01-31', '2026-02-28', 'month', 1],
    ['2026-03-28', '2026-03-30', 'day', 2],
    ['2026-11-23', '2026-11-23', 'day', 0],
    ['2026-10', '2026-11-01', 'month', 1],
    ['2004', '2026-11-23', 'year', 22],
    ['2025', '2026-01-01', 'year', 1],
  ] as const)('%s was, on %s, %s %i ago', (date, today, unit, count) => {
    expect(measureAge(date, today)).toEqual({ unit, count });
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
    ['position', '2025-06-06', true],
    ['position', '2026-06-06', false],
    ['historical', '2004', false],
    ['naming', '2004', false],
    ['status', '2027-01-01', false],
    ['status', 'garbled', true],
  ] as const)('%s as of %s: %s', (staleness, asOf, expected) => {
    expect(mayHaveChanged({ staleness, asOf }, '2026-11-23')).toBe(expected);
  });
});

describe('canGoStale', () => {
  it('holds for states, roles and positions only', () => {
    const kinds = ['historical', 'naming', 'position', 'role', 'status'] as const;
    expect(kinds.filter(canGoStale)).toEqual(['position', 'role', 'status']);
  });
});
