/** Get the median of `values`; NaN when there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Get the value below which `share` (0 to 1) of `values` lie, by nearest rank; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Fit `y = a · x^k` by least squares on logarithms and get the exponent k. */
export function fitExponent(points: readonly { readonly x: number; readonly y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const meanX = sum(logs.map(({ x }) => x)) / logs.length;
  const meanY = sum(logs.map(({ y }) => y)) / logs.length;
  const covariance = sum(logs.map(({ x, y }) => (x - meanX) * (y - meanY)));
  const variance = sum(logs.map(({ x }) => (x - meanX) ** 2));
  return covariance / variance;
}
