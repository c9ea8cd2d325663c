import type { Density } from './options';

/** What decides whether a mention is marked, apart from its page. */
export type MarkCandidate = {
  /** The card, as "packId/cardId". */
  readonly cardKey: string;
  /** Whatever stands for the section the mention is in; compared by identity. */
  readonly section: unknown;
};

/** Choose which of `candidates`, given in reading order, are marked at `density`. */
export function chooseMarked<Candidate extends MarkCandidate>(
  candidates: readonly Candidate[],
  density: Density,
): Candidate[] {
  switch (density) {
    case 'none':
      return [];
    case 'every':
      return [...candidates];
    case 'first-per-page':
      return keepFirst(candidates, () => null);
    case 'first-per-section':
      return keepFirst(candidates, ({ section }) => section);
  }
}

function keepFirst<Candidate extends MarkCandidate>(
  candidates: readonly Candidate[],
  getScope: (candidate: Candidate) => unknown,
): Candidate[] {
  const seen = new Map<unknown, Set<string>>();
  return candidates.filter((candidate) => {
    const scope = getScope(candidate);
    const cards = seen.get(scope) ?? new Set();
    seen.set(scope, cards);
    if (cards.has(candidate.cardKey)) return false;
    cards.add(candidate.cardKey);
    return true;
  });
}
