import type { CueGroup } from '@/core/alias';
import type { Problem } from '@/scripts/compile/problem';
import { openYamlFile } from './yaml-file';

/** Read the named cue groups of a pack, in file order: `group: [stem, stem, …]`. */
export function readCues(path: string, problems: Problem[]): CueGroup[] {
  const file = openYamlFile(path, problems);
  const { root } = file;
  if (!root) {
    file.report(1, 'cues.yaml must hold named lists of phrases');
    return [];
  }
  return root.items.flatMap(({ key }) => {
    const group = String(key);
    const phrases = file.readTexts(root, group);
    if (phrases.length === 0) file.report(file.lineOf(key), `cue group "${group}" is empty`);
    const seen = new Set<string>();
    for (const { value, line } of phrases) {
      if (value.trim() === '') file.report(line, `cue group "${group}" has an empty phrase`);
      if (seen.has(value)) file.report(line, `cue group "${group}" lists "${value}" twice`);
      seen.add(value);
    }
    return [{ name: group, phrases: [...seen] }];
  });
}
