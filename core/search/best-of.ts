/**
 * Create a collector of the `limit` items with the highest scores, in falling order; of equals, those
 * added first come first.
 */
export function createBestOf<T>(limit: number) {
  const best: { readonly item: T; readonly score: number }[] = [];
  return {
    /** A score must exceed this to be kept. */
    getThreshold: (): number => (best.length < limit ? 0 : (best.at(-1)?.score ?? Infinity)),
    add(item: T, score: number): void {
      let at = best.length;
      while (at > 0 && (best[at - 1]?.score ?? 0) < score) at -= 1;
      if (at >= limit) return;
      best.splice(at, 0, { item, score });
      if (best.length > limit) best.pop();
    },
    list: (): readonly { readonly item: T; readonly score: number }[] => best,
  };
}
