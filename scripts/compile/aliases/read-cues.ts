import * as v from 'valibot';
import type { CueGroup } from '@/core/alias';
import { checkShape } from '@/scripts/compile/pack-files';
import type { Problem } from '@/scripts/compile/problem';
import { createReport, readYaml } from '@/scripts/compile/read-yaml';

const phrase = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'));
const phrases = v.pipe(
  v.array(phrase, 'must be a list'),
  v.minLength(1, 'a cue group lists at least one phrase'),
);
const cuesFile = v.record(v.string(), v.unknown(), 'must be named lists of phrases');

/** Read the named cue groups of a pack, in file order: `group: [stem, stem, …]`. */
export function readCues(path: string, problems: Problem[]): CueGroup[] {
  const yaml = readYaml(path, problems);
  if (yaml.value === null) return [];
  const report = createReport(yaml, problems);
  const file = checkShape({ file: yaml, schema: cuesFile, value: yaml.value, at: [] }, problems);
  // A group with a problem stays known by its name, or every alias that uses it had one too.
  return Object.entries(file ?? {}).map(([name, value]) => {
    const listed = checkShape({ file: yaml, schema: phrases, value, at: [name] }, problems) ?? [];
    for (const [index, text] of listed.entries()) {
      if (listed.indexOf(text) < index) report([name, index], `"${text}" is listed twice`);
    }
    return { name, phrases: [...new Set(listed)] };
  });
}
