import * as v from 'valibot';
import type { AliasSet } from '@/core/alias';
import type { PackCitations } from '@/core/citation/pack-citations';
import { emphases, type RichText } from '@/core/citation/rich-text';
import { attributionTypes, cardTypes, factKinds, type Pack, stalenessKinds } from '@/core/pack';
import { parsePartialDate } from '@/core/partial-date';
import { packFileLimits, type PackFileProblem, parseHostileJson } from './pack-schema/hostile-json';
import {
  findAliasProblems,
  findCitationProblems,
  findPackProblems,
} from './pack-schema/references';

/** What `format` says in every pack file. */
export const packFileFormat = 'fact-cards-pack';
const schemaVersion = 1;

/**
 * The file a pack travels in. Detection tables and search records are made anew from it, never
 * taken from it; citations need citeproc, which is not shipped, and are taken as they are.
 */
export type PackFile = {
  readonly format: typeof packFileFormat;
  readonly schemaVersion: typeof schemaVersion;
  readonly pack: Pack;
  readonly aliases: AliasSet;
  /** Groups of words that search takes for the same. */
  readonly synonyms: readonly (readonly string[])[];
  readonly citations: PackCitations;
};

export type PackFileResult =
  | { readonly ok: true; readonly pack: PackFile }
  | { readonly ok: false; readonly problems: readonly PackFileProblem[] };

const text = (maxLength: number) =>
  v.pipe(
    v.string('must be text'),
    v.nonEmpty('must not be empty'),
    v.maxLength(maxLength, `must not be longer than ${maxLength} characters`),
  );
const list = <const Item extends v.GenericSchema>(item: Item, maxLength: number) =>
  v.pipe(
    v.array(item, 'must be a list'),
    v.maxLength(maxLength, `must not hold more than ${maxLength} entries`),
  );
const choose = <const Choices extends readonly string[]>(choices: Choices) =>
  v.picklist(choices, `must be one of: ${choices.join(', ')}`);

const id = v.pipe(
  text(80),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'must be letters, digits, hyphens, points, underscores'),
  // Such an id would find an inherited property wherever ids are looked up in plain objects.
  v.check((value) => !(value in Object.prototype), 'is a name no pack may use'),
);
const language = v.pipe(
  text(35),
  v.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'must be a language tag'),
);
const url = v.pipe(
  text(2000),
  v.regex(/^https?:\/\//i, 'must be an http or https address'),
  v.regex(/^[^\s<>"'`\\]+$/, 'holds characters an address may not hold'),
  // https://trusted.example@evil.example leads to evil.example.
  v.regex(/^[^/]+\/\/[^/@?#]+(?:[/?#]|$)/, 'must name a host and no user'),
);
const date = v.pipe(
  text(10),
  v.check(
    (value) => parsePartialDate(value) !== null,
    'must be a date such as 2004, 2025-03 or 2025-06-06',
  ),
);
const offset = v.pipe(v.number('must be a number'), v.integer(), v.minValue(0));
const position = v.strictObject({ start: offset, end: offset });

const cslName = v.union(
  [
    v.strictObject({ literal: text(500) }),
    v.strictObject({ family: text(300), given: v.exactOptional(text(300)) }),
  ],
  'must be a name with `literal`, or with `family` and `given`',
);
const csl = v.strictObject({
  id,
  type: id,
  title: text(2000),
  author: v.exactOptional(list(cslName, 100)),
  issued: v.exactOptional(
    v.strictObject({ 'date-parts': list(list(v.number('must be a number'), 3), 2) }),
  ),
  genre: v.exactOptional(text(200)),
  'container-title': v.exactOptional(text(500)),
  publisher: v.exactOptional(text(500)),
  'publisher-place': v.exactOptional(text(500)),
  number: v.exactOptional(text(100)),
  language: v.exactOptional(language),
  URL: v.exactOptional(url),
});
const source = v.strictObject({
  id,
  title: text(2000),
  issuers: text(500),
  url,
  issued: date,
  dateline: list(text(200), 20),
  language,
  text: text(8_000_000),
  rights: text(5000),
  csl,
});
const card = v.strictObject({
  id,
  title: text(300),
  abbreviation: v.exactOptional(text(50)),
  type: choose(cardTypes),
  summary: text(2000),
  summaryFactIds: list(id, 100),
  factIds: list(id, 20_000),
});
const fact = v.strictObject({
  id,
  kind: choose(factKinds),
  statement: text(2000),
  quote: position,
  context: list(position, 20),
  attribution: v.strictObject({
    type: choose(attributionTypes),
    label: text(500),
    cardIds: list(id, 50),
  }),
  asOf: date,
  event: v.exactOptional(v.strictObject({ date, role: choose(['event', 'scheduled', 'since']) })),
  staleness: choose(stalenessKinds),
  cardIds: list(id, 200),
  note: v.exactOptional(text(2000)),
});
const pack = v.strictObject({
  schemaVersion: v.literal(schemaVersion),
  id,
  title: text(300),
  version: text(50),
  language,
  source,
  cards: list(card, 20_000),
  facts: list(fact, 50_000),
});

const aliasRule = {
  language,
  caseRule: choose(['exact', 'name', 'any']),
  certainty: choose(['unique', 'likely', 'context', 'search']),
  cues: list(id, 100),
  counterCues: list(id, 100),
  phraseCounterCues: v.exactOptional(list(id, 100)),
  phraseRequires: v.exactOptional(list(id, 100)),
  requires: v.exactOptional(list(id, 100)),
  needsQuotes: v.boolean('must be true or false'),
  onlyInLanguage: v.boolean('must be true or false'),
} as const;
const aliases = v.strictObject({
  groups: list(
    v.strictObject({ cardId: id, ...aliasRule, forms: list(text(300), 10_000) }),
    100_000,
  ),
  series: list(
    v.strictObject({
      ...aliasRule,
      heads: list(text(300), 5000),
      cards: v.record(v.pipe(text(20), v.regex(/^[^\s_]+$/, 'must be a number')), id),
    }),
    5000,
  ),
  cueGroups: list(v.strictObject({ name: id, phrases: list(text(200), 10_000) }), 5000),
});
const richText: v.GenericSchema<unknown, RichText> = list(
  v.union(
    [
      v.pipe(v.string(), v.maxLength(10_000)),
      v.strictObject({ accessed: offset }),
      v.strictObject({ emphasis: choose(emphases), parts: v.lazy(() => richText) }),
    ],
    'must be text, a date slot or an emphasis',
  ),
  500,
);
const dateWord = v.pipe(v.string('must be text'), v.maxLength(50));
const citations = v.strictObject({
  schemaVersion: v.literal(1),
  styles: v.record(
    id,
    v.strictObject({
      entry: v.nullable(richText),
      cite: richText,
      citeForm: choose(['note', 'intext']),
    }),
  ),
  dateForms: list(
    v.strictObject({
      template: text(200),
      months: v.pipe(list(dateWord, 12), v.length(12, 'must hold twelve months')),
      days: v.union(
        [
          choose(['numeric', 'padded']),
          v.pipe(list(dateWord, 31), v.length(31, 'must hold 31 days')),
        ],
        'must be `numeric`, `padded` or 31 words',
      ),
    }),
    200,
  ),
  textDirectives: v.record(
    id,
    v.pipe(text(10_000), v.regex(/^text=[^\s#&<>"']+$/, 'must be an encoded text directive')),
  ),
});
const packFile: v.GenericSchema<unknown, PackFile> = v.strictObject({
  format: v.literal(packFileFormat),
  schemaVersion: v.literal(schemaVersion),
  pack,
  aliases,
  synonyms: list(list(text(100), 200), 5000),
  citations,
});

function toProblem(issue: v.BaseIssue<unknown>): PackFileProblem {
  const path = (issue.path ?? []).map(({ key }) => String(key).slice(0, 100)).join('.');
  if (issue.kind === 'schema' && issue.type === 'strict_object') {
    if (issue.expected === 'never') return { path, message: 'is not a field of a pack file' };
    if (issue.received !== 'undefined') return { path, message: 'must be a group of fields' };
  }
  if (issue.received === 'undefined') return { path, message: 'is missing' };
  return { path, message: issue.message };
}

function findVersionProblem(value: unknown): PackFileProblem | null {
  if (typeof value !== 'object' || value === null || !('format' in value)) {
    return { path: '', message: `is not a pack: \`format\` must be "${packFileFormat}"` };
  }
  if (value.format !== packFileFormat) {
    return { path: 'format', message: `must be "${packFileFormat}"` };
  }
  const version = 'schemaVersion' in value ? value.schemaVersion : null;
  if (version === schemaVersion) return null;
  const hint = typeof version === 'number' && version > schemaVersion ? '; update Fact Cards' : '';
  const message = `this version of Fact Cards reads packs of schema ${schemaVersion}, not ${typeof version === 'number' ? version : 'this one'}${hint}`;
  return { path: 'schemaVersion', message };
}

/**
 * Read a pack file as hostile input: all of it is right, or none of it is taken.
 * Problems name where they are (`pack.facts.3.quote`); an empty path means the whole file. At most
 * `packFileLimits.problems` are listed.
 */
export function parsePackFile(fileText: string): PackFileResult {
  const parsed = parseHostileJson(fileText);
  if (!parsed.ok) return parsed;
  const versionProblem = findVersionProblem(parsed.value);
  if (versionProblem !== null) return { ok: false, problems: [versionProblem] };
  const shaped = v.safeParse(packFile, parsed.value);
  if (!shaped.success) {
    return { ok: false, problems: shaped.issues.slice(0, packFileLimits.problems).map(toProblem) };
  }
  const problems = [
    ...findPackProblems(shaped.output.pack),
    ...findAliasProblems(shaped.output.aliases, shaped.output.pack),
    ...findCitationProblems(shaped.output.citations, shaped.output.pack),
  ];
  if (problems.length > 0) {
    return { ok: false, problems: problems.slice(0, packFileLimits.problems) };
  }
  return { ok: true, pack: shaped.output };
}
