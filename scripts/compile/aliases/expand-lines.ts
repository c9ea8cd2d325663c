import type { Problem } from '@/scripts/compile/problem';
import { createReport, type YamlFile, type YamlPath } from '@/scripts/compile/read-yaml';
import { expandForm, formLimit, type Parts } from './notation';

type Line = { readonly notation: string; readonly line: number | null };

/** List the lines of a `|` block, or the entries of a list; empty lines and comments are left out. */
function listLines(listed: string | readonly string[], yaml: YamlFile, at: YamlPath): Line[] {
  if (typeof listed !== 'string')
    return listed.map((notation, index) => ({ notation, line: yaml.lineAt([...at, index]) }));
  const keyLine = yaml.lineAt(at) ?? 0;
  // The text of a block starts on the line after its key.
  const firstLine = listed.includes('\n') ? keyLine + 1 : keyLine;
  return listed
    .split('\n')
    .map((text, index) => ({ notation: text.trim(), line: firstLine + index }))
    .filter(({ notation }) => notation !== '' && !notation.startsWith('#'));
}

/**
 * Expand the notation that stands at `at` in `yaml`: every form, and the line it was written on.
 * Faulty notation, forms that repeat and a list without any go to `problems`.
 */
export function expandLines(
  listed: string | readonly string[],
  {
    yaml,
    at,
    parts,
    problems,
  }: {
    readonly yaml: YamlFile;
    readonly at: YamlPath;
    readonly parts: Parts;
    readonly problems: Problem[];
  },
): Map<string, number | null> {
  const lines = new Map<string, number | null>();
  const note = (line: number | null, message: string) => {
    problems.push({ file: yaml.file, line, message });
  };
  for (const { notation, line } of listLines(listed, yaml, at)) {
    const expansion = expandForm(notation, { parts, limit: formLimit });
    if (!expansion.ok) {
      note(line, `"${notation}" ${expansion.error}`);
      continue;
    }
    const repeated = expansion.forms.filter((form) => lines.has(form));
    const [first] = repeated;
    if (first !== undefined) {
      const what = repeated.length > 1 ? `${repeated.length} forms like "${first}"` : `"${first}"`;
      note(line, `gives again ${what} of line ${lines.get(first)}`);
    }
    for (const form of expansion.forms) if (!lines.has(form)) lines.set(form, line);
  }
  if (lines.size === 0) createReport(yaml, problems)(at, 'there is no form');
  return lines;
}
