import type { AliasGroup, AliasSet } from '@/core/alias';
import { makeVocabulary } from './generated-pages';
import { createRandom } from './random';

/**
 * Make an alias set of `count` forms: `own` first, then names of one to four made-up words, so that
 * only the number of aliases differs between two sets.
 */
export function growAliases(own: AliasSet, count: number): AliasSet {
  const groups: AliasGroup[] = [];
  let remaining = count;
  for (const group of own.groups.filter(({ certainty }) => certainty !== 'search')) {
    const forms = group.forms.slice(0, remaining);
    if (forms.length > 0) groups.push({ ...group, forms });
    remaining -= forms.length;
  }
  const [pattern] = own.groups;
  if (pattern && remaining > 0) {
    groups.push({
      ...pattern,
      caseRule: 'any',
      certainty: 'unique',
      cues: [],
      counterCues: [],
      needsQuotes: false,
      onlyInLanguage: false,
      forms: makeNames(remaining),
    });
  }
  return { ...own, groups };
}

/** List the forms of a set, as plain terms for matchers that know nothing else. */
export function listTerms({ groups }: AliasSet): string[] {
  return groups.flatMap(({ forms }) => forms);
}

/** Rare words, so that the growing sets differ in size and not in what they find. */
function makeNames(count: number): string[] {
  const random = createRandom(count);
  const words = makeVocabulary(random, 20_000).map((word) => `${word}q`);
  const names = new Set<string>();
  while (names.size < count) {
    names.add(Array.from({ length: 1 + random.integer(4) }, () => random.pick(words)).join(' '));
  }
  return [...names];
}
