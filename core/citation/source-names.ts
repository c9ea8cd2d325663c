import type { CslItem, CslName, Pack } from '@/core/pack';

/** Write a name as in running text: "Family" comes after "Given". */
export function writeName({ literal, family, given }: CslName): string {
  return literal ?? [given, family].filter((part) => part !== undefined).join(' ');
}

/** Write the name of an organisation with its abbreviation, unless the name contains it. */
export function writeNameWithAbbreviation(pack: Pack, name: CslName): string {
  const abbreviation = findAbbreviation(pack, name);
  const written = writeName(name);
  return abbreviation === null || written.includes(abbreviation)
    ? written
    : `${written} (${abbreviation})`;
}

/** Find how the pack's cards abbreviate an organisation; null for persons and if no card does. */
export function findAbbreviation(pack: Pack, { literal }: CslName): string | null {
  if (literal === undefined) return null;
  return pack.cards.find(({ title }) => title === literal)?.abbreviation ?? null;
}

/** Join names as English does: "A", "A and B", "A, B and C". */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  const others = names.slice(0, -1);
  return others.length === 0 ? last : `${others.join(', ')} and ${last}`;
}

/** Write the authors as in running text; empty if there are none. */
export function writeAuthors(item: CslItem): string {
  return joinNames((item.author ?? []).map(writeName));
}
