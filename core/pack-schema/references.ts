import type { AliasRule, AliasSet } from '@/core/alias';
import type { PackCitations } from '@/core/citation/pack-citations';
import type { RichText } from '@/core/citation/rich-text';
import type { Pack, TextPosition } from '@/core/pack';
import { hasLoneSurrogate, type PackFileProblem } from './hostile-json';

type Report = (path: string, message: string) => void;

type Known = { readonly ids: ReadonlySet<string>; readonly what: string; readonly report: Report };

function createCheckUnique(report: Report) {
  return (ids: readonly string[], path: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    ids.forEach((id, index) => {
      if (seen.has(id)) report(`${path}.${index}`, `"${id}" is used twice`);
      seen.add(id);
    });
    return seen;
  };
}

function createCheckKnown({ ids: known, what, report }: Known) {
  return (ids: readonly string[], path: string): void =>
    ids.forEach((id, index) => {
      if (!known.has(id)) report(`${path}.${index}`, `there is no ${what} "${id}"`);
    });
}

function createCheckPosition(text: string, report: Report) {
  return ({ start, end }: TextPosition, path: string): void => {
    const quote = text.slice(start, end);
    if (start >= end || end > text.length) {
      report(path, `does not lie within the source text of ${text.length} characters`);
    } else if (quote.trim() === '') report(path, 'quotes nothing but white space');
    else if (hasLoneSurrogate(quote)) report(path, 'cuts a character in half');
  };
}

/** Find what is twice, missing or outside the source in a pack of the right shape. */
export function findPackProblems(pack: Pack): PackFileProblem[] {
  const problems: PackFileProblem[] = [];
  const report: Report = (path, message) => problems.push({ path, message });
  const checkUnique = createCheckUnique(report);
  const cardIds = checkUnique(
    pack.cards.map(({ id }) => id),
    'pack.cards',
  );
  const factIds = checkUnique(
    pack.facts.map(({ id }) => id),
    'pack.facts',
  );
  const checkCards = createCheckKnown({ ids: cardIds, what: 'card', report });
  const checkFacts = createCheckKnown({ ids: factIds, what: 'fact', report });
  const checkPosition = createCheckPosition(pack.source.text, report);
  const cardsOfFact = new Map(pack.facts.map(({ id, cardIds: own }) => [id, new Set(own)]));

  pack.cards.forEach((card, at) => {
    const path = `pack.cards.${at}`;
    checkFacts(card.summaryFactIds, `${path}.summaryFactIds`);
    checkFacts(card.factIds, `${path}.factIds`);
    checkUnique(card.factIds, `${path}.factIds`);
    card.factIds.forEach((factId, index) => {
      if (cardsOfFact.get(factId)?.has(card.id) !== false) return;
      report(`${path}.factIds.${index}`, `fact "${factId}" is not about card "${card.id}"`);
    });
  });
  pack.facts.forEach((fact, at) => {
    const path = `pack.facts.${at}`;
    checkCards(fact.cardIds, `${path}.cardIds`);
    checkCards(fact.attribution.cardIds, `${path}.attribution.cardIds`);
    checkPosition(fact.quote, `${path}.quote`);
    fact.context.forEach((position, index) => checkPosition(position, `${path}.context.${index}`));
  });
  return problems;
}

/** Find cards and cue groups that aliases name but the pack does not have. */
export function findAliasProblems(aliases: AliasSet, pack: Pack): PackFileProblem[] {
  const problems: PackFileProblem[] = [];
  const report: Report = (path, message) => problems.push({ path, message });
  const cues = createCheckUnique(report)(
    aliases.cueGroups.map(({ name }) => name),
    'aliases.cueGroups',
  );
  const cardIds = new Set(pack.cards.map(({ id }) => id));
  const checkCards = createCheckKnown({ ids: cardIds, what: 'card', report });
  const checkCues = createCheckKnown({ ids: cues, what: 'cue group', report });
  const checkRule = (rule: Omit<AliasRule, 'cardId'>, path: string): void => {
    checkCues(rule.cues, `${path}.cues`);
    checkCues(rule.counterCues, `${path}.counterCues`);
    checkCues(rule.phraseCounterCues ?? [], `${path}.phraseCounterCues`);
    checkCues(rule.phraseRequires ?? [], `${path}.phraseRequires`);
    checkCues(rule.requires ?? [], `${path}.requires`);
  };
  aliases.groups.forEach((group, at) => {
    checkRule(group, `aliases.groups.${at}`);
    if (!cardIds.has(group.cardId)) {
      report(`aliases.groups.${at}.cardId`, `there is no card "${group.cardId}"`);
    }
  });
  aliases.series.forEach((series, at) => {
    checkRule(series, `aliases.series.${at}`);
    checkCards(Object.values(series.cards), `aliases.series.${at}.cards`);
  });
  return problems;
}

function listDateSlots(richText: RichText): number[] {
  return richText.flatMap((part) => {
    if (typeof part === 'string') return [];
    return 'accessed' in part ? [part.accessed] : listDateSlots(part.parts);
  });
}

/** Find date forms that citations name but do not have, and directives of unknown facts. */
export function findCitationProblems(citations: PackCitations, pack: Pack): PackFileProblem[] {
  const problems: PackFileProblem[] = [];
  for (const [styleId, { entry, cite }] of Object.entries(citations.styles)) {
    const slots = listDateSlots([...(entry ?? []), ...cite]);
    for (const slot of slots.filter((each) => each >= citations.dateForms.length)) {
      const path = `citations.styles.${styleId}`;
      problems.push({ path, message: `there is no date form ${slot}` });
    }
  }
  const factIds = new Set(pack.facts.map(({ id }) => id));
  for (const factId of Object.keys(citations.textDirectives)) {
    if (factIds.has(factId)) continue;
    const path = `citations.textDirectives.${factId}`;
    problems.push({ path, message: `there is no fact "${factId}"` });
  }
  return problems;
}
