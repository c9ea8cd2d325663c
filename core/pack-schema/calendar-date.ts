/** Tell whether `date` is a day, month or year of the calendar: `2025-06-06`, `2025-03`, `2004`. */
export function isCalendarDate(date: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? 1 : Number(part)));
  const parsed = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return parsed.getUTCMonth() + 1 === month && parsed.getUTCDate() === day;
}
