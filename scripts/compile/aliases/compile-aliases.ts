import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AliasSet } from '@/core/alias';
import type { Problem } from '@/scripts/compile/problem';
import { toProblemPath } from '@/scripts/compile/read-yaml';
import { findCollisions } from './find-collisions';
import { readAliases } from './read-aliases';
import { readCues } from './read-cues';

/**
 * Expand the aliases of the pack in `directory` (`cues.yaml`, `aliases/<language>.yaml`).
 *
 * Reports every problem with its file and line; what has a
 * problem is left out of the aliases or kept incomplete, so use them only if there is none.
 */
export function compileAliases(
  directory: string,
  cardIds: readonly string[],
): { aliases: AliasSet; problems: Problem[] } {
  const problems: Problem[] = [];
  const cuesPath = join(directory, 'cues.yaml');
  const cueGroups = existsSync(cuesPath) ? readCues(cuesPath, problems) : [];
  const known = {
    cardIds: new Set(cardIds),
    cueNames: new Set(cueGroups.map(({ name }) => name)),
  };
  const folder = join(directory, 'aliases');
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.yaml'))
    : [];
  const files = names.sort().map((name) => readAliases(join(folder, name), known, problems));
  const located = files.flatMap(({ groups }) => groups);
  problems.push(...findCollisions(located));
  const series = files.flatMap((file) => file.series);
  const rules = [...located.map(({ group }) => group), ...series];
  const usedCues = new Set(
    rules.flatMap(
      ({ cues, counterCues, phraseCounterCues = [], phraseRequires = [], requires = [] }) =>
        cues.concat(counterCues, phraseCounterCues, phraseRequires, requires),
    ),
  );
  for (const { name } of cueGroups) {
    const message = `no alias uses cue group "${name}"`;
    if (!usedCues.has(name)) problems.push({ file: toProblemPath(cuesPath), line: null, message });
  }
  return {
    aliases: { groups: located.map(({ group }) => group), series, cueGroups },
    problems,
  };
}
