import * as v from 'valibot';
import type { AliasGroup, AliasRule, NumberedSeries } from '@/core/alias';
import { checkShape } from '@/scripts/compile/pack-files';
import type { Problem } from '@/scripts/compile/problem';
import { createReport, readYaml, type Report, type YamlPath } from '@/scripts/compile/read-yaml';
import { expandLines } from './expand-lines';
import { expandForm, formLimit, type Parts } from './notation';

const name = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'));
const names = v.optional(v.array(name, 'must be a list such as [ilo, unions]'), []);
const flag = v.optional(v.picklist(['true', 'false'], 'must be true or false'), 'false');
const choose = <const T extends readonly string[]>(choices: T) =>
  v.picklist(choices, `must be one of: ${choices.join(', ')}`);
const lines = v.union(
  [v.string(), v.array(v.string())],
  'must be a list, or one form per line after |',
);
const ruleFields = {
  language: v.optional(name),
  case: choose(['exact', 'name', 'any']),
  certainty: choose(['unique', 'likely', 'context', 'search']),
  cues: names,
  'counter-cues': names,
  'phrase-counter-cues': names,
  'phrase-requires': names,
  requires: names,
  'needs-quotes': flag,
  'only-in-language': flag,
};
const rule = v.object(ruleFields);
/** The keys of a rule that name cue groups. */
const referringKeys = [
  'cues',
  'counter-cues',
  'phrase-counter-cues',
  'phrase-requires',
  'requires',
] as const;
/** What an entry refers to, read from it even when other parts of it are wrong. */
const references = v.object({
  card: v.fallback(v.optional(name), undefined),
  cards: v.fallback(v.optional(v.record(v.string(), name), {}), {}),
  cues: v.fallback(names, []),
  'counter-cues': v.fallback(names, []),
  'phrase-counter-cues': v.fallback(names, []),
  'phrase-requires': v.fallback(names, []),
  requires: v.fallback(names, []),
});
const groupEntry = v.strictObject({
  card: name,
  ...ruleFields,
  'shared-with': names,
  forms: lines,
});
const numberKey = v.pipe(v.string(), v.regex(/^\d+$/u, 'must be a number'));
const seriesEntry = v.strictObject({
  cards: v.record(numberKey, name, 'must be numbers with their cards'),
  ...ruleFields,
  heads: lines,
});
const aliasFile = v.strictObject({
  language: name,
  parts: v.optional(v.record(v.string(), name, 'must be names with notation'), {}),
  aliases: v.optional(v.array(v.unknown(), 'must be a list'), []),
  series: v.optional(v.array(v.unknown(), 'must be a list'), []),
});

/** What aliases may refer to: the cards of the pack and the cue groups of cues.yaml. */
export type Known = {
  readonly cardIds: ReadonlySet<string>;
  readonly cueNames: ReadonlySet<string>;
};
/** A group with where each of its forms was written, and the cards it may share forms with. */
export type LocatedGroup = {
  readonly file: string;
  readonly group: AliasGroup;
  readonly formLines: ReadonlyMap<string, number | null>;
  readonly sharedWith: readonly string[];
};
export type AliasFile = {
  readonly groups: readonly LocatedGroup[];
  readonly series: readonly NumberedSeries[];
};

/** Read one language's alias file and expand its notation; all that is wrong goes to `problems`. */
export function readAliases(path: string, known: Known, problems: Problem[]): AliasFile {
  const yaml = readYaml(path, problems);
  const report = createReport(yaml, problems);
  const content =
    yaml.value === null
      ? null
      : checkShape({ file: yaml, schema: aliasFile, value: yaml.value, at: [] }, problems);
  if (!content) return { groups: [], series: [] };
  const { language } = content;
  const parts = expandParts(content.parts, report);

  /** Check one entry, each part of it even when another is wrong, so that nothing stays unsaid. */
  function readEntry<T>(
    schema: v.GenericSchema<unknown, T>,
    { value, at, key }: { readonly value: unknown; readonly at: YamlPath; readonly key: string },
  ) {
    const entry = checkShape({ file: yaml, schema, value, at }, problems);
    checkReferences(value, at);
    const notation = v.safeParse(v.looseObject({ [key]: lines }), value);
    const listed = notation.success ? (notation.output[key] ?? []) : [];
    const forms = expandLines(listed, { yaml, at: [...at, key], parts, problems });
    return { entry, forms };
  }
  function checkReferences(value: unknown, at: YamlPath): void {
    const parsed = v.safeParse(references, value);
    if (!parsed.success) return;
    const { card, cards } = parsed.output;
    if (card !== undefined) checkCard(card, [...at, 'card']);
    for (const [number, id] of Object.entries(cards)) checkCard(id, [...at, 'cards', number]);
    for (const key of referringKeys) {
      for (const [index, cue] of parsed.output[key].entries())
        if (!known.cueNames.has(cue)) report([...at, key, index], `there is no cue group "${cue}"`);
    }
  }
  function checkCard(id: string, at: YamlPath): void {
    if (!known.cardIds.has(id)) report(at, `there is no card "${id}"`);
  }
  function checkContext({ certainty, cues }: v.InferOutput<typeof rule>, at: YamlPath): void {
    if (certainty === 'context' && cues.length === 0)
      report(at, 'an alias that needs context names the cues it needs');
  }

  const groups = content.aliases.flatMap((value, index): LocatedGroup[] => {
    const at = ['aliases', index];
    const { entry, forms } = readEntry(groupEntry, { value, at, key: 'forms' });
    if (!entry) return [];
    checkContext(entry, at);
    const group = { cardId: entry.card, ...toRule(entry, language), forms: [...forms.keys()] };
    return [{ file: yaml.file, group, formLines: forms, sharedWith: entry['shared-with'] }];
  });
  const series = content.series.flatMap((value, index): NumberedSeries[] => {
    const at = ['series', index];
    const { entry, forms } = readEntry(seriesEntry, { value, at, key: 'heads' });
    if (!entry) return [];
    checkContext(entry, at);
    return [{ ...toRule(entry, language), heads: [...forms.keys()], cards: entry.cards }];
  });
  return { groups, series };
}

function expandParts(notations: Readonly<Record<string, string>>, report: Report): Parts {
  const parts = new Map<string, readonly string[]>();
  for (const [part, notation] of Object.entries(notations)) {
    const expansion = expandForm(notation, { parts, limit: formLimit });
    if (expansion.ok) parts.set(part, expansion.forms);
    else report(['parts', part], `part <${part}>: ${expansion.error}`);
  }
  return parts;
}

function toRule(entry: v.InferOutput<typeof rule>, language: string): Omit<AliasRule, 'cardId'> {
  return {
    language: entry.language ?? language,
    caseRule: entry.case,
    certainty: entry.certainty,
    cues: entry.cues,
    counterCues: entry['counter-cues'],
    ...(entry['phrase-counter-cues'].length > 0 && {
      phraseCounterCues: entry['phrase-counter-cues'],
    }),
    ...(entry['phrase-requires'].length > 0 && { phraseRequires: entry['phrase-requires'] }),
    ...(entry.requires.length > 0 && { requires: entry.requires }),
    needsQuotes: entry['needs-quotes'] === 'true',
    onlyInLanguage: entry['only-in-language'] === 'true',
  };
}
