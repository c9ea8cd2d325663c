import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCueLocator, type Listener, type LocatedCue } from '@/core/detection/block-cues';
import { type CueHit, splitWords, type Word } from '@/core/detection/cues';
import { foldText } from '@/core/detection/fold';
import { findSurroundings, locateCue } from '@/core/detection/surroundings';
import type { TextPosition } from '@/core/pack';

/** Words that may be cues, with their groups, and one that is an acronym. */
const groups: ReadonlyMap<string, number> = new Map([
  ['union', 0],
  ['strike', 0],
  ['minsk', 1],
  ['trade union', 2],
]);
/** Words that may be candidates, with their cards. */
const cards: ReadonlyMap<string, number> = new Map([
  ['minsk', 7],
  ['union', 8],
  ['vesna', 7],
]);
const word = fc.constantFrom('trade', 'union', 'strike', 'minsk', 'vesna', 'and', 'rain', 'Sun');
const mark = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', ' (');
const text = fc
  .array(fc.tuple(word, mark), { maxLength: 120 })
  .map((pairs) => pairs.flat().join(''));

function listHits(words: readonly Word[]): CueHit[] {
  return words.flatMap((_, first) =>
    [first, first + 1].flatMap((last): CueHit[] => {
      const covered = words.slice(first, last + 1);
      const group = groups.get(covered.map(({ folded }) => folded).join(' '));
      const end = words[last]?.end;
      if (group === undefined || end === undefined) return [];
      const { start } = covered[0] ?? { start: 0 };
      return [{ start, end, first, last, group, acronym: null }];
    }),
  );
}

function listListeners(source: string, words: readonly Word[]): Listener[] {
  return words.flatMap(({ start, end, folded }) => {
    const card = cards.get(folded);
    if (card === undefined) return [];
    const surroundings = findSurroundings(source, words, { start, end });
    return [{ expression: { start, end }, form: folded, cards: new Set([card]), surroundings }];
  });
}

function isMoreThan(whole: TextPosition, part: TextPosition): boolean {
  const spare = part.start - whole.start + whole.end - part.end;
  return whole.start <= part.start && part.end <= whole.end && spare > 2;
}

/** Likewise, by comparing everything with everything. */
function locateNaively(
  source: string,
  listeners: readonly Listener[],
  { hits, listener }: { readonly hits: readonly CueHit[]; readonly listener: Listener },
): LocatedCue[] {
  return hits.flatMap((hit) => {
    const { group, acronym } = hit;
    const words = source.slice(hit.start, hit.end);
    const { expression, form, surroundings } = listener;
    const isOver = hit.start < expression.end && expression.start < hit.end;
    const isOfAnother = listeners.some(
      (other) =>
        isMoreThan(hit, other.expression) &&
        [...other.cards].some((card) => listener.cards.has(card)),
    );
    if (isOver ? !isMoreThan(hit, expression) : isOfAnother) return [];
    if (foldText(words).text === form) return [];
    return [{ group, acronym, zone: locateCue(hit, surroundings), words }];
  });
}

/** What a candidate makes of its cues: in each zone, of each group, the last counts. */
function summarise(cues: readonly LocatedCue[]): Record<string, string> {
  return Object.fromEntries(cues.map(({ zone, group, words }) => [`${zone} ${group}`, words]));
}

describe('the cues of a block', () => {
  it('are heard as if each candidate looked at each of them', () => {
    fc.assert(
      fc.property(text, (source) => {
        const words = splitWords(source);
        const hits = listHits(words);
        const listeners = listListeners(source, words);
        const locate = createCueLocator(source, hits, listeners);
        for (const listener of listeners) {
          const naive = locateNaively(source, listeners, { hits, listener });
          expect(summarise(locate(listener))).toEqual(summarise(naive));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are told once of each kind where they are far away', () => {
    const source = `minsk ${'union strike rain '.repeat(300)}`;
    const words = splitWords(source);
    const listeners = listListeners(source, words);
    const locate = createCueLocator(source, listHits(words), listeners);
    const [first] = listeners;
    expect(first?.form).toBe('minsk');
    expect(first && locate(first).filter(({ zone }) => zone === 'block')).toHaveLength(2);
  });
});
