import type { TextPosition } from '@/core/pack';
import type { Word } from './cues';

/** An acronym a text explains beside the words it is short for. */
export type Definition = {
  /** The acronym, folded, and where it stands. */
  readonly acronym: string;
  readonly position: TextPosition;
  /** Where the full name ends (before the acronym) or starts (after it). */
  readonly nameEdge: number;
  readonly isNameBefore: boolean;
  /** The initials of the name spell the acronym, so it is the name of something, known or not. */
  readonly isSpelledOut: boolean;
};

const longestAcronym = 7;
/** Words that names leave out of their acronyms. */
const mostSkipped = 4;

function isAcronym(word: Word | undefined): word is Word {
  return (
    word !== undefined &&
    word.isUpperCase &&
    word.folded.length > 1 &&
    word.folded.length <= longestAcronym
  );
}

/** Tell whether initials of the last of `words`, in order, spell `acronym`. */
function spells(words: readonly Word[], acronym: string): boolean {
  const letters = [...acronym];
  let skipped = 0;
  for (const { folded } of words.toReversed()) {
    if (folded.startsWith(letters.at(-1) ?? '')) letters.pop();
    else skipped += 1;
    if (letters.length === 0) return true;
    if (skipped > mostSkipped) return false;
  }
  return false;
}

/** Find "Full Name (ACR)" and "ACR (Full Name)" in `text`, whose words are `words`. */
export function findDefinitions(text: string, words: readonly Word[]): Definition[] {
  return words.flatMap((word, index): Definition[] => {
    if (!isAcronym(word)) return [];
    const before = text.slice(words[index - 1]?.end ?? 0, word.start);
    const after = text.slice(word.end, words[index + 1]?.start ?? text.length);
    const { start, end } = word;
    if (
      index > 0 &&
      /^["»”’']?,?\s?\(\s?["«„“]?$/u.test(before) &&
      /^["»“”]?\s?[),;]/u.test(after)
    ) {
      const name = words.slice(Math.max(0, index - word.folded.length - mostSkipped), index);
      return [
        {
          acronym: word.folded,
          position: { start, end },
          nameEdge: words[index - 1]?.end ?? 0,
          isNameBefore: true,
          isSpelledOut: spells(name, word.folded),
        },
      ];
    }
    if (/^["»”]?\s\(["«„“]?$/u.test(after)) {
      const name = words.slice(index + 1, index + 1 + word.folded.length + mostSkipped);
      const initials = name
        .filter((_, at) => at < word.folded.length + 2)
        .map(({ folded }) => folded[0])
        .join('');
      return [
        {
          acronym: word.folded,
          position: { start, end },
          nameEdge: words[index + 1]?.start ?? text.length,
          isNameBefore: false,
          isSpelledOut: initials.startsWith(word.folded),
        },
      ];
    }
    return [];
  });
}
