import type { TextPosition } from '@/core/pack';
import { findSentences, findWords } from './sentences';

export type Gap = TextPosition;

export type Coverage = {
  readonly sentences: number;
  readonly coveredSentences: number;
  readonly words: number;
  readonly coveredWords: number;
  /** Runs of words that stand in no quote. */
  readonly gaps: readonly Gap[];
};

export type CoverageInput = {
  readonly text: string;
  readonly language: string;
  readonly quotes: readonly TextPosition[];
  /** Passages that state nothing: credits, navigation. */
  readonly notFacts: readonly TextPosition[];
};

function isInside(inner: TextPosition, outers: readonly TextPosition[]): boolean {
  return outers.some((outer) => outer.start <= inner.start && inner.end <= outer.end);
}

/** Measure how much of a source its facts' quotes cover; a sentence counts when every word does. */
export function measureCoverage({ text, language, quotes, notFacts }: CoverageInput): Coverage {
  const gaps: Gap[] = [];
  let sentences = 0;
  let coveredSentences = 0;
  let words = 0;
  let coveredWords = 0;
  for (const sentence of findSentences(text, language)) {
    const content = findWords(text, sentence, language).filter((word) => !isInside(word, notFacts));
    if (content.length === 0) continue;
    let isGapOpen = false;
    const gapsBefore = gaps.length;
    for (const word of content) {
      const isCovered = isInside(word, quotes);
      const gap = gaps.at(-1);
      if (isCovered) coveredWords += 1;
      else if (isGapOpen && gap) gaps[gaps.length - 1] = { start: gap.start, end: word.end };
      else gaps.push(word);
      isGapOpen = !isCovered;
    }
    sentences += 1;
    words += content.length;
    if (gaps.length === gapsBefore) coveredSentences += 1;
  }
  return { sentences, coveredSentences, words, coveredWords, gaps };
}
