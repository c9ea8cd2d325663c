/** Lists of indexes end to end: list `n` is `items[starts[n]]` to `items[starts[n + 1]]`, exclusive. */
export type PackedLists = { readonly starts: Uint32Array; readonly items: Uint32Array };

/** Pack `lists` of indexes. */
export function packLists(lists: readonly (readonly number[])[]): PackedLists {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, index) => {
    starts[index + 1] = (starts[index] ?? 0) + list.length;
  });
  const items = new Uint32Array(starts[lists.length] ?? 0);
  lists.forEach((list, index) => items.set(list, starts[index]));
  return { starts, items };
}

/** Turn lists of words by record into lists of records by word; `wordCount` words are known. */
export function invertLists(lists: readonly (readonly number[])[], wordCount: number): PackedLists {
  const starts = new Uint32Array(wordCount + 1);
  for (const list of lists) {
    for (const word of list) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  }
  for (let word = 0; word < wordCount; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  const next = starts.slice();
  const items = new Uint32Array(starts[wordCount] ?? 0);
  lists.forEach((list, record) => {
    for (const word of list) {
      const at = next[word] ?? 0;
      items[at] = record;
      next[word] = at + 1;
    }
  });
  return { starts, items };
}
