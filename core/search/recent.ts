/** Create a memory of the `limit` values asked for last. */
export function createRecent<T>(limit: number) {
  const kept = new Map<string, T>();
  return {
    /** Get the value under `key`, made anew when it is not kept. */
    get(key: string, make: () => T): T {
      const value = kept.get(key) ?? make();
      // A map lists its keys in the order they were set.
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
      return value;
    },
  };
}
