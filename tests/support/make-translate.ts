import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translate } from '@/core/translate';
import { translateFrom, type Catalogue } from './catalogue';

/** Read the English message catalogue. */
export function readMessages(): Catalogue {
  const path = join(import.meta.dirname, '../../public/_locales/en/messages.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Catalogue;
}

/** Create the translate function over the English texts, without a browser. */
export function makeTranslate(messages: Catalogue = readMessages()): Translate {
  return translateFrom(messages);
}
