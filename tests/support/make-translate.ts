import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translate } from '@/core/translate';
import type { Catalogue } from '@/core/message-catalogue';
import { translateFrom } from './translate-from';

const folder = join(import.meta.dirname, '../../public/_locales');

/** List the languages that have a message catalogue, as their folders are named. */
export function listLocales(): string[] {
  return readdirSync(folder);
}

/** Read the message catalogue of a language. */
export function readMessages(locale = 'en'): Catalogue {
  return JSON.parse(readFileSync(join(folder, locale, 'messages.json'), 'utf8')) as Catalogue;
}

/** Create the translate function over the English texts, without a browser. */
export function makeTranslate(messages: Catalogue = readMessages()): Translate {
  return translateFrom(messages);
}
