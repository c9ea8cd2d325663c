/** Give the calendar date of a moment where the reader is, in the form `2026-11-23`. */
export function toLocalDate(moment: Date): string {
  const year = String(moment.getFullYear()).padStart(4, '0');
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${year}-${month}-${day}`;
}
