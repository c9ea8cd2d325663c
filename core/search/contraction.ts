const vowelAfterFirst = /(?!^)[aeiou]/;

/** Tell whether a word leaves out all vowels but a first one, as abbreviations do: intl, govt. */
export function isContraction(word: string): boolean {
  return !vowelAfterFirst.test(word);
}

/** Tell whether `short` is `word` with letters left out between the first and the last. */
export function isContractionOf(short: string, word: string): boolean {
  if (short[0] !== word[0] || short.at(-1) !== word.at(-1) || short.length >= word.length) {
    return false;
  }
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length;
}
