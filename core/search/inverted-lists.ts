/** For every word, the lists it stands in: those of word `w` are `items[starts[w]]` to `items[starts[w + 1]]`. */
export type InvertedLists = { readonly starts: Uint32Array; readonly items: Uint32Array };

/** Invert lists of word indexes; `wordCount` is one more than the highest index. */
export function invertLists(
  lists: readonly (readonly number[])[],
  wordCount: number,
): InvertedLists {
  const starts = new Uint32Array(wordCount + 1);
  for (const list of lists) {
    for (const word of list) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  }
  for (let word = 0; word < wordCount; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  const next = starts.slice();
  const items = new Uint32Array(starts[wordCount] ?? 0);
  lists.forEach((list, item) => {
    for (const word of list) {
      const at = next[word] ?? 0;
      items[at] = item;
      next[word] = at + 1;
    }
  });
  return { starts, items };
}
