import { computeFold } from './compute-fold';
import { expansions, firstLetter, ignorable, separator, unknown } from './fold-codes';
import { createFoldTable } from './known-folds';

/** A text as detection compares it, and where each of its code units came from. */
export type FoldedText = {
  readonly text: string;
  /** Offset in the original of each code unit of `text`, and of its end: `text.length + 1` entries. */
  readonly offsets: readonly number[];
};

/**
 * What each code unit folds to, as far as it was met or is known beforehand. Texts use few of them:
 * a whole table would have to be shipped and unpacked, or cost 6 ms and more to compute. Loops where
 * calls count look here before they ask `getFoldCode`.
 */
export const foldTable = createFoldTable();
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/** Fold one half of a surrogate pair; the second half is judged with the first. */
function foldHalf(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const isSecondHalf = code >= 0xdc00 && index > 0 && isHighSurrogate(text.charCodeAt(index - 1));
  const character = text.codePointAt(isSecondHalf ? index - 1 : index);
  return wordCharacter.test(String.fromCodePoint(character ?? 0)) ? code : separator;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** Get what the code unit at `index` folds to, as fold-codes.ts numbers it. */
export function getFoldCode(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const known = foldTable[code] ?? unknown;
  if (known !== unknown) return known;
  if (code >= 0xd800 && code <= 0xdfff) return foldHalf(text, index);
  const fold = computeFold(code);
  foldTable[code] = fold;
  return fold;
}

const breve = 0x306;
const diaeresis = 0x308;
/** Base letter and mark that together are a letter of their own, not an accented one. */
const ownLetters: Readonly<Record<string, string>> = {
  [`и${String.fromCharCode(breve)}`]: 'й',
  [`у${String.fromCharCode(breve)}`]: 'ў',
  [`і${String.fromCharCode(diaeresis)}`]: 'ї',
};

/** Fold the letters at `index` of `text`: usually one letter, none for what is nothing. */
function foldLetters(text: string, index: number, fold: number): string {
  if (fold === separator || fold === ignorable) return '';
  if (fold < firstLetter) return expansions[fold] ?? '';
  const letter = String.fromCharCode(fold);
  const next = text.charCodeAt(index + 1);
  if (next !== breve && next !== diaeresis) return letter;
  return ownLetters[letter + String.fromCharCode(next)] ?? letter;
}

const latinTwins = 'abcehijkmopstxy';
const cyrillicTwins = 'авсеніјкморѕтху';

function swapTwins(word: string, from: string, to: string): string | null {
  let swapped = '';
  for (const letter of word) {
    const at = from.indexOf(letter);
    const isOther = from === latinTwins ? /[a-zß-ʯ]/u.test(letter) : /[Ͱ-ԯ]/u.test(letter);
    if (at < 0 && isOther) return null;
    swapped += at < 0 ? letter : to.charAt(at);
  }
  return swapped;
}

/**
 * Write a folded word that mixes Latin and Cyrillic in the one script all its letters can be read
 * in («Салiдарнасць» with a Latin i, ВКDР with one Latin letter); in Cyrillic where both can.
 */
function unifyScript(word: string): string {
  if (!/[a-z]/u.test(word) || !/[Ѐ-ԯ]/u.test(word)) return word;
  return (
    swapTwins(word, latinTwins, cyrillicTwins) ?? swapTwins(word, cyrillicTwins, latinTwins) ?? word
  );
}

/** Fold one word: no case, no accents, no invisible characters, one script. */
export function foldWord(word: string): string {
  // Most words are; their letters and digits fold to lower case and nothing else.
  if (/^[\dA-Za-z]+$/u.test(word)) return word.toLowerCase();
  let folded = '';
  for (let index = 0; index < word.length; index += 1) {
    folded += foldLetters(word, index, getFoldCode(word, index));
  }
  return unifyScript(folded);
}

const space = /[\s\u0085\u200b\u2800]/u;

function foldSeparator(character: string): string {
  if (space.test(character)) return ' ';
  if ("'’ʼ‘`´ʹʻʽˈˊˋ‛′".includes(character)) return "'";
  if ('-‐‑‒–−'.includes(character)) return '-';
  if ('"«»„“”‟‹›〝〞＂″'.includes(character)) return '"';
  return character;
}

/**
 * Fold a whole text: words as `foldWord`, every run of white space to one space, every apostrophe,
 * hyphen and quotation mark to one kind, all else as it is. Folding a folded text changes nothing.
 */
export function foldText(text: string): FoldedText {
  let folded = '';
  const offsets: number[] = [];
  let index = 0;
  while (index < text.length) {
    const fold = getFoldCode(text, index);
    if (fold === separator) {
      const mark = foldSeparator(text.charAt(index));
      if (mark !== ' ' || !folded.endsWith(' ')) {
        folded += mark;
        offsets.push(index);
      }
      index += 1;
    } else if (fold === ignorable) {
      index += 1;
    } else {
      const letters: number[] = [];
      let word = '';
      for (; index < text.length; index += 1) {
        const inner = getFoldCode(text, index);
        if (inner === separator) break;
        const piece = foldLetters(text, index, inner);
        word += piece;
        for (const _ of piece) letters.push(index);
      }
      folded += unifyScript(word);
      offsets.push(...letters);
    }
  }
  offsets.push(text.length);
  return { text: folded, offsets };
}
