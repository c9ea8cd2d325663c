function countCommonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * Measure the longer ending, in letters, of two romanised words that differ in their endings only
 * (imprisoned, imprisonment); null when they differ in more.
 */
export function measureEndings(a: string, b: string): number | null {
  const common = countCommonStart(a, b);
  const shorter = Math.min(a.length, b.length);
  const ending = Math.max(a.length, b.length) - common;
  return common >= Math.max(4, shorter - 2) && ending <= 4 ? ending : null;
}
