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
  const words: string[] = [];
  let previous = '';
  for (let index = 0; index < encoded.length;) {
    let end = index + 1;
    while (end < encoded.length && !isMark(encoded.charCodeAt(end))) end += 1;
    const shared = encoded.charCodeAt(index) - firstMark;
    previous = previous.slice(0, shared) + encoded.slice(index + 1, end);
    words.push(previous);
    index = end;
  }
  return words;
}

function isMark(code: number): boolean {
  return code >= firstMark && code <= firstMark + longestShared;
}
