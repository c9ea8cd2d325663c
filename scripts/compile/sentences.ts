import type { TextPosition } from '@/core/pack';

/** Endings after which a full stop does not end a sentence, in the languages packs are made in. */
const abbreviation =
  /(?:^|[\s("“«])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Nos?|Arts?|Secs?|paras?|pp?|cf|vs|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|ст|п|г|гг|им|т\.д|т\.п|p|ust|nr|Abs|Art|bzw)\.$/u;

function startsInside(text: string): boolean {
  return /^[\p{Ll},;:)\]]/u.test(text);
}

function splitParagraph(paragraph: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(paragraph)) {
    const previous = sentences.at(-1);
    const continues =
      previous !== undefined && (abbreviation.test(previous.trimEnd()) || startsInside(segment));
    if (continues) sentences[sentences.length - 1] = previous + segment;
    else sentences.push(segment);
  }
  return sentences;
}

/**
 * Find the sentences of `text` in order, without the white space around them.
 * A line break ends a sentence (Unicode Standard Annex 29 does the rest); abbreviations, initials
 * and quotations followed by a lower-case word do not.
 */
export function findSentences(text: string, language: string): TextPosition[] {
  const positions: TextPosition[] = [];
  let offset = 0;
  for (const paragraph of text.split(/(?<=\n)/)) {
    for (const sentence of splitParagraph(paragraph, language)) {
      const start = offset + sentence.length - sentence.trimStart().length;
      const end = start + sentence.trim().length;
      if (end > start) positions.push({ start, end });
      offset += sentence.length;
    }
  }
  return positions;
}

/** Find the words of `text` between `start` and `end`. */
export function findWords(text: string, span: TextPosition, language: string): TextPosition[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(text.slice(span.start, span.end))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({
      start: span.start + index,
      end: span.start + index + segment.length,
    }));
}
