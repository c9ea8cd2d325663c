/** What is wrong with a pack file and where: `pack.facts.3.quote.end`. */
export type PackFileProblem = { readonly path: string; readonly message: string };

/** Bounds of a pack file; generous for 15,000 facts, far below what hurts a browser. */
export const packFileLimits = {
  /** UTF-16 code units of the whole file. */
  fileLength: 32_000_000,
  /** Levels of nested objects and lists. */
  depth: 24,
  /** Objects, lists and values altogether. */
  nodes: 3_000_000,
  /** Problems listed before giving up. */
  problems: 50,
} as const;

/** Keys that reach the prototype of an object they are copied onto. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Control characters other than tab and line ends, and overrides of the direction of text. */
const forbiddenCharacters = /[^\P{Cc}\t\n\r]|[\u202D\u202E\uFFFE\uFFFF]/u;

type Node = { readonly value: unknown; readonly path: string; readonly depth: number };

/** Tell whether `text` holds half of a surrogate pair, as a badly cut string does. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function checkText(text: string): string | null {
  if (forbiddenCharacters.test(text)) return 'holds control characters; only text is accepted';
  if (hasLoneSurrogate(text)) {
    return 'is not valid Unicode (half of a surrogate pair)';
  }
  return null;
}

function listChildren({ value, path, depth }: Node, report: (problem: PackFileProblem) => void) {
  if (typeof value !== 'object' || value === null) return [];
  const prefix = path === '' ? '' : `${path}.`;
  const children: Node[] = [];
  for (const [key, child] of Object.entries(value)) {
    if (forbiddenKeys.has(key)) {
      report({ path: `${prefix}${key}`, message: 'is a name no pack may use' });
      continue;
    }
    const wrong = checkText(key);
    if (wrong !== null) report({ path: `${prefix}(name)`, message: wrong });
    children.push({ value: child, path: `${prefix}${key}`, depth: depth + 1 });
  }
  return children;
}

/** Check what holds for any part of a pack file, whatever it means; stop at the first excess. */
function findJsonProblems(root: unknown): PackFileProblem[] {
  const problems: PackFileProblem[] = [];
  const open: Node[] = [{ value: root, path: '', depth: 0 }];
  let nodes = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    nodes += 1;
    if (nodes > packFileLimits.nodes) {
      return [{ path: '', message: `holds more than ${packFileLimits.nodes} values` }];
    }
    if (node.depth > packFileLimits.depth) {
      return [{ path: node.path.slice(0, 200), message: 'is nested too deeply' }];
    }
    const wrong = typeof node.value === 'string' ? checkText(node.value) : null;
    if (wrong !== null) problems.push({ path: node.path, message: wrong });
    for (const child of listChildren(node, (problem) => problems.push(problem))) open.push(child);
    if (problems.length >= packFileLimits.problems) return problems;
  }
  return problems;
}

type HostileJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly PackFileProblem[] };

/** Parse JSON nobody vouches for: bounded in size and depth, plain text, no prototype names. */
export function parseHostileJson(text: string): HostileJson {
  if (text.length > packFileLimits.fileLength) {
    const message = `is longer than ${packFileLimits.fileLength} characters`;
    return { ok: false, problems: [{ path: '', message }] };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problems: [{ path: '', message: 'is not a JSON file' }] };
  }
  const problems = findJsonProblems(value);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}
