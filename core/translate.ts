import type messages from '@/public/_locales/en/messages.json';

type Messages = typeof messages;
type MessageName = keyof Messages & string;
/** `cardFacts` where the messages hold `cardFacts_one` and `cardFacts_other`. */
type PluralKey = {
  [Name in MessageName]: Name extends `${infer Base}_other` ? Base : never;
}[MessageName];
type PlainKey = Exclude<MessageName, `${string}_${Intl.LDMLPluralRule}`>;

/** The name of a text in public/_locales/en/messages.json; a plural text goes by its stem. */
export type MessageKey = PlainKey | PluralKey;

type MessageOf<Key extends MessageKey> = Key extends PluralKey
  ? Messages[`${Key}_other` & MessageName]
  : Key extends PlainKey
    ? Messages[Key]
    : never;
type Values<Key extends MessageKey> =
  MessageOf<Key> extends { placeholders: infer Named }
    ? [values: { readonly [Name in keyof Named]: string | number }]
    : [];

/** Get a text in the reader's language, with its placeholders filled in by name. */
export type Translate = {
  <Key extends MessageKey>(key: Key, ...values: Values<Key>): string;
  /** BCP 47 tag of the texts returned, for formatting dates and numbers alike. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
};

/** Look a message up; positions count from 0. Returns '' for an unknown name, as browsers do. */
export type GetMessage = (name: string, substitutions: string[]) => string;

/**
 * Create the translate function over a browser's `i18n.getMessage`.
 * Browsers fill placeholders by position; ours stand in alphabetical order of their names
 * (tested), so that callers name them. A `count` picks the plural form of the language.
 */
export function createTranslate(getMessage: GetMessage): Translate {
  const language = getMessage('languageTag', []) || 'en';
  const direction = getMessage('textDirection', []) === 'rtl' ? 'rtl' : 'ltr';
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);

  function translate(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    const substitutions = Object.keys(values)
      .sort()
      .map((name) => {
        const value = values[name] ?? '';
        return typeof value === 'number' ? numbers.format(value) : value;
      });
    const names =
      typeof values['count'] === 'number'
        ? [`${key}_${plurals.select(values['count'])}`, `${key}_other`, key]
        : [key];
    for (const name of names) {
      const text = getMessage(name, substitutions);
      if (text !== '') return text;
    }
    throw new Error(`No message is named "${key}"`);
  }
  return Object.assign(translate, { language, direction }) as Translate;
}
