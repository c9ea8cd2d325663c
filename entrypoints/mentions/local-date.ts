/** Write the calendar date of `moment` in the reader's time zone: "2026-11-23". */
export function getLocalDate(moment: Date): string {
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map(padTwo).join('-');
}

function padTwo(value: number): string {
  return String(value).padStart(2, '0');
}
