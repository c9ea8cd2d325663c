import type { Card } from '@/core/pack';

/** Below this a name has too little in common with the query to be worth offering. */
const leastLikeness = 0.12;

/**
 * Find the cards whose title or abbreviation shares most letter pairs with `query` (Dice
 * coefficient), nearest first: what to offer when a search finds nothing.
 */
export function findNearestCards<Candidate extends { readonly card: Card }>(
  query: string,
  candidates: readonly Candidate[],
  limit = 4,
): Candidate[] {
  const wanted = toPairs(query);
  return candidates
    .map((candidate) => {
      const { title, abbreviation = '' } = candidate.card;
      const names = [title, abbreviation, ...title.split(/\s+/)];
      return {
        candidate,
        likeness: Math.max(...names.map((name) => compare(wanted, toPairs(name)))),
      };
    })
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** Spaces at both ends make the first and last letter count. */
function toPairs(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const padded = ` ${plain.trim()} `;
  const pairs = new Set<string>();
  for (let index = 0; index < padded.length - 1; index += 1)
    pairs.add(padded.slice(index, index + 2));
  return pairs;
}

function compare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
