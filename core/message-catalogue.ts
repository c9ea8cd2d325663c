import type { GetMessage } from './translate';

/** A message catalogue as browsers read it. */
export type Catalogue = Readonly<
  Record<
    string,
    {
      readonly message: string;
      readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
    }
  >
>;

/** Create a lookup in a catalogue at hand, which fills placeholders in as browsers do. */
export function createGetMessage(catalogue: Catalogue): GetMessage {
  return (name, substitutions) => {
    const entry = catalogue[name];
    if (entry === undefined) return '';
    return entry.message.replaceAll(/\$(\w+)\$/g, (_, placeholder: string) => {
      const position = entry.placeholders?.[placeholder.toLowerCase()]?.content.slice(1);
      return substitutions[Number(position) - 1] ?? '';
    });
  };
}
