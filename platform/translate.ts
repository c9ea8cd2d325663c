import { browser } from 'wxt/browser';
import { createTranslate, type Translate } from '@/core/translate';

/** Create the translate function over the browser's own message catalogue. */
export function createBrowserTranslate(): Translate {
  // WXT narrows the names to those it generated; ours are checked by `Translate` instead.
  const getMessage = browser.i18n.getMessage as (name: string, substitutions: string[]) => string;
  return createTranslate((name, substitutions) => getMessage(name, substitutions));
}
