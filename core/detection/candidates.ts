import type { TextPosition } from '@/core/pack';
import type { Tables } from './tables';
import { foldText } from './fold';
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
