import { isStopWord } from './stop-words';

type IsKnown = (word: string) => boolean;

const shortestPart = 3;
const mostParts = 5;

/** Join words that are one word only together: "via sna", "sape lka". */
export function joinSplitWords(words: readonly string[], isKnown: IsKnown): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const whole = [3, 2]
      .map((size) => words.slice(at, at + size))
      .find((parts) => parts.length > 1 && !parts.every(isKnown) && isKnown(parts.join('')));
    joined.push(whole?.join('') ?? words[at] ?? '');
    at += (whole?.length ?? 1) - 1;
  }
  return joined;
}

/** Split a word into the fewest known words it is made of, without stop words; null if it is not. */
export function splitJoinedWord(word: string, isKnown: IsKnown): string[] | null {
  const partsUpTo: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = 0; start < end; start += 1) {
      const before = partsUpTo[start];
      if (before === undefined || before.length >= mostParts) continue;
      const part = word.slice(start, end);
      const isPart = (part.length >= shortestPart && isKnown(part)) || isLink(part);
      if (!isPart || before.length + 1 >= (partsUpTo[end]?.length ?? Infinity)) continue;
      partsUpTo[end] = [...before, part];
    }
  }
  const telling = partsUpTo[word.length]?.filter((part) => !isLink(part)) ?? [];
  return telling.length > 1 ? telling : null;
}

function isLink(part: string): boolean {
  return part.length > 1 && isStopWord(part);
}
