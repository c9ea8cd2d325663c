import type { TextPosition } from '@/core/pack';

export type Passage = {
  readonly text: string;
  /** The words right before the passage, given when the text stands more than once. */
  readonly after?: string | undefined;
};

export type Location =
  | { readonly ok: true; readonly position: TextPosition }
  | { readonly ok: false; readonly reason: string };

function findAll(text: string, sourceText: string): number[] {
  const starts: number[] = [];
  for (let at = sourceText.indexOf(text); at >= 0; at = sourceText.indexOf(text, at + 1)) {
    starts.push(at);
  }
  return starts;
}

function getLine(sourceText: string, offset: number): number {
  return sourceText.slice(0, offset).split('\n').length;
}

/** Tell where `text` leaves the source, so that one wrong character is found at a glance. */
function describeMiss(text: string, sourceText: string): string {
  let shortest = 0;
  let longest = text.length;
  while (shortest < longest) {
    const middle = Math.ceil((shortest + longest) / 2);
    if (sourceText.includes(text.slice(0, middle))) shortest = middle;
    else longest = middle - 1;
  }
  const start = sourceText.indexOf(text.slice(0, shortest));
  if (shortest < 8) return `is not in source.txt: "${text.slice(0, 60)}"`;
  const end = start + shortest;
  const agreed = text.slice(Math.max(0, shortest - 30), shortest);
  const here = JSON.stringify(text.slice(shortest, shortest + 20));
  const there = JSON.stringify(sourceText.slice(end, end + 20));
  const line = getLine(sourceText, end);
  return `is not in source.txt: after "${agreed}" it has ${here} where line ${line} of the source has ${there}`;
}

function isPrecededBy(words: string, start: number, sourceText: string): boolean {
  return sourceText.slice(0, start).trimEnd().endsWith(words);
}

/**
 * Locate `passage` in `sourceText`, letter for letter.
 * Fails with a reason when it is not there, or stands there more than once and `after` does not
 * say which is meant.
 */
export function locateQuote(passage: Passage, sourceText: string): Location {
  const { text, after } = passage;
  if (text.trim() === '') return { ok: false, reason: 'is empty' };
  const everywhere = findAll(text, sourceText);
  if (everywhere.length === 0) return { ok: false, reason: describeMiss(text, sourceText) };
  const starts =
    after === undefined
      ? everywhere
      : everywhere.filter((start) => isPrecededBy(after.trim(), start, sourceText));
  const [start] = starts;
  if (start === undefined) {
    return { ok: false, reason: `never stands right after "${after}" in source.txt` };
  }
  if (starts.length > 1) {
    const lines = starts.map((each) => getLine(sourceText, each)).join(', ');
    return {
      ok: false,
      reason: `stands ${starts.length} times in source.txt (lines ${lines}); say which with \`after\``,
    };
  }
  return { ok: true, position: { start, end: start + text.length } };
}
