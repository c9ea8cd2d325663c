import type { TextPosition } from '@/core/pack';
import { romanise } from './romanise';

/** A word as search compares it, and where it stands in its text (UTF-16 code units). */
export type SearchWord = TextPosition & { readonly word: string };

const wordPattern = /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’ʼ‘`´][\p{L}\p{M}\p{N}]+)*/gu;

/** French and Italian articles that lean on the next word: l’OIT, dell’OIL. */
const elision = /^(?:[ldsncjm]|qu|dell|all|nell|sull|dall)['’ʼ](?=\p{L})/iu;
const possessive = /['’ʼ]s$/iu;

/** Letters and digits written together are words of their own: C087 is c and 87. */
const pieces = /\p{L}+|\d+/gu;
const ordinal = /^(\d+)(?:st|nd|rd|th|er|e|a|o)$/;

function toWords(raw: string): string[] {
  const bare = raw.replace(elision, '').replace(possessive, '').replaceAll('.', '');
  const word = romanise(bare).replace(ordinal, '$1');
  return (word.match(pieces) ?? []).map((piece) => piece.replace(/^0+(?=\d)/, ''));
}

/** Find the words of `text` in order, in the spelling search compares. */
export function findSearchWords(text: string): SearchWord[] {
  return [...text.matchAll(wordPattern)].flatMap(({ 0: raw, index }) =>
    toWords(raw).map((word) => ({ word, start: index, end: index + raw.length })),
  );
}
