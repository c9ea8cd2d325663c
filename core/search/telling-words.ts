import { findSearchWords } from './search-words';
import { isStopWord } from './stop-words';

/** Find the telling words of `text` in order, repeated ones included; all if it has no other. */
export function findTellingWords(text: string): string[] {
  const words = findSearchWords(text).map(({ word }) => word);
  const telling = words.filter((word) => !isStopWord(word));
  return telling.length > 0 ? telling : words;
}

/** List the telling words of `text`, each once. */
export function listTellingWords(text: string): string[] {
  return [...new Set(findTellingWords(text))];
}
