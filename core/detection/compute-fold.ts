import { expansions, ignorable, separator } from './fold-codes';

/** Letters that canonical decomposition leaves alone though readers take them for another. */
const lookedThrough: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ƶ: 'z',
  ς: 'σ',
  ґ: 'г',
  // The two Belarusian spellings differ in it, and no other language tells words apart by it.
  э: 'е',
};
/** й, ў and ї are letters of their own: и + breve is not an accented и. */
const ownLetters = new Set(['й', 'ў', 'ї']);
/** Letters by Unicode, apostrophes and stress marks by use. */
const apostropheLetters = new Set(['ʹ', 'ʺ', 'ʻ', 'ʼ', 'ʽ', 'ˈ', 'ˊ', 'ˋ']);
/** The soft sign: the two Belarusian spellings differ in where they write it. */
const softSigns = new Set(['ь', 'Ь']);
/** Footnote marks, which stand at the end of words that they are no part of. */
const superscriptDigit = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/u;
/** Accents on Latin, Greek and Cyrillic letters; other scripts keep their marks. */
const accentRanges = [
  [0x300, 0x36f],
  [0x483, 0x487],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
] as const;
/** Soft hyphen, zero-width, bidi and variation marks: nothing at all. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

function isAccent(character: string): boolean {
  const code = character.charCodeAt(0);
  return accentRanges.some(([first, last]) => code >= first && code <= last);
}

/** Compute what one code unit with case or accents folds to, as fold-codes.ts numbers it. */
export function computeFold(code: number): number {
  const character = String.fromCharCode(code);
  if (isAccent(character) || invisible.test(character) || softSigns.has(character))
    return ignorable;
  if (apostropheLetters.has(character)) return separator;
  if (!/[\p{L}\p{N}\p{M}]/u.test(character) || superscriptDigit.test(character)) return separator;
  const lower = toPlainLetter(character).toLowerCase();
  const base = ownLetters.has(lower.normalize('NFC'))
    ? lower.normalize('NFC')
    : removeAccents(lower);
  const folded = lookedThrough[base] ?? base;
  const expansion = expansions.indexOf(ligatures[folded] ?? folded);
  if (expansion > ignorable) return expansion;
  if (folded.length !== 1) return code;
  // What a fold gives must fold to itself: U+0374 decomposes to an apostrophe.
  return folded === character ? code : computeFold(folded.charCodeAt(0));
}

const ligatures: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ĳ: 'ij' };

/** Get the letter that a raised one stands for (113ᵉ, nᵒˢ); ª and º stay ordinal marks. */
function toPlainLetter(character: string): string {
  return /[\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u2071\u207f]/u.test(character)
    ? character.normalize('NFKD')
    : character;
}

function removeAccents(text: string): string {
  return [...text.normalize('NFD')].filter((character) => !isAccent(character)).join('');
}
