/** Something wrong in a pack's files; `line` counts from 1 and is null when no line is to blame. */
export type Problem = {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
};

/** Format `problem` as "file:line message", the form editors turn into links. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${line === null ? file : `${file}:${line}`} ${message}`;
}

/** Compare two problems by file, then line. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
