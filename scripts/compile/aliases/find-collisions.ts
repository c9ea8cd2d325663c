import type { Problem } from '@/scripts/compile/problem';
import type { LocatedGroup } from './read-aliases';

/** Make forms comparable that the matcher could take for one another. */
function toComparable(form: string): string {
  return form
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’ʼ‘`´]/gu, "'")
    .replaceAll(/[‐‑–—]/gu, '-')
    .toLowerCase();
}

/**
 * Report every form that two cards, or two groups of one card, claim in the same language.
 *
 * Two cards may share a form if both groups say so with `shared-with`, two groups of a card if only
 * one of them needs quotation marks or capitals; search-only forms may repeat.
 */
export function findCollisions(located: readonly LocatedGroup[]): Problem[] {
  const problems: Problem[] = [];
  const owners = new Map<
    string,
    { readonly owner: LocatedGroup; readonly line: number | null }[]
  >();
  for (const owner of located) {
    if (owner.group.certainty === 'search') continue;
    for (const [form, line] of owner.formLines) {
      // Exact forms that differ in case only are different words: МОТ is not мот.
      const caseKey = owner.group.caseRule === 'exact' ? form : '';
      const key = `${owner.group.language} ${toComparable(form)} ${caseKey}`;
      const claims = owners.get(key) ?? [];
      const rival = claims.find((claim) => claim.owner !== owner && !mayShare(claim.owner, owner));
      if (rival) {
        const where = `${rival.owner.file}:${rival.line}`;
        const message =
          rival.owner.group.cardId === owner.group.cardId
            ? `"${form}" repeats ${where}`
            : `"${form}" already names "${rival.owner.group.cardId}" in ${where}; declare shared-with or give it up`;
        problems.push({ file: owner.file, line, message });
      }
      owners.set(key, [...claims, { owner, line }]);
    }
  }
  return problems;
}

function mayShare(one: LocatedGroup, other: LocatedGroup): boolean {
  // A word may need more evidence for its card where it stands without quotation marks or capitals.
  if (one.group.cardId === other.group.cardId)
    return (
      one.group.needsQuotes !== other.group.needsQuotes ||
      one.group.caseRule !== other.group.caseRule
    );
  return one.sharedWith.includes(other.group.cardId) && other.sharedWith.includes(one.group.cardId);
}
