import { describe, expect, it } from 'vitest';
import { layOutTimeline } from '@/core/timeline';
import { makeFact } from '../support/make-pack';

const dated = (date: string, role: 'event' | 'scheduled' | 'since' = 'event') =>
  makeFact({ id: `${date} ${role}`, event: { date, role } });

describe('layOutTimeline', () => {
  it('sorts dates, joins facts of one date and spans whole years', () => {
    const timeline = layOutTimeline([
      dated('2025-06-07'),
      dated('2004'),
      dated('2004'),
      makeFact(),
    ]);
    expect(timeline).toMatchObject({ firstYear: 2004, endYear: 2026 });
    expect(timeline?.entries.map(({ date, facts }) => [date, facts.length])).toEqual([
      ['2004', 2],
      ['2025-06-07', 1],
    ]);
  });

  it('draws a date as wide as it is vague', () => {
    const entries = layOutTimeline([dated('2020'), dated('2023-06'), dated('2025-06-06')])?.entries;
    const widths = entries?.map(({ from, to }) => (to - from) * 6);
    expect(widths?.[0]).toBeCloseTo(1);
    expect(widths?.[1]).toBeCloseTo(1 / 12);
    expect(widths?.[2]).toBeCloseTo(1 / 365, 3);
  });

  it('lifts entries that would cover each other', () => {
    const entries = layOutTimeline([
      dated('2004'),
      dated('2025-06-06'),
      dated('2025-06-07'),
    ])?.entries;
    expect(entries?.map(({ lane }) => lane)).toEqual([0, 0, 1]);
  });

  it.each([[[]], [['2004']], [['2004', '2004']], [['2004', 'someday']]])(
    'is none with the dates %j',
    (dates) => {
      expect(layOutTimeline(dates.map((date) => dated(date)))).toBeNull();
    },
  );
});
