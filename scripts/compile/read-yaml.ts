import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Problem } from './problem';

export type YamlPath = readonly (string | number)[];

export type YamlFile = {
  /** Path as problems name it, relative to the working directory. */
  readonly file: string;
  readonly value: unknown;
  /** Line on which the value at `path` starts, or its nearest parent if it is missing. */
  lineAt(path: YamlPath): number | null;
};

/** Name a file the way problems do: relative to the working directory when it lies within. */
export function toProblemPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere;
}

function findChild(node: Node | null, step: string | number): { at: number; child: Node } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    if (!pair || !isNode(pair.key) || !pair.key.range) return null;
    return isNode(pair.value) ? { at: pair.key.range[0], child: pair.value } : null;
  }
  if (isSeq(node)) {
    const child = node.items[Number(step)];
    return isNode(child) && child.range ? { at: child.range[0], child } : null;
  }
  return null;
}

/**
 * Read a YAML file, keeping the line of every value.
 * Every scalar is read as text, so that `2004` or `no` mean what they say.
 * A missing file or broken syntax is reported through `problems`; the value is then null.
 */
export function readYaml(path: string, problems: Problem[]): YamlFile {
  const file = toProblemPath(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    problems.push({ file, line: null, message: 'cannot be read; every pack needs this file' });
    return { file, value: null, lineAt: () => null };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
  for (const error of document.errors) {
    const message = error.message.split(' at line ')[0] ?? error.message;
    problems.push({ file, line: error.linePos?.[0].line ?? null, message });
  }
  const value: unknown = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 });
  return {
    file,
    value,
    lineAt(steps) {
      let node: Node | null = document.contents;
      let offset: number | null = null;
      for (const step of steps) {
        const found = findChild(node, step);
        if (!found) break;
        node = found.child;
        offset = found.at;
      }
      return offset === null ? null : lines.linePos(offset).line;
    },
  };
}

/** Note a problem at a path within one YAML file. */
export type Report = (path: YamlPath, message: string) => void;

/** Create a report that adds to `problems`, with the line of the value it names. */
export function createReport(file: YamlFile, problems: Problem[]): Report {
  return (path, message) => problems.push({ file: file.file, line: file.lineAt(path), message });
}
