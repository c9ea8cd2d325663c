/**
 * Russian, Belarusian and Ukrainian letters in a plain Latin spelling. One letter is read one way
 * whatever the language, so that "Ярашук" and "Ярошук" meet "Yarashuk"; sound keys do the rest.
 */
const latinOfCyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  ё: 'e',
};

/** Latin letters that Unicode does not decompose into a base letter and a mark. */
const baseOfLetter: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
};

function romaniseLetter(letter: string): string {
  return latinOfCyrillic[letter] ?? baseOfLetter[letter] ?? letter;
}

/** Write one word in lower-case basic Latin letters and digits, without marks or apostrophes. */
export function romanise(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z\d]*$/.test(lower)) return lower;
  // ў and й lose their mark to decomposition, which their plain letters read the same way.
  const plain = lower.normalize('NFKD').replaceAll(/[\p{M}'’ʼ‘`´]/gu, '');
  let latin = '';
  for (const letter of plain) latin += romaniseLetter(letter);
  return latin;
}
