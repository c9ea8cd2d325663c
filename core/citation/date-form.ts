/** How a citation style writes a calendar date: `{day} {month} {year}` and the words for its parts. */
export type DateForm = {
  readonly template: string;
  /** January to December as the style writes them: `Nov.`, `11`, `ноября`. */
  readonly months: readonly string[];
  /** `numeric` writes 1, `padded` 01; a style with words of its own lists all 31. */
  readonly days: 'numeric' | 'padded' | readonly string[];
};

/**
 * Write `date`, a full calendar date (`2026-11-23`), in `form`.
 * The parts are read from the string, so no time zone can shift them. Throws if `date` is no full date.
 */
export function writeDate(form: DateForm, date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const monthName = form.months[Number(month) - 1];
  if (year === undefined || day === undefined || monthName === undefined) {
    throw new Error(`Not a calendar date: "${date}"`);
  }
  const parts: Readonly<Record<string, string>> = {
    year: String(Number(year)),
    month: monthName,
    day: writeDay(form.days, day),
  };
  return form.template.replaceAll(/\{(year|month|day)\}/g, (_, part: string) => parts[part] ?? '');
}

function writeDay(days: DateForm['days'], day: string): string {
  if (days === 'padded') return day;
  const numeric = Number(day);
  return days === 'numeric' ? String(numeric) : (days[numeric - 1] ?? String(numeric));
}
