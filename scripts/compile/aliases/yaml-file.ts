import { readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { Problem } from '@/scripts/compile/problem';
import { toProblemPath } from '@/scripts/compile/read-yaml';

/** A value of a YAML file together with the line it stands on, counted from 1. */
export type Located<T> = { readonly value: T; readonly line: number };

/** Typed access to one YAML file; whatever does not fit is reported, never thrown. */
export type YamlFile = {
  readonly root: YAMLMap | null;
  readonly report: (line: number | null, message: string) => void;
  readonly lineOf: (node: unknown) => number;
  readonly readText: (map: YAMLMap, key: string) => Located<string> | null;
  readonly readTexts: (map: YAMLMap, key: string) => Located<string>[];
  /** Read a `|` block line by line, or a list; empty lines and those that start with # are left out. */
  readonly readLines: (map: YAMLMap, key: string) => Located<string>[];
  readonly readFlag: (map: YAMLMap, key: string) => boolean;
  readonly readMaps: (map: YAMLMap, key: string) => YAMLMap[];
  readonly readEntries: (map: YAMLMap, key: string) => { key: string; value: Located<string> }[];
  readonly checkKeys: (map: YAMLMap, allowed: readonly string[]) => void;
};

/** Open the YAML file at `path`; what is wrong with it goes to `problems`. */
export function openYamlFile(path: string, problems: Problem[]): YamlFile {
  const file = toProblemPath(path);
  const lineCounter = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter });
  const report = (line: number | null, message: string) => {
    problems.push({ file, line, message });
  };
  // One slip of YAML makes the parser stumble over all that follows: only the first is news.
  const [error] = document.errors;
  if (error)
    report(lineCounter.linePos(error.pos[0]).line, error.message.split(' at line')[0] ?? '');

  function lineOf(node: unknown): number {
    const hasRange = isScalar(node) || isMap(node) || isSeq(node);
    return lineCounter.linePos(hasRange ? (node.range?.[0] ?? 0) : 0).line;
  }
  function toText(node: unknown, key: string): Located<string> | null {
    if (isScalar(node) && ['string', 'number'].includes(typeof node.value))
      return { value: String(node.value), line: lineOf(node) };
    report(lineOf(node), `"${key}" must be text`);
    return null;
  }
  function readSequence(map: YAMLMap, key: string): readonly unknown[] {
    const node = map.get(key, true);
    if (node === undefined) return [];
    if (isSeq(node)) return node.items;
    report(lineOf(node), `"${key}" must be a list`);
    return [];
  }

  const readTexts = (map: YAMLMap, key: string) =>
    readSequence(map, key).flatMap((item) => toText(item, key) ?? []);

  return {
    root: !error && isMap(document.contents) ? document.contents : null,
    report,
    lineOf,
    readText(map, key) {
      const node = map.get(key, true);
      if (node !== undefined) return toText(node, key);
      return null;
    },
    readTexts,
    readLines(map, key) {
      const node = map.get(key, true);
      if (!isScalar(node)) return readTexts(map, key);
      const firstLine = lineOf(node) + (node.type === 'BLOCK_LITERAL' ? 1 : 0);
      return String(node.value)
        .split('\n')
        .map((text, index) => ({ value: text.trim(), line: firstLine + index }))
        .filter(({ value }) => value !== '' && !value.startsWith('#'));
    },
    readFlag(map, key) {
      const node = map.get(key, true);
      if (node === undefined) return false;
      if (isScalar(node) && typeof node.value === 'boolean') return node.value;
      report(lineOf(node), `"${key}" must be true or false`);
      return false;
    },
    readMaps: (map, key) =>
      readSequence(map, key).flatMap((item) => {
        if (isMap(item)) return [item];
        report(lineOf(item), `each of "${key}" must be a block of its own`);
        return [];
      }),
    readEntries(map, key) {
      const node = map.get(key, true);
      if (node === undefined) return [];
      if (!isMap(node)) {
        report(lineOf(node), `"${key}" must be a list of names with values`);
        return [];
      }
      return node.items.flatMap((pair) => {
        const name = toText(pair.key, key);
        const value = toText(pair.value, key);
        return name && value ? [{ key: name.value, value }] : [];
      });
    },
    checkKeys(map, allowed) {
      for (const { key } of map.items) {
        if (!isScalar(key) || !allowed.includes(String(key.value)))
          report(lineOf(key), `unknown key "${String(key)}"; known are ${allowed.join(', ')}`);
      }
    },
  };
}
