const consonants: Readonly<Record<string, string>> = {
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  ж: 'ž',
  з: 'z',
  й: 'j',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ў: 'ŭ',
  ф: 'f',
  х: 'ch',
  ц: 'c',
  ч: 'č',
  ш: 'š',
};
const vowels: Readonly<Record<string, string>> = {
  а: 'a',
  і: 'i',
  о: 'o',
  у: 'u',
  ы: 'y',
  э: 'e',
};
const softVowels: Readonly<Record<string, string>> = { е: 'e', ё: 'o', ю: 'u', я: 'a' };

/** Write a word's letters; soft signs go, since folding drops the accents they turn into. */
function writeWord(word: string): string {
  let latin = '';
  let previous = '';
  for (const letter of word.toLowerCase()) {
    const soft = softVowels[letter];
    if (soft === undefined)
      latin += consonants[letter] ?? vowels[letter] ?? letter.replace('ь', '');
    else if (consonants[previous] === undefined || previous === 'й') latin += `j${soft}`;
    // "Л" before them is written by the letter l alone, which is soft without a stroke.
    else latin += previous === 'л' ? soft : `i${soft}`;
    previous = letter;
  }
  return latin;
}

function capitalise(latin: string, word: string): string {
  if (word !== word.toLowerCase() && word === word.toUpperCase()) return latin.toUpperCase();
  const first = word.charAt(0);
  const isCapital = first !== first.toLowerCase();
  return isCapital ? latin.charAt(0).toUpperCase() + latin.slice(1) : latin;
}

/**
 * Write a Belarusian form in the Latin script (łacinka); null if it has letters Belarusian lacks or
 * none at all. Capitals stay where they were.
 */
export function toLacinka(form: string): string | null {
  if (!/[а-яёіў]/iu.test(form) || /[ищъїє]/iu.test(form)) return null;
  return form
    .replaceAll(/(?<=\p{L})['’ʼ](?=[еёюяі])/giu, 'ь')
    .replaceAll(/[\p{sc=Cyrillic}]+/gu, (word) => capitalise(writeWord(word), word));
}
