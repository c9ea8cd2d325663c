import type { TextPosition } from '@/core/pack';
import { findSearchWords } from './search-words';

/** Find those words of `text` that are among `words`, romanised; spans in UTF-16 code units. */
export function findMatchedRanges(text: string, words: ReadonlySet<string>): TextPosition[] {
  return findSearchWords(text)
    .filter(({ word }) => words.has(word))
    .map(({ start, end }) => ({ start, end }));
}
