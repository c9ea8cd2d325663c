import type { Card } from '@/core/pack';
import type { CardEntry, EntryList, FactEntry, Placed } from './pack-files';
import type { Report } from './read-yaml';

export type CardContext = {
  readonly facts: EntryList<FactEntry>;
  /** Takes paths within cards.yaml. */
  readonly report: Report;
};

/** Build the card of one entry of cards.yaml: the facts it names first, then all others about it. */
export function buildCard(
  { entry, index }: Placed<CardEntry>,
  { facts, report }: CardContext,
): Card {
  // Facts whose entry is broken are known by id only; what they are about is not.
  const readIds = new Set(facts.entries.map((fact) => fact.entry.id));
  const ownIds = facts.entries
    .filter((fact) => fact.entry.cards.includes(entry.id))
    .map((fact) => fact.entry.id);
  for (const field of ['proof', 'facts-first'] as const) {
    entry[field].forEach((factId, at) => {
      if (!facts.ids.has(factId)) report([index, field, at], `there is no fact "${factId}"`);
    });
  }
  const factsFirst = entry['facts-first'];
  factsFirst.forEach((factId, at) => {
    if (ownIds.includes(factId) || !readIds.has(factId)) return;
    const message = `fact "${factId}" does not list "${entry.id}" among its cards`;
    report([index, 'facts-first', at], message);
  });
  const isAllRead = readIds.size === facts.ids.size;
  if (ownIds.length === 0 && isAllRead)
    report([index, 'id'], `no fact is about card "${entry.id}"`);
  return {
    id: entry.id,
    title: entry.title,
    ...(entry.abbreviation !== undefined && { abbreviation: entry.abbreviation }),
    type: entry.type,
    summary: entry.summary,
    summaryFactIds: entry.proof,
    factIds: [...new Set([...factsFirst, ...ownIds])],
  };
}
