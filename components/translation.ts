import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '@/core/translate';

const TranslateContext = createContext<Translate | null>(null);

/** Give the components below it their texts. */
export const TranslateProvider = TranslateContext.Provider;

/** Get the translate function; throws when no `TranslateProvider` stands above. */
export function useTranslate(): Translate {
  const translate = useContext(TranslateContext);
  if (translate === null) throw new Error('A component was rendered without a TranslateProvider');
  return translate;
}
