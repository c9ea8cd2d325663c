import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Problem } from './problem';
import { createReport, readYaml } from './read-yaml';

const group = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.nonEmpty())),
  v.minLength(2, 'a group needs two words or more'),
);

/**
 * Read synonyms.yaml of the pack in `directory`: groups of words that find the same.
 * A pack may go without; groups with problems are reported and left out.
 */
export function readSynonyms(directory: string, problems: Problem[]): string[][] {
  const path = join(directory, 'synonyms.yaml');
  if (!existsSync(path)) return [];
  const file = readYaml(path, problems);
  if (file.value === null) return [];
  const report = createReport(file, problems);
  if (!Array.isArray(file.value)) {
    report([], 'must be a list of groups ("- [prison, jail]")');
    return [];
  }
  return file.value.flatMap((value: unknown, index) => {
    const result = v.safeParse(group, value);
    if (result.success) return [result.output];
    report([index], 'must be a group of words such as [prison, jail]');
    return [];
  });
}
