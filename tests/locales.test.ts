import { describe, expect, it } from 'vitest';
import { listLocales, readMessages } from './support/make-translate';

const english = readMessages();
const pluralForm = /_(?:zero|one|two|few|many|other)$/;

/** The names a catalogue must have: those of English, plurals in the categories of `language`. */
function listNeededNames(language: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const stems = new Set(Object.keys(english).map((name) => name.replace(pluralForm, '')));
  return [...stems].flatMap((stem) =>
    `${stem}_other` in english ? pluralCategories.map((form) => `${stem}_${form}`) : [stem],
  );
}

/** The English message that a translation is one of; plural forms English lacks go by `_other`. */
function getEnglish(name: string) {
  return english[name] ?? english[name.replace(pluralForm, '_other')];
}

function listNumbers(placeholders: Readonly<Record<string, { readonly content: string }>>): string {
  const numbers = Object.entries(placeholders).map(([name, { content }]) => `${name}=${content}`);
  return numbers.sort().join();
}

/** English messages that name a button by its label, with the label they name. */
const quotedLabels = Object.entries(english).flatMap(([name, { message }]) =>
  [...message.matchAll(/“([^”]+)”/g)].flatMap((quoted) =>
    Object.keys(english)
      .filter((label) => english[label]?.message === quoted[1])
      .map((label) => ({ name, label })),
  ),
);

/** Labels for assistive technology that say more than the button they belong to. */
const longerLabels = [
  ['factCopy', 'factCopyDescription'],
  ['listAdded', 'listTakeOff'],
  ...Object.keys(english)
    .filter((name) => `${name}Named` in english)
    .map((name) => [name, `${name}Named`]),
] as [short: string, long: string][];

const foreignQuotes: Readonly<Record<string, RegExp>> = {
  be: /["“”„]/,
  de: /["”«»]/,
  en: /["„«»]/,
  es: /["“”„]/,
  fr: /["“”„]|«(?!\u00a0)|(?<!\u00a0)»/,
  it: /["“”„]/,
  lt: /["”«»]/,
  pl: /["“«»]/,
  ru: /["“”„]/,
  uk: /["“”„]/,
};

it('finds the labels that English messages quote', () => {
  expect(quotedLabels).toEqual(
    expect.arrayContaining([
      { name: 'rejectedMentionsEmpty', label: 'cardReject' },
      { name: 'listEmpty', label: 'listAdd' },
      { name: 'cardParaphraseNote', label: 'factQuote' },
    ]),
  );
  expect(longerLabels.length).toBeGreaterThan(4);
});

describe.each(listLocales())('texts in %s', (locale) => {
  const messages = readMessages(locale);
  const entries = Object.entries(messages);

  it('are those of English, with the plural forms of the language', () => {
    expect(Object.keys(messages).sort()).toEqual(listNeededNames(locale).sort());
  });

  it('say which language they are in', () => {
    const tag = messages['languageTag']?.message ?? '';
    expect(new Intl.Locale(tag).language).toBe(locale);
    expect(messages['textDirection']?.message).toMatch(/^(?:ltr|rtl)$/);
    expect(messages['extensionName']).toEqual(english['extensionName']);
  });

  it('have the placeholders of English under the same numbers', () => {
    const wrong = entries.filter(([name, { message, placeholders = {} }]) => {
      const wanted = getEnglish(name)?.placeholders ?? {};
      const used = [...message.matchAll(/\$(\w+)\$/g)].map((match) => match[1]?.toLowerCase());
      return (
        listNumbers(placeholders) !== listNumbers(wanted) ||
        [...new Set(used)].sort().join() !== Object.keys(wanted).sort().join()
      );
    });
    expect(wrong).toEqual([]);
  });

  it('are none of them empty', () => {
    expect(entries.filter(([, { message }]) => message.trim() === '')).toEqual([]);
  });

  it('describe the extension within what the stores allow', () => {
    expect(messages['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
  });

  it('call a button by its own label', () => {
    const wrong = quotedLabels.filter(({ name, label }) => {
      const [before, after] = messages[name]?.message.split(messages[label]?.message ?? '?') ?? [];
      return !/[“„«]\u00a0?$/.test(before ?? '') || !/^\u00a0?[”“»]/.test(after ?? '');
    });
    expect(wrong).toEqual([]);
  });

  it('begin a longer label with the visible one', () => {
    const wrong = longerLabels.filter(
      ([short, long]) => !messages[long]?.message.startsWith(messages[short]?.message ?? '?'),
    );
    expect(wrong).toEqual([]);
  });

  it('use the quotation marks of the language', () => {
    const foreign = foreignQuotes[locale];
    expect(foreign).toBeDefined();
    expect(entries.filter(([, { message }]) => foreign?.test(message))).toEqual([]);
  });
});
