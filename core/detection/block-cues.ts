import { findFirstIndex } from '@/core/bisect';
import type { TextPosition } from '@/core/pack';
import type { CueHit } from './cues';
import { foldText } from './fold';
import { locateCue, type Surroundings, sentenceWords } from './surroundings';
import type { Zone } from './weights';

/** A cue as a candidate of its block hears it. */
export type LocatedCue = Pick<CueHit, 'group' | 'acronym'> & {
  readonly zone: Zone;
  readonly words: string;
};

/** A candidate as far as it decides which cues it hears. */
export type Listener = {
  /** The expression it stands in. */
  readonly expression: TextPosition;
  /** Its text, folded. */
  readonly form: string;
  /** Cards it may be a mention of. */
  readonly cards: ReadonlySet<number>;
  readonly surroundings: Surroundings;
};

type Cue = CueHit & {
  readonly index: number;
  readonly words: string;
  readonly folded: string;
  /** Cards of the candidates it names more fully. */
  readonly cards: Set<number>;
};

/** Tells which cues of a block a candidate hears, in order of the text. */
export type CueLocator = (listener: Listener) => LocatedCue[];

/**
 * Create the locator of `hits`, the cues of one pack in `text`, for `listeners`, its candidates. Of
 * cues far from a candidate it tells the last of each kind: to hear it again changes nothing, and a
 * text may hold thousands.
 */
export function createCueLocator(
  text: string,
  hits: readonly CueHit[],
  listeners: readonly Listener[],
): CueLocator {
  const cues = hits.map((hit, index): Cue => {
    const words = text.slice(hit.start, hit.end);
    return { ...hit, index, words, folded: foldText(words).text, cards: new Set() };
  });
  const longest = cues.reduce((most, { first, last }) => Math.max(most, last - first), 0);

  /** List the cues that begin with one of the words from `first` to `last`. */
  function listBetween(first: number, last: number): Cue[] {
    const found: Cue[] = [];
    const from = findFirstIndex(cues, (cue) => cue.first < first);
    for (let at = from; (cues[at]?.first ?? Infinity) <= last; at += 1) {
      const cue = cues[at];
      if (cue) found.push(cue);
    }
    return found;
  }

  for (const { expression, cards, surroundings } of listeners) {
    const [first, last] = surroundings.own;
    for (const cue of listBetween(first - longest, last))
      if (isPartOf(expression, cue)) for (const card of cards) cue.cards.add(card);
  }
  const kinds = groupByKind(cues);

  return ({ expression, form, cards, surroundings }) => {
    const { phrase } = surroundings;
    const from = phrase[0] - Math.max(longest, sentenceWords);
    const until = phrase[1] + sentenceWords;
    const near = listBetween(from, until);
    const far = kinds.flatMap((kind) => findLastOutside(kind, from, until) ?? []);
    return [...far, ...near]
      .filter((cue) => {
        // "Vesna movement" speaks of its own Vesna, not of another in the next sentence.
        const isHeard = overlap(cue, expression)
          ? isPartOf(expression, cue)
          : ![...cards].some((card) => cue.cards.has(card));
        // No word vouches for itself.
        return isHeard && cue.folded !== form;
      })
      .toSorted((one, other) => one.index - other.index)
      .map((cue) => {
        const { group, acronym, words } = cue;
        return { group, acronym, zone: locateCue(cue, surroundings), words };
      });
  };
}

/** Group `cues` so that a candidate that is far from two of a group hears both or neither. */
function groupByKind(cues: readonly Cue[]): readonly (readonly Cue[])[] {
  const kinds = new Map<string, Cue[]>();
  for (const cue of cues) {
    const { group, acronym, folded, cards } = cue;
    const key = JSON.stringify([group, acronym, folded, [...cards].toSorted((a, b) => a - b)]);
    const kind = kinds.get(key);
    if (kind) kind.push(cue);
    else kinds.set(key, [cue]);
  }
  return [...kinds.values()];
}

function findLastOutside(cues: readonly Cue[], from: number, until: number): Cue | undefined {
  return cues.findLast(({ first }) => first < from || first > until);
}

function overlap(one: TextPosition, other: TextPosition): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Tell whether `part` and at least one word more stand in `whole`. */
function isPartOf(part: TextPosition, whole: TextPosition): boolean {
  const spare = part.start - whole.start + (whole.end - part.end);
  return whole.start <= part.start && part.end <= whole.end && spare > 2;
}
