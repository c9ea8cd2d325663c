import type { Fact, PartialDate } from '@/core/pack';
import { countDaysInMonth, parsePartialDate } from '@/core/partial-date';

/** One date of a timeline and the facts that happened then. */
export type TimelineEntry = {
  readonly date: PartialDate;
  readonly role: 'event' | 'scheduled' | 'since';
  readonly facts: readonly Fact[];
  /** Where the date begins and ends on the axis, from 0 to 1: a year is a stretch, a day a point. */
  readonly from: number;
  readonly to: number;
  /** Height above the axis, so that entries close in time do not cover each other; 0 is lowest. */
  readonly lane: number;
};

export type Timeline = {
  readonly firstYear: number;
  /** The year that ends the axis, exclusive. */
  readonly endYear: number;
  readonly entries: readonly TimelineEntry[];
};

/**
 * Lay the dated facts out on one axis of whole years, earliest first.
 * Null when fewer than two dates are known: a single point is no timeline.
 * `gap` is the least distance on the axis between two entries of one lane.
 */
export function layOutTimeline(facts: readonly Fact[], gap = 0.06): Timeline | null {
  const groups = new Map<string, { span: Span; role: TimelineEntry['role']; facts: Fact[] }>();
  for (const fact of facts) {
    const span = fact.event === undefined ? null : toSpan(fact.event.date);
    if (fact.event === undefined || span === null) continue;
    const key = `${fact.event.date} ${fact.event.role}`;
    const group = groups.get(key) ?? { span, role: fact.event.role, facts: [] };
    group.facts.push(fact);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort(
    (a, b) => a.span.from - b.span.from || a.span.to - b.span.to,
  );
  const dates = new Set(sorted.map(({ span }) => span.date));
  if (dates.size < 2) return null;
  const firstYear = Math.floor(Math.min(...sorted.map(({ span }) => span.from)));
  const endYear = Math.ceil(Math.max(...sorted.map(({ span }) => span.to)));
  const toAxis = (year: number): number => (year - firstYear) / (endYear - firstYear);

  const laneEnds: number[] = [];
  const entries = sorted.map(({ span, role, facts: dated }) => {
    const from = toAxis(span.from);
    const to = toAxis(span.to);
    const free = laneEnds.findIndex((end) => from >= end);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = Math.max(to, from + gap);
    return { date: span.date, role, facts: dated, from, to, lane };
  });
  return { firstYear, endYear, entries };
}

type Span = { readonly date: PartialDate; readonly from: number; readonly to: number };

/** Turn a date into fractional years, `to` exclusive; null if it cannot be read. */
function toSpan(date: PartialDate): Span | null {
  const parts = parsePartialDate(date);
  if (parts === null) return null;
  const { year, month, day } = parts;
  if (month === null) return { date, from: year, to: year + 1 };
  const monthStart = year + (month - 1) / 12;
  if (day === null) return { date, from: monthStart, to: monthStart + 1 / 12 };
  const dayLength = 1 / 12 / countDaysInMonth(year, month);
  const from = monthStart + (day - 1) * dayLength;
  return { date, from, to: from + dayLength };
}
