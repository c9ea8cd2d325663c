import { browser } from 'wxt/browser';
import type { Translate } from '@/core/translate';
import { handOverLookup } from '@/platform/lookup';
import { openPopup } from '@/platform/panel';

type InputEntered = (text: string) => Promise<void>;
type Omnibox = {
  setDefaultSuggestion(suggestion: { readonly description: string }): unknown;
  readonly onInputEntered: {
    addListener(listener: InputEntered): void;
    removeListener(listener: InputEntered): void;
  };
};

/**
 * Look up what the reader types in the address bar after the extension's keyword, until `signal`
 * aborts. Results show in the popup: suggestions would need the search index in a worker that the
 * browser starts for every event.
 */
export function answerOmnibox(translate: Translate, signal: AbortSignal): void {
  // Firefox for Android has no omnibox.
  const { omnibox } = browser as unknown as { readonly omnibox?: Omnibox };
  if (!omnibox) return;
  // The browser puts what was typed in place of %s.
  omnibox.setDefaultSuggestion({ description: translate('menuLookUp', { selection: '%s' }) });
  omnibox.onInputEntered.addListener(answerInput);
  signal.addEventListener('abort', () => omnibox.onInputEntered.removeListener(answerInput));
}

async function answerInput(text: string): Promise<void> {
  await handOverLookup(text);
  await openPopup();
}
