import { createTranslate, type Translate } from '@/core/translate';

/** A message catalogue as browsers read it. */
export type Catalogue = Readonly<
  Record<
    string,
    {
      readonly message: string;
      readonly placeholders?: Record<string, { readonly content: string }>;
    }
  >
>;

/** Create the translate function over a catalogue, filling placeholders in as browsers do. */
export function translateFrom(catalogue: Catalogue): Translate {
  return createTranslate((name, substitutions) => {
    const entry = catalogue[name];
    if (entry === undefined) return '';
    return entry.message.replaceAll(/\$(\w+)\$/g, (_, placeholder: string) => {
      const position = entry.placeholders?.[placeholder.toLowerCase()]?.content.slice(1);
      return substitutions[Number(position) - 1] ?? '';
    });
  });
}
