import { ignorable, separator } from './fold-codes';
import { getFoldCode } from './fold';
import type { TextPosition } from '@/core/pack';

/** What stands between two words, as far as aliases tell gaps apart. */
export const gaps = {
  /** Nothing, white space, hyphens, quotation marks: all the same to a name. */
  joint: 0,
  period: 1,
  apostrophe: 2,
  comma: 3,
  bracket: 4,
  ordinal: 5,
  slash: 6,
  /** Marks of inclusive spelling: Gewerkschafter*innen, syndicaliste·s. */
  gender: 7,
  /** Anything else ends a name. */
  other: 8,
} as const;
export type Gap = (typeof gaps)[keyof typeof gaps];

/** A name does not run on across more punctuation and space than this. */
const longestGap = 12;

/**
 * Find the next word of `text` at or after `from`: letters and digits, with the marks on and the
 * invisible characters between them; null when there is none.
 */
export function findWord(text: string, from: number): TextPosition | null {
  let start = from;
  while (start < text.length && getFoldCode(text, start) <= ignorable) start += 1;
  if (start >= text.length) return null;
  let end = start + 1;
  while (end < text.length && getFoldCode(text, end) !== separator) end += 1;
  return { start, end: trimInvisible(text, { start, end }) };
}

/** Get the end of a word without the soft hyphens and zero-width characters after it. */
function trimInvisible(text: string, { start, end }: TextPosition): number {
  let trimmed = end;
  if (getFoldCode(text, end - 1) !== ignorable) return end;
  while (trimmed > start + 1 && /[\u00ad\p{Cf}]/u.test(text.charAt(trimmed - 1))) trimmed -= 1;
  return trimmed;
}

/** Say whether a letter, a digit or a mark on one stands at `at`. */
export function isLetter(text: string, at: number): boolean {
  return at < text.length && getFoldCode(text, at) !== separator;
}

/** Say whether the word that ends at `end` touches U+0000, and may read on behind it. */
export function isJoined(text: string, end: number): boolean {
  return text.charCodeAt(end) === 0 && isLetter(text, end + 1);
}

const quotationMark = /["«»„“”‟‹›〝〞＂]/gu;
const apostrophe = /^['’ʼ‘`´ʹʻʽˈˊˋ‛′]$/u;
const singleQuotes = /['‘’‚‛]/gu;
const invisible = /[\u00ad\p{Cf}\u0300-\u036f]/gu;

/** Tell what kind of gap stands between offsets `from` and `to` of `text`. */
export function classifyGap(text: string, from: number, to: number): Gap {
  if (to - from === 1 && text.charCodeAt(from) === 32) return gaps.joint;
  if (to - from > longestGap) return gaps.other;
  const marks = text.slice(from, to).replaceAll(invisible, '');
  if (apostrophe.test(marks)) return gaps.apostrophe;
  // A paragraph ends here, or a dash between spaces opens another clause.
  if (/\n\s*\n|\s[-‐‑‒–—−]+\s/u.test(marks)) return gaps.other;
  const essential = marks.replaceAll(quotationMark, '').replaceAll(singleQuotes, '').trim();
  switch (essential) {
    case '':
    case '-':
    case '‐':
    case '‑':
    case '‒':
    case '–':
    case '−':
      return gaps.joint;
    case '.':
      return gaps.period;
    case ',':
      return gaps.comma;
    case '(':
    case ')':
    case ', (':
    case ')(':
    case '.(':
    case '. (':
      return gaps.bracket;
    case '°':
    case '№':
    case '#':
      return gaps.ordinal;
    case '/':
      return gaps.slash;
    case '*':
    case ':':
    case '_':
    case '·':
      return /\s/u.test(marks) ? gaps.other : gaps.gender;
    default:
      return gaps.other;
  }
}

/** Get the case of each letter of `word`: `1` capital, `0` not. Invisible characters and accents count for nothing. */
export function getCaseShape(word: string): string {
  let shape = '';
  for (let index = 0; index < word.length; index += 1) {
    if (getFoldCode(word, index) === ignorable) continue;
    shape += isCapital(word.charAt(index)) ? '1' : '0';
  }
  return shape;
}

/** Tell whether every letter of `word` is a capital, and there is more than one. */
export function isInCapitals(word: string): boolean {
  if (word.length < 2) return false;
  for (let index = 0; index < word.length; index += 1) {
    if (!isCapital(word.charAt(index)) && getFoldCode(word, index) !== ignorable) return false;
  }
  return true;
}

/** Tell whether the first letter of `word` is a capital. */
export function startsWithCapital(word: string): boolean {
  return isCapital(word.charAt(0));
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}
