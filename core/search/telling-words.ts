import { findSearchWords } from './search-words';
import { isStopWord } from './stop-words';

/** Find the telling words of `text`; all of them if it has no other. */
export function listTellingWords(text: string): string[] {
  const words = findSearchWords(text).map(({ word }) => word);
  const telling = words.filter((word) => !isStopWord(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}
