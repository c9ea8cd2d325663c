import type {
  AliasGroup,
  AliasRule,
  AliasSet,
  CaseRule,
  CueGroup,
  NumberedSeries,
} from '@/core/alias';
import type { Detection, DetectionCues, DetectionSeries, RuleManner } from './detection';
import { type Cue, encodeCueIndex } from './cue-index';
import { writeList } from './lazy-list';
import { encodeNumbers } from './number-text';
import { getPrimaryLanguage } from './language';
import { encodeWordList } from './word-list';
import { foldWord } from './fold';
import { chunkSize } from './tables';
import { toLacinka } from './lacinka';
import { anyCase, capitalised, createGraphBuilder, firstShape, type Step } from './graph';
import {
  type Gap,
  classifyGap,
  findWord,
  gaps,
  getCaseShape,
  isInCapitals,
  startsWithCapital,
} from './words';

type RawStep = { readonly word: string; readonly folded: string; readonly gap: Gap };

function splitForm(form: string): RawStep[] {
  const steps: RawStep[] = [];
  let end = 0;
  for (let word = findWord(form, 0); word; word = findWord(form, word.end)) {
    const text = form.slice(word.start, word.end);
    const gap = steps.length === 0 ? gaps.joint : classifyGap(form, end, word.start);
    steps.push({ word: text, folded: foldWord(text), gap });
    end = word.end;
  }
  return steps;
}

/** Gaps that texts leave out as often as not: "Art 33", "Convention 1948", "33 articolo". */
const optionalGaps: ReadonlySet<Gap> = new Set([
  gaps.period,
  gaps.comma,
  gaps.bracket,
  gaps.ordinal,
]);

function listGapVariants(steps: readonly RawStep[]): RawStep[][] {
  if (!steps.some(({ gap }) => optionalGaps.has(gap))) return [[...steps]];
  const bare = steps.map((step) =>
    optionalGaps.has(step.gap) ? { ...step, gap: gaps.joint } : step,
  );
  return [[...steps], bare];
}

function createIndex<Item>() {
  const items: Item[] = [];
  const indices = new Map<string, number>();
  return {
    items,
    /** Get the index of an item equal to `item`, adding it if there is none. */
    indexOf(item: Item): number {
      const key = JSON.stringify(item);
      const known = indices.get(key) ?? items.push(item) - 1;
      indices.set(key, known);
      return known;
    },
  };
}

function isAcronymForm(form: string): boolean {
  return form.length <= 6 && form === form.toUpperCase() && /^\p{Lu}[\p{Lu}.]+$/u.test(form);
}

/** Heads of one or two letters are written into the number: C87, C.87, C087. */
function listGluedForms({ heads, cards }: NumberedSeries): { form: string; number: string }[] {
  const short = heads.filter((head) => /^\p{L}{1,2}$/u.test(head));
  return short.flatMap((head) =>
    Object.keys(cards).flatMap((number) =>
      [`${head}${number}`, `${head}${number.padStart(3, '0')}`].map((form) => ({ form, number })),
    ),
  );
}

/** Cut the number sign or bracket off a head; number lists bring their own. */
function toBareHead(head: string): string {
  return head.replace(/[^\p{L}\p{N}]+$/u, '');
}

function isAcronymCue(phrase: string): boolean {
  return (phrase.length <= 5 && /^\p{Lu}+$/u.test(phrase)) || /^(?:\p{Lu}\.)+$/u.test(phrase);
}

function toStem(phrase: string): string {
  return splitForm(phrase)
    .map(({ folded }) => folded)
    .join(' ');
}

function compileCues(groups: readonly CueGroup[]): Pick<Detection, 'cues' | 'cueIndex'> {
  const cues: Cue[] = [];
  const listed = groups.map(({ name, phrases }, group): DetectionCues => {
    const listPhrases = (isAcronym: boolean) =>
      [...new Set(phrases.filter((phrase) => isAcronymCue(phrase) === isAcronym).map(toStem))]
        .filter(Boolean)
        .sort();
    const acronyms = listPhrases(true);
    for (const stem of listPhrases(false))
      cues.push({ group, words: stem.split(' '), isAcronym: false });
    for (const acronym of acronyms)
      cues.push({ group, words: acronym.split(' '), isAcronym: true });
    return { name, acronyms };
  });
  return { cues: listed, cueIndex: encodeCueIndex(cues) };
}

function encodeWords(words: readonly string[]): Pick<Detection, 'heads' | 'words'> {
  const chunks: string[][] = [];
  for (let start = 0; start < words.length; start += chunkSize)
    chunks.push(words.slice(start, start + chunkSize));
  return {
    heads: writeList(chunks.flatMap(([head = '']) => head)),
    words: writeList(chunks.map(encodeWordList)),
  };
}

/**
 * Compile `aliases` to the tables the matcher reads. Forms only for the search box are left out.
 * Throws when a form has no word, or a rule names a cue group that does not exist.
 */
export function compileDetection(packId: string, aliases: AliasSet): Detection {
  const cards = createIndex<string>();
  const rules = createIndex<readonly [card: number, language: number, manner: number]>();
  const languages = createIndex<string>();
  const manners = createIndex<RuleManner>();
  const shapes = createIndex<string>();
  const cueNames = new Map(aliases.cueGroups.map(({ name }, index) => [name, index]));
  const seriesRules: DetectionSeries[] = [];
  const phrases: { steps: RawStep[]; caseRule: CaseRule; output: number | { series: number } }[] =
    [];

  function getCueIndex(name: string): number {
    const index = cueNames.get(name);
    if (index === undefined) throw new Error(`There is no cue group "${name}"`);
    return index;
  }

  function getRuleIndex(rule: AliasRule, isAcronym: boolean): number {
    const manner = manners.indexOf({
      certainty: rule.certainty === 'search' ? 'context' : rule.certainty,
      isAcronym,
      cues: rule.cues.map(getCueIndex),
      counterCues: rule.counterCues.map(getCueIndex),
      phraseCounterCues: (rule.phraseCounterCues ?? []).map(getCueIndex),
      phraseRequires: (rule.phraseRequires ?? []).map(getCueIndex),
      requires: (rule.requires ?? []).map(getCueIndex),
      needsQuotes: rule.needsQuotes,
      onlyInLanguage: rule.onlyInLanguage,
    });
    return rules.indexOf([cards.indexOf(rule.cardId), languages.indexOf(rule.language), manner]);
  }

  /** Add a form and, of a Belarusian one, its spelling in the Latin script. */
  function addForm(form: string, rule: AliasRule): void {
    addSpelling(form, rule);
    const latin = getPrimaryLanguage(rule.language) === 'be' ? toLacinka(form) : null;
    if (latin !== null) addSpelling(latin, { ...rule, language: 'be-Latn' });
  }

  function addSpelling(form: string, rule: AliasRule): void {
    const steps = splitForm(form);
    if (steps.length === 0) throw new Error(`The alias "${form}" of ${rule.cardId} has no word`);
    const output = getRuleIndex(rule, rule.caseRule === 'exact' && isAcronymForm(form));
    for (const variant of listGapVariants(steps))
      phrases.push({ steps: variant, caseRule: rule.caseRule, output });
  }

  function addSeries(series: NumberedSeries): void {
    const { heads, cards: numbered, ...rule } = series;
    const numbers = Object.entries(numbered);
    for (const { form, number } of listGluedForms(series))
      addForm(form, { ...rule, cardId: numbered[number] ?? '' });
    const index = seriesRules.length;
    seriesRules.push({
      rules: Object.fromEntries(
        numbers.map(([number, cardId]) => [number, getRuleIndex({ ...rule, cardId }, false)]),
      ),
    });
    const spellings = getPrimaryLanguage(rule.language) === 'be' ? heads.map(toLacinka) : [];
    const allHeads = [...heads, ...spellings.filter((head) => head !== null)];
    for (const head of new Set(allHeads.map(toBareHead))) {
      const steps = splitForm(head);
      for (const variant of steps.length === 0 ? [] : listGapVariants(steps))
        phrases.push({ steps: variant, caseRule: rule.caseRule, output: { series: index } });
    }
  }

  for (const { forms, ...rule } of aliases.groups as readonly AliasGroup[]) {
    if (rule.certainty !== 'search') for (const form of forms) addForm(form, rule);
  }
  for (const series of aliases.series) {
    if (series.certainty !== 'search') addSeries(series);
  }

  const words = [
    ...new Set(phrases.flatMap(({ steps }) => steps.map(({ folded }) => folded))),
  ].sort();
  const wordIds = new Map(words.map((word, index) => [word, index]));
  const builder = createGraphBuilder(chunkSize);
  for (const { steps, caseRule, output } of phrases) {
    const end = typeof output === 'number' ? output : rules.items.length + output.series;
    builder.add(
      steps.map((step): Step => ({
        gap: step.gap,
        word: wordIds.get(step.folded) ?? 0,
        caseKind: getCaseKindOf(step.word, caseRule),
      })),
      end,
    );
  }

  function getCaseKindOf(word: string, caseRule: CaseRule): number {
    if (caseRule === 'any') return anyCase;
    if (caseRule === 'name' && !isInCapitals(word))
      return startsWithCapital(word) ? capitalised : anyCase;
    return firstShape + shapes.indexOf(getCaseShape(word));
  }

  const { graph, outputs } = builder.encode();
  return {
    version: 1,
    packId,
    cardIds: cards.items,
    shapes: shapes.items,
    outputs: writeList(outputs.map(encodeNumbers)),
    rules: writeList(rules.items.map(encodeNumbers)),
    languages: languages.items,
    manners: manners.items,
    series: seriesRules,
    // Texts that are alike stand together, which compresses better.
    ...compileCues(aliases.cueGroups),
    ...encodeWords(words),
    graph,
  };
}
