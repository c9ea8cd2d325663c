import type { TextPosition } from '@/core/pack';
import { romanise } from './romanise';

/** A word as search compares it, and where it stands in its text (UTF-16 code units). */
export type SearchWord = TextPosition & { readonly word: string };

const wordPattern = /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’ʼ‘`´][\p{L}\p{M}\p{N}]+)*/gu;

/** French and Italian articles that lean on the next word: l’OIT, dell’OIL. */
const elision = /^(?:[ldsncjm]|qu|dell|all|nell|sull|dall)['’ʼ](?=\p{L})/iu;
const possessive = /['’ʼ]s$/iu;

function toWord(raw: string): string {
  const bare = raw.replace(elision, '').replace(possessive, '').replaceAll('.', '');
  // 113th, 113e, 7th: endings of ordinals add nothing.
  return romanise(bare).replace(/^(\d+)(?:st|nd|rd|th|er|e|a|o)$/, '$1');
}

/** Find the words of `text` in order, in the spelling search compares. */
export function findSearchWords(text: string): SearchWord[] {
  return [...text.matchAll(wordPattern)]
    .map(({ 0: raw, index }) => ({ word: toWord(raw), start: index, end: index + raw.length }))
    .filter(({ word }) => word !== '');
}
