import type { Options } from '@/core/options';

/** A fact the reader put on the list. */
export type ListedFact = { readonly packId: string; readonly factId: string };

/** More is not a list anyone reads, and storage is shared with packs. */
const maxLength = 500;
const maxIdLength = 200;

/** Read a stored list; what is no entry is left out, as are repetitions. */
export function readReadingList(stored: unknown): ListedFact[] {
  if (!Array.isArray(stored)) return [];
  const list: ListedFact[] = [];
  for (const entry of stored.slice(0, maxLength)) {
    if (isListedFact(entry) && !isListed(list, entry)) {
      list.push({ packId: entry.packId, factId: entry.factId });
    }
  }
  return list;
}

/** Add a fact at the end; a full list, or one that has it, stays as it is. */
export function addToList(list: readonly ListedFact[], fact: ListedFact): readonly ListedFact[] {
  return list.length >= maxLength || isListed(list, fact) ? list : [...list, fact];
}

/** Take a fact off the list. */
export function removeFromList(list: readonly ListedFact[], fact: ListedFact): ListedFact[] {
  return list.filter((entry) => !isSame(entry, fact));
}

/** Move a fact one place up (-1) or down (1); at either end the list stays as it is. */
export function moveInList(
  list: readonly ListedFact[],
  fact: ListedFact,
  direction: 1 | -1,
): readonly ListedFact[] {
  const from = list.findIndex((entry) => isSame(entry, fact));
  const to = from + direction;
  const [moved, displaced] = [list[from], list[to]];
  if (moved === undefined || displaced === undefined) return list;
  return list.with(from, displaced).with(to, moved);
}

/** Tell whether the fact is on the list. */
export function isListed(list: readonly ListedFact[], fact: ListedFact): boolean {
  return list.some((entry) => isSame(entry, fact));
}

/**
 * Tell whether facts may be added: a list is a trace of what was read, so where the reader wants
 * none, in quiet mode and private windows, it must be allowed first.
 */
export function canAddToList(options: Options, isPrivate: boolean): boolean {
  return options.keepsListAlways || (!options.isQuiet && !isPrivate);
}

function isSame(one: ListedFact, other: ListedFact): boolean {
  return one.packId === other.packId && one.factId === other.factId;
}

function isListedFact(entry: unknown): entry is ListedFact {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'packId' in entry &&
    'factId' in entry &&
    isId(entry.packId) &&
    isId(entry.factId)
  );
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= maxIdLength;
}
