/** Frequent words that tell a language from its neighbours. */
const frequentWords: Readonly<Record<string, string>> = {
  en: 'the of and to in is for that with was on by',
  fr: 'le la les des du et est une dans pour qui sur au que par',
  es: 'el la los las del y en que una por con para es se',
  it: 'il di che e la per un una del della dei nel sono con gli',
  de: 'der die das und ist nicht von den mit im zu ein eine fur auf',
  pl: 'w i na sie z do nie jest ze przez oraz po od dla za',
  lt: 'ir kad su yra i is apie buvo del bei kaip uz nuo',
  ru: 'и в не на что с по это как к из для был его от',
  be: 'і у не на што з па гэта як да для быў яго ад ў',
  uk: 'і в не на що з до та як для це від його за про й',
  'be-Latn': 'i u nie na sto z pa heta jak da dla byu jaho ad',
};

let languagesByWord: ReadonlyMap<string, readonly string[]> | null = null;

function indexLanguages(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const [language, words] of Object.entries(frequentWords)) {
    for (const word of words.split(' ')) index.set(word, [...(index.get(word) ?? []), language]);
  }
  return index;
}

/** Too few words to judge by. */
const fewestWords = 3;

/**
 * Guess the language of a text from its folded words; null when nothing speaks for one. Meant to
 * correct pages that state a wrong language or none, so only clear cases count.
 */
export function guessLanguage(words: readonly { readonly folded: string }[]): string | null {
  languagesByWord ??= indexLanguages();
  const counts = new Map<string, number>();
  for (const { folded } of words) {
    for (const language of languagesByWord.get(folded) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let best: string | null = null;
  let bestCount = fewestWords - 1;
  // In the order of the list, which decides between equals.
  for (const language of Object.keys(frequentWords)) {
    const count = counts.get(language) ?? 0;
    if (count <= bestCount) continue;
    best = language;
    bestCount = count;
  }
  return best;
}

/** Get the primary subtag of a BCP 47 tag: `be` of `be-tarask`. */
export function getPrimaryLanguage(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase();
}
