import { findFirstIndex } from '@/core/bisect';
import type { TextPosition } from '@/core/pack';
import type { CueHit, Word } from './cues';
import type { Zone } from './weights';
import { findWord, startsWithCapital } from './words';

/** How far the phrase around a mention reaches, in words, unless punctuation ends it before. */
export const phraseReach = { before: 5, after: 6 } as const;
/** Words beyond the phrase that still count as its sentence; long sentences change their subject. */
export const sentenceWords = 12;
const mostSentenceSteps = Math.max(phraseReach.before, phraseReach.after) + sentenceWords;

const clauseBreak = /[,;:!?…(){}[\]•|—]|\s[-–]\s|\.(?:\s|$)|\n\s*\n/u;
const sentenceBreak = /[!?…•|]|\.(?=\s|["»”’)]|$)|\n\s*\n/u;
const abbreviation =
  /^(?:\p{L}|arts?|nos?|nr|nrs|str|dr|mr|mrs|ms|prof|st|abs|bzw|vgl|num|pkt|ust|pp|vol|sec|para|ст|арт|гг|др|проф|акад|св|им|см|ср|пп|стар|тыс|млн|вул|ул)$/u;

/** Both ends are inclusive indices of words. */
type WordRange = readonly [first: number, last: number];

/** An expression and what is around it; of a long sentence what is near enough to count. */
export type Surroundings = {
  readonly own: WordRange;
  readonly phrase: WordRange;
  readonly sentence: WordRange;
};

function findWordRange(words: readonly Word[], { start, end }: TextPosition): WordRange {
  const first = findFirstIndex(words, (word) => word.end <= start);
  let last = first;
  while (last + 1 < words.length && (words[last + 1]?.start ?? end) < end) last += 1;
  return [first, last];
}

/** Find phrase and sentence around `expression` in `text`, whose words are `words`. */
export function findSurroundings(
  text: string,
  words: readonly Word[],
  expression: TextPosition,
): Surroundings {
  const [first, last] = findWordRange(words, expression);

  function gapAfter(index: number): string {
    return text.slice(words[index]?.end ?? 0, words[index + 1]?.start ?? text.length);
  }
  function endsSentence(index: number): boolean {
    const gap = gapAfter(index);
    if (!sentenceBreak.test(gap)) return false;
    if (!/^\.\s+$/u.test(gap)) return true;
    const next = text.charAt(words[index + 1]?.start ?? text.length);
    const isAbbreviation = abbreviation.test(words[index]?.folded ?? '');
    return !isAbbreviation && next === next.toUpperCase();
  }
  function reach(from: number, step: 1 | -1, stops: (gapIndex: number, steps: number) => boolean) {
    let at = from;
    for (let steps = 0; ; steps += 1) {
      const next = at + step;
      if (next < 0 || next >= words.length) return at;
      if (stops(step > 0 ? at : next, steps)) return at;
      at = next;
    }
  }
  function breaksPhrase(gapIndex: number): boolean {
    // "Article 33 (GDPR)": a bracket right after the mention still speaks of it.
    const isOwnBracket = gapIndex === last && /^\s?\($/u.test(gapAfter(gapIndex));
    if (isOwnBracket) return false;
    return (
      clauseBreak.test(gapAfter(gapIndex)) &&
      (endsSentence(gapIndex) || !/^\.\s+$/u.test(gapAfter(gapIndex)))
    );
  }

  return {
    own: [first, last],
    phrase: [
      reach(first, -1, (gap, steps) => steps >= phraseReach.before || breaksPhrase(gap)),
      reach(last, 1, (gap, steps) => steps >= phraseReach.after || breaksPhrase(gap)),
    ],
    sentence: [
      reach(first, -1, (gap, steps) => steps >= mostSentenceSteps || endsSentence(gap)),
      reach(last, 1, (gap, steps) => steps >= mostSentenceSteps || endsSentence(gap)),
    ],
  };
}

/** Tell in which zone of its block a cue stands. */
export function locateCue(hit: CueHit, { phrase, sentence }: Surroundings): Zone {
  if (hit.first >= phrase[0] && hit.last <= phrase[1]) return 'phrase';
  const isInSentence = hit.first >= sentence[0] && hit.last <= sentence[1];
  const isNear = hit.first >= phrase[0] - sentenceWords && hit.last <= phrase[1] + sentenceWords;
  return isInSentence && isNear ? 'sentence' : 'block';
}

/** A quotation mark and a space. */
const quoteReach = 2;
// U+0000 stands where nobody knows yet what stands there.
const openingQuote = /["«»„“”‟‹›'‘’‚\0]\s?$/u;
const closingQuote = /^\s?["«»“”‟‹›'’‘\0]/u;

/** Tell whether `text` from start to end stands in quotation marks of its own; U+0000 counts as one. */
export function isQuoted(text: string, { start, end }: TextPosition): boolean {
  return (
    openingQuote.test(text.slice(Math.max(0, start - quoteReach), start)) &&
    closingQuote.test(text.slice(end, end + quoteReach))
  );
}

/**
 * Tell whether an initial stands before a single name at start: "P. Yarashuk". Names known with
 * their initial are aliases of their own, so it is somebody else's.
 */
export function hasInitial(text: string, { start, end }: TextPosition): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  if (!/\.\s?$/u.test(before) || !isSingleName(text.slice(start, end))) return false;
  // At the start of a line it numbers an item.
  return /\S[^\S\n]*(?<!\p{L})\p{Lu}\.[^\S\n]?$/u.test(before);
}

function isSingleName(text: string): boolean {
  if (text.length < 2 || !startsWithCapital(text) || /\d/u.test(text)) return false;
  return text.split(/['’]/u).every((part) => part === '' || findWord(part, 0)?.end === part.length);
}

/** Tell whether the words around `expression` are all in capitals, as in a headline. */
export function isInCapitalsLine(words: readonly Word[], expression: TextPosition): boolean {
  const [first, last] = findWordRange(words, expression);
  const around = [first - 2, first - 1, last + 1, last + 2]
    .flatMap((index) => words[index] ?? [])
    .filter(({ folded }) => folded.length > 2);
  return around.length > 1 && around.every(({ isUpperCase }) => isUpperCase);
}
