import { type Catalogue, createGetMessage } from '@/core/message-catalogue';
import { createTranslate, type Translate } from '@/core/translate';

/** Create the translate function over a catalogue, without a browser. */
export function translateFrom(catalogue: Catalogue): Translate {
  return createTranslate(createGetMessage(catalogue));
}
