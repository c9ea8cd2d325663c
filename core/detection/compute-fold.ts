import { type CodeRanges, expansions, ignorable, separator } from './fold-codes';

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
const accents: CodeRanges = [
  [0x300, 0x36f],
  [0x483, 0x487],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
];
/**
 * Soft hyphen, zero-width, bidi and variation marks: nothing at all. Up to U+3000 all that Unicode
 * has as Cf or Default_Ignorable_Code_Point; a pattern that says so takes milliseconds to compile.
 */
const invisible: CodeRanges = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x600, 0x605],
  [0x61c, 0x61c],
  [0x6dd, 0x6dd],
  [0x70f, 0x70f],
  [0x890, 0x891],
  [0x8e2, 0x8e2],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
];
const wideInvisible: CodeRanges = [
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
];
/** Signs, though they have a capital: Ⓐ, ⓐ. */
const circledLetters: CodeRanges = [[0x24b6, 0x24e9]];
/** Code units from here on have no case and no accents. */
const firstWide = 0x3000;

function isIn(ranges: CodeRanges, code: number): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last);
}

/** Say whether a character is a part of words; most that no table knows have two cases. */
function isWordCharacter(character: string): boolean {
  if (character.toLowerCase() !== character.toUpperCase())
    return !isIn(circledLetters, character.charCodeAt(0));
  return /[\p{L}\p{N}\p{M}]/u.test(character);
}

/** Fold a code unit that has no case and no accents: most scripts of Asia, and beyond. */
function foldWide(code: number): number {
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)) return code;
  if (isIn(wideInvisible, code)) return ignorable;
  return isWordCharacter(String.fromCharCode(code)) ? code : separator;
}

/** Compute what one code unit that is no half of a pair folds to, as fold-codes.ts numbers it. */
export function computeFold(code: number): number {
  if (code >= firstWide) return foldWide(code);
  const character = String.fromCharCode(code);
  if (isIn(accents, code) || isIn(invisible, code) || softSigns.has(character)) return ignorable;
  if (apostropheLetters.has(character)) return separator;
  if (!isWordCharacter(character) || superscriptDigit.test(character)) return separator;
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
  return [...text.normalize('NFD')].filter((mark) => !isIn(accents, mark.charCodeAt(0))).join('');
}
