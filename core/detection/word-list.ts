const firstMark = 65;
/** Drops this many letters, and whatever more there are. */
const dropAll = 25;

/** Goes before what is written in the other of two alphabets. */
const alphabetMark = '[';
/**
 * Cyrillic letters change places with single bytes that folded words in Cyrillic have none of: а–я,
 * and є, і, ї, ў with their like.
 */
const swaps = [
  { from: 0x430, to: 0x44f, distance: 0x430 - 0x5e },
  { from: 0x454, to: 0x45f, distance: 0x454 - 0x23 },
] as const;

/** Letters converted at once: engines throw at some ten thousands of arguments, so a text goes in pieces. */
const mostArguments = 8192;

function swapLetters(text: string): string {
  let swapped = '';
  for (let start = 0; start < text.length; start += mostArguments)
    swapped += String.fromCharCode(...swapCodes(text.slice(start, start + mostArguments)));
  return swapped;
}

function swapCodes(text: string): number[] {
  const codes: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    let code = text.charCodeAt(index);
    for (const { from, to, distance } of swaps) {
      if (code >= from && code <= to) code -= distance;
      else if (code >= from - distance && code <= to - distance) code += distance;
    }
    codes.push(code);
  }
  return codes;
}

function isCyrillic(word: string): boolean {
  return /[а-яє-џ]/u.test(word);
}

/**
 * Write folded words in order as one text: each after a capital telling how many letters of the last
 * it drops. Inflected forms, which follow each other, so differ in the same few letters.
 */
export function encodeWordList(words: readonly string[]): string {
  let previous = '';
  let isSwapped = false;
  let encoded = '';
  for (const word of words) {
    let shared = 0;
    while (shared < previous.length && word[shared] === previous[shared]) shared += 1;
    let dropped = previous.length - shared;
    if (dropped >= dropAll) {
      dropped = dropAll;
      shared = 0;
    }
    if (isCyrillic(word) !== isSwapped) {
      isSwapped = !isSwapped;
      encoded += alphabetMark;
    }
    const rest = word.slice(shared);
    encoded += String.fromCharCode(firstMark + dropped) + (isSwapped ? swapLetters(rest) : rest);
    previous = word;
  }
  return encoded;
}

/** Read what `encodeWordList` wrote. */
export function decodeWordList(encoded: string): string[] {
  const text = encoded
    .split(alphabetMark)
    .map((part, index) => (index % 2 === 0 ? part : swapLetters(part)))
    .join('');
  let previous = '';
  // Splitting by a pattern is native code, which counts on a page's first milliseconds.
  return (text.match(/[A-Z][^A-Z]*/gu) ?? []).map((entry) => {
    const dropped = entry.charCodeAt(0) - firstMark;
    const kept = dropped === dropAll ? 0 : previous.length - dropped;
    previous = previous.slice(0, kept) + entry.slice(1);
    return previous;
  });
}
