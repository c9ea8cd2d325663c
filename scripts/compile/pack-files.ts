import * as v from 'valibot';
import { attributionTypes, cardTypes, factKinds, stalenessKinds } from '@/core/pack';
import { parsePartialDate } from '@/core/partial-date';
import type { Problem } from './problem';
import type { YamlFile, YamlPath } from './read-yaml';

const text = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'));
const id = v.pipe(
  text,
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens'),
);
const url = v.pipe(text, v.regex(/^https?:\/\/[^\s<>"]+$/, 'must be an http or https address'));
const language = v.pipe(
  text,
  v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or be-tarask'),
);

const date = v.pipe(
  text,
  v.check(
    (value) => parsePartialDate(value) !== null,
    'must be a date such as 2004, 2025-03 or 2025-06-06',
  ),
);
const ids = v.pipe(v.array(id, 'must be a list such as [ilo, fidh]'), v.minLength(1, 'is empty'));
const choose = <const T extends readonly string[]>(choices: T) =>
  v.picklist(choices, `must be one of: ${choices.join(', ')}`);

const cslName = v.union(
  [v.strictObject({ literal: text }), v.strictObject({ family: text, given: v.optional(text) })],
  'must be `literal: name of an organisation`, or `family` and `given` of a person',
);
const attribution = v.strictObject({ type: choose(attributionTypes), label: text, cards: ids });
const packFile = v.strictObject({
  id,
  title: text,
  version: v.pipe(text, v.regex(/^\d+\.\d+\.\d+$/, 'must be three numbers such as 1.0.0')),
  language,
  source: v.strictObject({
    id,
    title: text,
    issuers: text,
    url,
    issued: date,
    dateline: v.optional(v.array(text), []),
    language,
    rights: text,
    csl: v.strictObject({
      id,
      type: text,
      title: text,
      author: v.optional(v.array(cslName)),
      issued: v.optional(date),
      genre: v.optional(text),
      'container-title': v.optional(text),
      publisher: v.optional(text),
      'publisher-place': v.optional(text),
      number: v.optional(text),
      language: v.optional(language),
      URL: v.optional(url),
    }),
  }),
  'not-facts': v.optional(v.array(v.strictObject({ text, reason: text })), []),
  attributions: v.record(id, attribution, 'must be a list of named attributions'),
});
const cardEntry = v.strictObject({
  id,
  title: text,
  abbreviation: v.optional(text),
  type: choose(cardTypes),
  summary: text,
  proof: ids,
  'facts-first': v.optional(ids, []),
});
const passage = v.union(
  [text, v.strictObject({ text, after: text })],
  'must be words of the source, or `text` and `after`',
);
const factEntry = v.strictObject({
  id,
  kind: choose(factKinds),
  statement: text,
  quote: text,
  after: v.optional(text),
  context: v.optional(v.array(passage), []),
  'asserted-by': id,
  'as-of': v.optional(date),
  event: v.optional(v.strictObject({ date, role: choose(['event', 'scheduled', 'since']) })),
  'ages-as': choose(stalenessKinds),
  cards: ids,
  note: v.optional(text),
});

export type PackFile = v.InferOutput<typeof packFile>;
export type CardEntry = v.InferOutput<typeof cardEntry>;
export type FactEntry = v.InferOutput<typeof factEntry>;

/** An entry of a list file that has the right shape, and where it stands in the list. */
export type Placed<T> = { readonly entry: T; readonly index: number };

export type EntryList<T> = {
  readonly entries: readonly Placed<T>[];
  /** Ids of all entries, broken ones included, so that one mistake is reported once. */
  readonly ids: ReadonlySet<string>;
};

function describeIssue(issue: v.BaseIssue<unknown>, path: YamlPath): string {
  const name = path.length > 0 ? `\`${path.join('.')}\` ` : '';
  if (issue.kind === 'schema' && issue.type === 'strict_object') {
    if (issue.expected === 'never') return `${name}is not a field this file knows`;
    if (issue.received === 'undefined') return `${name}is missing`;
    return `${name}must be a group of fields`;
  }
  return issue.received === 'undefined' ? `${name}is missing` : `${name}${issue.message}`;
}

function getPath(issue: v.BaseIssue<unknown>): (string | number)[] {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

type Shape<T> = v.GenericSchema<unknown, T>;
type Check<T> = { file: YamlFile; schema: Shape<T>; value: unknown; at: YamlPath };

/** Check `value` against `schema`; what does not fit goes to `problems`, and the result is null. */
export function checkShape<T>(
  { file, schema, value, at }: Check<T>,
  problems: Problem[],
): T | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = getPath(issue);
    const message = describeIssue(issue, path);
    problems.push({ file: file.file, line: file.lineAt([...at, ...path]), message });
  }
  return null;
}

function getRawId(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}

function checkList<T>(
  { file, schema }: { file: YamlFile; schema: Shape<T> },
  problems: Problem[],
): EntryList<T> {
  if (file.value === null) return { entries: [], ids: new Set() };
  if (!Array.isArray(file.value)) {
    problems.push({ file: file.file, line: 1, message: 'must be a list of entries ("- id: …")' });
    return { entries: [], ids: new Set() };
  }
  const ids = new Set<string>();
  const entries: Placed<T>[] = [];
  file.value.forEach((value: unknown, index) => {
    const rawId = getRawId(value);
    if (rawId !== null && ids.has(rawId)) {
      const message = `id "${rawId}" is used twice`;
      problems.push({ file: file.file, line: file.lineAt([index, 'id']), message });
    }
    if (rawId !== null) ids.add(rawId);
    const entry = checkShape({ file, schema, value, at: [index] }, problems);
    if (entry !== null) entries.push({ entry, index });
  });
  return { entries, ids };
}

/** Check the shape of pack.yaml; null when it has problems. */
export function checkPackFile(file: YamlFile, problems: Problem[]): PackFile | null {
  if (file.value === null) return null;
  return checkShape({ file, schema: packFile, value: file.value, at: [] }, problems);
}

/** Check the shape of cards.yaml; entries with problems are left out. */
export function checkCards(file: YamlFile, problems: Problem[]): EntryList<CardEntry> {
  return checkList({ file, schema: cardEntry }, problems);
}

/** Check the shape of facts.yaml; entries with problems are left out. */
export function checkFacts(file: YamlFile, problems: Problem[]): EntryList<FactEntry> {
  return checkList({ file, schema: factEntry }, problems);
}
