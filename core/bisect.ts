/**
 * Find the index of the first of `items` that `isBefore` does not hold for, in logarithmic time; their
 * number when there is none. It must hold for none that follows one it does not hold for.
 */
export function findFirstIndex<Item>(
  items: readonly Item[],
  isBefore: (item: Item) => boolean,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // Between low and high there is always one.
    if (isBefore(items[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
