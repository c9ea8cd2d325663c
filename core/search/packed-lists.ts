/** Lists of indexes end to end: list `n` is `items[starts[n]]` to `items[starts[n + 1]]`, exclusive. */
export type PackedLists = { readonly starts: Uint32Array; readonly items: Uint32Array };

/** Pack `lists` of indexes. */
export function packLists(lists: readonly (readonly number[])[]): PackedLists {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, index) => {
    starts[index + 1] = (starts[index] ?? 0) + list.length;
  });
  return { starts, items: Uint32Array.from(lists.flat()) };
}

/** Turn lists of words by record into lists of records by word; `wordCount` words are known. */
export function invertLists(lists: readonly (readonly number[])[], wordCount: number): PackedLists {
  const { starts: ends, items: words } = packLists(lists);
  const starts = new Uint32Array(wordCount + 1);
  for (let at = 0; at < words.length; at += 1) {
    const after = (words[at] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let word = 0; word < wordCount; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  const next = starts.slice();
  const items = new Uint32Array(words.length);
  let record = 0;
  for (let at = 0; at < words.length; at += 1) {
    while ((ends[record + 1] ?? 0) <= at) record += 1;
    const word = words[at] ?? 0;
    const place = next[word] ?? 0;
    items[place] = record;
    next[word] = place + 1;
  }
  return { starts, items };
}
