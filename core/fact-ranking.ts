import type { Card, Fact, Pack } from '@/core/pack';

/**
 * Order the facts of `card` for the place where it was met: a fact whose other cards are mentioned
 * in the same block comes first, the more of them the higher; else the pack's own order stands.
 * Ids of facts that the pack does not hold are left out.
 */
export function rankFacts(
  pack: Pack,
  card: Card,
  nearbyCardIds: ReadonlySet<string> = new Set(),
): Fact[] {
  const factById = new Map(pack.facts.map((fact) => [fact.id, fact]));
  const facts = card.factIds.flatMap((id) => factById.get(id) ?? []);
  const countNearby = (fact: Fact): number =>
    fact.cardIds.filter((id) => id !== card.id && nearbyCardIds.has(id)).length;
  return facts
    .map((fact) => ({ fact, nearby: countNearby(fact) }))
    .sort((a, b) => b.nearby - a.nearby)
    .map(({ fact }) => fact);
}

/**
 * Find the cards that share facts with `card`, those sharing most first, at most `limit`.
 * Equal counts keep the order in which the facts name them.
 */
export function findRelatedCards(pack: Pack, card: Card, limit = 6): Card[] {
  const counts = new Map<string, number>();
  for (const fact of rankFacts(pack, card)) {
    for (const id of fact.cardIds) {
      if (id !== card.id) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const cardById = new Map(pack.cards.map((other) => [other.id, other]));
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([id]) => cardById.get(id) ?? [])
    .slice(0, limit);
}
