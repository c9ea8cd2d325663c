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
/** What says that the words after an acronym are what it is short for. */
const explaining =
  /^["»”]?,?\s(?:[-‐‑–—=]\s?)?(?:это|гэта|heta|це|ist|is|to|tai|es|è|steht für|bedeutet|stands for|is short for|means|signifie|significa|oznacza|reiškia|означает|азначае|означає)\s(?:the\s|die\s|der\s|das\s|la\s|le\s|il\s)?["«„“]?/u;
const dash = /^["»”]?\s?[–—:=]\s["«„“]?/u;
/** Shares are called by letters that say nothing about who else is called by them. */
const tickerBefore =
  /\$\s?$|\b(?:OTC\w*|NASDAQ|Nasdaq|NYSE|AMEX|TSXV?|LSE|FWB|WSE|GPW|MOEX|BME|XETRA|EPA):\s?$/u;
/** Enough to hold the longest of them. */
const longestTickerMark = 12;

function isAcronym(word: Word | undefined): word is Word {
  return (
    word !== undefined &&
    word.isUpperCase &&
    word.folded.length > 1 &&
    word.folded.length <= longestAcronym
  );
}

/** Tell whether initials of the last of `words`, in order, spell `acronym`. */
function endsSpelling(words: readonly Word[], acronym: string): boolean {
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

/** Tell whether initials of the first of `words`, in order, spell `acronym`. */
function startsSpelling(words: readonly Word[], acronym: string): boolean {
  const [first] = words;
  if (!first?.folded.startsWith(acronym.charAt(0))) return false;
  let at = 0;
  let skipped = 0;
  for (const { folded } of words) {
    if (folded.startsWith(acronym.charAt(at))) at += 1;
    // Only articles, prepositions and conjunctions are left out.
    else if (folded.length > 4 || (skipped += 1) > mostSkipped) return false;
    if (at === acronym.length) return true;
  }
  return false;
}

/** Find what `text`, whose words are `words`, says its acronyms are short for. */
export function findDefinitions(text: string, words: readonly Word[]): Definition[] {
  return words.flatMap((word, index): Definition[] => {
    if (!isAcronym(word)) return [];
    const { start, end, folded: acronym } = word;
    const position = { start, end };
    const before = text.slice(words[index - 1]?.end ?? 0, start);
    const after = text.slice(end, words[index + 1]?.start ?? text.length);
    if (tickerBefore.test(text.slice(Math.max(0, start - longestTickerMark), start)))
      return [{ acronym, position, nameEdge: -1, isNameBefore: true, isSpelledOut: true }];
    if (
      index > 0 &&
      /^["»”’']?,?\s?\(\s?["«„“]?$/u.test(before) &&
      /^["»“”]?\s?[),;]/u.test(after)
    ) {
      const name = words.slice(Math.max(0, index - acronym.length - mostSkipped), index);
      const nameEdge = words[index - 1]?.end ?? 0;
      const isSpelledOut = endsSpelling(name, acronym);
      return [{ acronym, position, nameEdge, isNameBefore: true, isSpelledOut }];
    }
    const isInBracket = /^["»”]?\s\(["«„“]?$/u.test(after);
    const nameStart = isInBracket ? words[index + 1]?.start : findExplanation(text, end);
    if (nameStart === undefined) return [];
    const from = words.findIndex((other) => other.end > nameStart);
    const name = from < 0 ? [] : words.slice(from, from + acronym.length + mostSkipped);
    const isSpelledOut =
      acronym.length > 2 &&
      // "HPE's Integrated Lights-Out": the name of its maker may come first.
      [0, 1, 2].some((skipped) => startsSpelling(name.slice(skipped), acronym));
    const nameEdge = words[from]?.start ?? text.length;
    return isInBracket || isSpelledOut
      ? [{ acronym, position, nameEdge, isNameBefore: false, isSpelledOut }]
      : [];
  });
}

/** Find where the words start that an acronym ending at `from` is said to be short for. */
function findExplanation(text: string, from: number): number | undefined {
  const rest = text.slice(from, from + 40);
  const lead = explaining.exec(rest) ?? dash.exec(rest);
  return lead ? from + lead[0].length : undefined;
}
