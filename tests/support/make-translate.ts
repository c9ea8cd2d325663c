import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslate, type Translate } from '@/core/translate';

export type MessageFile = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

/** Read the English message catalogue as the browser does. */
export function readMessages(): MessageFile {
  const path = join(import.meta.dirname, '../../public/_locales/en/messages.json');
  return JSON.parse(readFileSync(path, 'utf8')) as MessageFile;
}

/** Create the translate function over the English texts, without a browser. */
export function makeTranslate(messages: MessageFile = readMessages()): Translate {
  return createTranslate((name, substitutions) => fillIn(messages[name], substitutions));
}

function fillIn(entry: MessageFile[string] | undefined, substitutions: readonly string[]): string {
  if (entry === undefined) return '';
  return entry.message.replaceAll(/\$(\w+)\$/g, (_, name: string) => {
    const position = entry.placeholders?.[name.toLowerCase()]?.content.slice(1);
    return substitutions[Number(position) - 1] ?? '';
  });
}
