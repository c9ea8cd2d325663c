function countCommonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Tell whether two romanised words differ in their endings only: imprisoned, imprisonment. */
export function isSameStem(a: string, b: string): boolean {
  const common = countCommonStart(a, b);
  const shorter = Math.min(a.length, b.length);
  return common >= Math.max(4, shorter - 2) && Math.max(a.length, b.length) - common <= 4;
}
