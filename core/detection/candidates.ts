import type { TextPosition } from '@/core/pack';
import type { Tables } from './tables';
import { foldText, getFoldCode } from './fold';
import { separator } from './fold-codes';
import type { Match, Matcher } from './matcher';
import { readNumberList } from './series';

/** A place in a text that may be a mention: which rules of which pack would make it one. */
export type Candidate = TextPosition & {
  readonly pack: number;
  readonly rules: readonly number[];
  /** The expression it stands in: for a number of a list, head and list. */
  readonly expression: TextPosition;
  /** The text from start to end, folded. */
  readonly form: string;
};

export type CandidateSource = { readonly matcher: Matcher; readonly packs: readonly Tables[] };

/** Find all candidates of `text`, in order of start, longer ones first; they may overlap. */
export function findCandidates(text: string, { matcher, packs }: CandidateSource): Candidate[] {
  const candidates = matcher.findMatches(text).flatMap((match) => {
    const tables = packs[match.pack];
    return tables ? toCandidates(text, match, tables) : [];
  });
  return candidates.sort((left, right) => left.start - right.start || right.end - left.end);
}

/** More characters than any alias has, with all that parts its words. */
const longestName = 400;

/**
 * Find where candidates start in pieces of text joined by U+0000, each of which may read on into the
 * next or not: everywhere where one does if the right pieces read on.
 */
export function findCandidateStarts(joined: string, source: CandidateSource): number[] {
  return source.matcher.findStarts(joined).filter((start) => {
    if (hasCandidateAt(joined, start, source)) return true;
    const pieces = joined.slice(start, start + longestName).split('\0');
    // Ending with a piece makes a difference where two pieces together make one word.
    return pieces.some((piece, index) => {
      const next = pieces[index + 1];
      const isEnd = next === undefined ? index > 0 : touches(piece, next);
      return isEnd && hasCandidateAt(pieces.slice(0, index + 1).join(''), 0, source);
    });
  });
}

function touches(before: string, after: string): boolean {
  return (
    getFoldCode(before, before.length - 1) !== separator && getFoldCode(after, 0) !== separator
  );
}

function hasCandidateAt(text: string, start: number, { matcher, packs }: CandidateSource): boolean {
  return matcher.findMatchesAt(text, start).some((match) => {
    const tables = packs[match.pack];
    return tables !== undefined && toCandidates(text, match, tables).length > 0;
  });
}

function toCandidates(text: string, match: Match, tables: Tables): Candidate[] {
  const { start, end, pack, outputs } = match;
  const rules = outputs.filter((output) => output < tables.rules.length);
  const form = (position: TextPosition) => foldText(text.slice(position.start, position.end)).text;
  const plain =
    rules.length > 0
      ? [{ start, end, pack, rules, expression: { start, end }, form: form({ start, end }) }]
      : [];
  const numbered = outputs.flatMap((output) => {
    const series = tables.series[output - tables.rules.length];
    if (!series) return [];
    const numbers = readNumberList(text, end);
    const expression = { start, end: numbers.at(-1)?.end ?? end };
    return numbers.flatMap((listed, index) => {
      const rule = series.rules[listed.number];
      if (rule === undefined) return [];
      // The first number is read together with its head.
      const position = index === 0 ? { start, end: listed.end } : listed;
      return [
        {
          start: position.start,
          end: position.end,
          pack,
          rules: [rule],
          expression,
          form: form(position),
        },
      ];
    });
  });
  return [...plain, ...numbered];
}
