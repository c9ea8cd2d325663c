import { browser } from 'wxt/browser';
import { type Catalogue, createGetMessage } from '@/core/message-catalogue';
import { isPreferred } from '@/core/preferred-language';
import { createTranslate, type GetMessage, type Translate } from '@/core/translate';

/** The script that provides the Belarusian texts. */
export const belarusianScript = '/belarusian.js';

const textsKey = Symbol.for('fact-cards.texts');
type Globals = { [textsKey]?: Catalogue };

/** Use these texts in this document in the place of those the browser chooses. */
export function provideTexts(catalogue: Catalogue): void {
  (globalThis as Globals)[textsKey] = catalogue;
}

/**
 * Say whether the reader is to read Belarusian though the browser would choose another language.
 * Chromium has no interface in Belarusian and passes over `_locales/be`: only the languages its
 * reader asks websites for tell.
 */
export function needsBelarusian(): boolean {
  const shown = getBrowserMessage('languageTag', []);
  return isPreferred({ offered: 'be', shown, wanted: navigator.languages });
}

/** Create the translate function over the texts provided, else over the browser's choice. */
export function createBrowserTranslate(): Translate {
  const catalogue = (globalThis as Globals)[textsKey];
  return createTranslate(catalogue ? createGetMessage(catalogue) : getBrowserMessage);
}

/** Create the translate function of a page of ours in the language its reader likes best. */
export async function loadTranslate(): Promise<Translate> {
  if (needsBelarusian()) {
    // WXT knows the addresses of pages only.
    const getUrl = browser.runtime.getURL as (path: string) => string;
    await import(/* @vite-ignore */ getUrl(belarusianScript));
  }
  return createBrowserTranslate();
}

const getBrowserMessage: GetMessage = (name, substitutions) =>
  // WXT narrows the names to those it generated; ours are checked by `Translate` instead.
  (browser.i18n.getMessage as GetMessage)(name, substitutions);
