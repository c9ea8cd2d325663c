const firstMark = 65;
/** Marks are capitals, which folded text has none of. */
const longestShared = 25;

/** Write folded words in order as one text: each after a capital telling how much it shares with the last. */
export function encodeWordList(words: readonly string[]): string {
  let previous = '';
  let encoded = '';
  for (const word of words) {
    let shared = 0;
    while (shared < longestShared && shared < previous.length && word[shared] === previous[shared])
      shared += 1;
    encoded += String.fromCharCode(firstMark + shared) + word.slice(shared);
    previous = word;
  }
  return encoded;
}

/** Read what `encodeWordList` wrote. */
export function decodeWordList(encoded: string): string[] {
  let previous = '';
  // Splitting by a pattern is native code, which counts on a page's first milliseconds.
  return (encoded.match(/[A-Z][^A-Z]*/gu) ?? []).map((entry) => {
    previous = previous.slice(0, entry.charCodeAt(0) - firstMark) + entry.slice(1);
    return previous;
  });
}
