import type { YAMLMap } from 'yaml';
import type { AliasGroup, AliasRule, NumberedSeries } from '@/core/alias';
import type { Problem } from '@/scripts/compile/problem';
import { toProblemPath } from '@/scripts/compile/read-yaml';
import { expandForm, type Parts } from './notation';
import { type Located, openYamlFile, type YamlFile } from './yaml-file';

const caseRules = ['exact', 'name', 'any'] as const;
const certainties = ['unique', 'likely', 'context', 'search'] as const;
const ruleKeys = [
  'language',
  'case',
  'certainty',
  'cues',
  'counter-cues',
  'phrase-counter-cues',
  'requires',
  'needs-quotes',
  'only-in-language',
];
/** More forms than this from one line mean a product nobody has looked through. */
const formLimit = 400;

/** What aliases may refer to: the cards of the pack and the cue groups of cues.yaml. */
export type Known = {
  readonly cardIds: ReadonlySet<string>;
  readonly cueNames: ReadonlySet<string>;
};
/** A group with where each of its forms was written, and the cards it may share forms with. */
export type LocatedGroup = {
  readonly file: string;
  readonly group: AliasGroup;
  readonly formLines: ReadonlyMap<string, number>;
  readonly sharedWith: readonly string[];
};
export type AliasFile = {
  readonly groups: readonly LocatedGroup[];
  readonly series: readonly NumberedSeries[];
};

/** Read one language's alias file and expand its notation; all that is wrong goes to `problems`. */
export function readAliases(path: string, known: Known, problems: Problem[]): AliasFile {
  const name = toProblemPath(path);
  const file = openYamlFile(path, problems);
  const { root } = file;
  const language = root && file.readText(root, 'language');
  if (!root || !language) {
    if (problems.some((problem) => problem.file === name)) return { groups: [], series: [] };
    file.report(1, 'an alias file starts with its language, such as "language: be"');
    return { groups: [], series: [] };
  }
  file.checkKeys(root, ['language', 'parts', 'aliases', 'series']);
  const parts = readParts(file, root);
  const readRule = createRuleReader(file, known, language.value);

  const groups = file.readMaps(root, 'aliases').map((map) => {
    file.checkKeys(map, ['card', ...ruleKeys, 'shared-with', 'forms']);
    const cardId = readCardId(file, map, known);
    const formLines = expandForms(file, map, { key: 'forms', parts });
    const rule: AliasRule = { cardId, ...readRule(map) };
    const sharedWith = file.readTexts(map, 'shared-with').map(({ value }) => value);
    return { file: name, group: { ...rule, forms: [...formLines.keys()] }, formLines, sharedWith };
  });
  const series = file.readMaps(root, 'series').map((map) => {
    file.checkKeys(map, ['cards', ...ruleKeys, 'heads']);
    const heads = expandForms(file, map, { key: 'heads', parts });
    const cards = readNumbers(file, map, known);
    return Object.assign(readRule(map), { heads: [...heads.keys()], cards });
  });
  return { groups, series };
}

function readParts(file: YamlFile, root: YAMLMap): Parts {
  const parts = new Map<string, readonly string[]>();
  for (const { key, value } of file.readEntries(root, 'parts')) {
    const expansion = expandForm(value.value, { parts, limit: formLimit });
    if (expansion.ok) parts.set(key, expansion.forms);
    else file.report(value.line, `part <${key}>: ${expansion.error}`);
  }
  return parts;
}

function readCardId(file: YamlFile, map: YAMLMap, known: Known): string {
  const card = file.readText(map, 'card');
  if (!card) file.report(file.lineOf(map), 'an alias group names its card');
  else checkCard(file, card, known);
  return card?.value ?? '';
}

function checkCard(file: YamlFile, card: Located<string>, known: Known): void {
  if (!known.cardIds.has(card.value)) file.report(card.line, `there is no card "${card.value}"`);
}

function readNumbers(file: YamlFile, map: YAMLMap, known: Known): Record<string, string> {
  const entries = file.readEntries(map, 'cards');
  if (entries.length === 0)
    file.report(file.lineOf(map), 'a series lists its numbers under "cards"');
  for (const { key, value } of entries) {
    if (!/^\d+$/u.test(key)) file.report(value.line, `"${key}" is not a number`);
    checkCard(file, value, known);
  }
  return Object.fromEntries(entries.map(({ key, value }) => [key, value.value]));
}

function createRuleReader(file: YamlFile, known: Known, language: string) {
  function readChoice<T extends string>(
    map: YAMLMap,
    key: string,
    choices: readonly T[],
  ): T | null {
    const text = file.readText(map, key);
    const choice = choices.find((candidate) => candidate === text?.value);
    if (choice === undefined)
      file.report(text?.line ?? file.lineOf(map), `"${key}" must be ${choices.join(', ')}`);
    return choice ?? null;
  }
  function readCueNames(map: YAMLMap, key: string): string[] {
    return file.readTexts(map, key).map(({ value, line }) => {
      if (!known.cueNames.has(value)) file.report(line, `there is no cue group "${value}"`);
      return value;
    });
  }
  return (map: YAMLMap): Omit<AliasRule, 'cardId'> => {
    const certainty = readChoice(map, 'certainty', certainties) ?? 'search';
    const cues = readCueNames(map, 'cues');
    if (certainty === 'context' && cues.length === 0)
      file.report(file.lineOf(map), 'an alias that needs context names the cues it needs');
    const phraseCounterCues = readCueNames(map, 'phrase-counter-cues');
    const requires = readCueNames(map, 'requires');
    return {
      language: file.readText(map, 'language')?.value ?? language,
      caseRule: readChoice(map, 'case', caseRules) ?? 'exact',
      certainty,
      cues,
      counterCues: readCueNames(map, 'counter-cues'),
      ...(phraseCounterCues.length > 0 && { phraseCounterCues }),
      ...(requires.length > 0 && { requires }),
      needsQuotes: file.readFlag(map, 'needs-quotes'),
      onlyInLanguage: file.readFlag(map, 'only-in-language'),
    };
  };
}

function expandForms(
  file: YamlFile,
  map: YAMLMap,
  { key, parts }: { readonly key: string; readonly parts: Parts },
): Map<string, number> {
  const lines = new Map<string, number>();
  const notations = file.readLines(map, key);
  if (notations.length === 0) file.report(file.lineOf(map), `"${key}" lists no forms`);
  for (const { value, line } of notations) {
    const expansion = expandForm(value, { parts, limit: formLimit });
    if (!expansion.ok) {
      file.report(line, `"${value}" ${expansion.error}`);
      continue;
    }
    const repeated = expansion.forms.filter((form) => lines.has(form));
    const [first] = repeated;
    if (first !== undefined) {
      const others = repeated.length > 1 ? ` and ${repeated.length - 1} more forms` : '';
      file.report(line, `"${first}"${others} repeat line ${lines.get(first)}`);
    }
    for (const form of expansion.forms) if (!lines.has(form)) lines.set(form, line);
  }
  return lines;
}
