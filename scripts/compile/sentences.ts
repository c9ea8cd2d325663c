import type { TextPosition } from '@/core/pack';

/** Endings after which a full stop does not end a sentence, in the languages packs are made in. */
const abbreviation =
  /(?:^|[\s("“«])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Nos?|Arts?|Secs?|paras?|pp?|cf|vs|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|ст|п|г|гг|им|т\.д|т\.п|p|ust|nr|Abs|Art|bzw)\.$/u;

/** Languages that write ordinal numbers with a full stop: "113. Sitzung". */
const dottedOrdinals = /^(?:cs|da|de|et|fi|hr|hu|lt|lv|nb|nn|no|pl|sk|sl|sr)\b/;

/** Split where a full stop is followed by a number, which Annex 29 takes for the same sentence. */
const beforeNumber = /(?<=[.!?…]["'”’»)]*\s+)(?=\d)/u;

function isUnfinished(text: string, language: string): boolean {
  if (abbreviation.test(text)) return true;
  return dottedOrdinals.test(language) && /(?:^|\s)\d{1,3}\.$/.test(text);
}

function splitParagraph(paragraph: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const segments = [...segmenter.segment(paragraph)];
  const sentences: string[] = [];
  for (const piece of segments.flatMap(({ segment }) => segment.split(beforeNumber))) {
    const previous = sentences.at(-1);
    const continues =
      previous !== undefined &&
      (isUnfinished(previous.trimEnd(), language) || /^[\p{Ll},;:)\]]/u.test(piece));
    if (continues) sentences[sentences.length - 1] = previous + piece;
    else sentences.push(piece);
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
