import type { TextPosition } from '@/core/pack';

/** The texts of a directive; browsers look for the first place where all of them stand in a row. */
type Directive = {
  readonly prefix?: TextPosition;
  readonly start: TextPosition;
  readonly end?: TextPosition;
  readonly suffix?: TextPosition;
};

/** Passages up to this many words are given in full; longer ones by their first and last words. */
const longestExact = 10;
const shortestEdge = 4;
const longestContext = 12;

/**
 * Create the text directive (`text=…`, encoded) that leads a browser to `passage` of `text`, a
 * document with one paragraph a line. Null if no directive leads there.
 * Follows the WICG draft "URL Fragment Text Directives": a browser takes the first match, on word
 * bounds, ignoring case and accents; each text lies in one paragraph, start and end may lie in two.
 */
export function createTextDirective(text: string, passage: TextPosition): string | null {
  const folded = fold(text);
  const target = findWords(text, passage);
  const directive = listDirectives(text, target).find((candidate) => {
    const match = findMatch(folded, candidate);
    return match?.start === target[0]?.start && match?.end === target.at(-1)?.end;
  });
  return directive === undefined ? null : encodeDirective(text, directive);
}

/** List the directives that could lead to the words, the shortest and plainest first. */
function listDirectives(text: string, words: readonly TextPosition[]): Directive[] {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const whole = span(first, last);
  const isOneParagraph = !text.slice(whole.start, whole.end).includes('\n');
  const exact: Directive[] = isOneParagraph ? [{ start: whole }] : [];
  const ranges: Directive[] = [];
  for (let edge = shortestEdge; edge * 2 <= words.length; edge += 1) {
    const start = span(first, words[edge - 1] ?? last);
    const end = span(words[words.length - edge] ?? first, last);
    if (!text.slice(start.start, start.end).includes('\n')) ranges.push({ start, end });
  }
  const plain = words.length <= longestExact ? [...exact, ...ranges] : [...ranges, ...exact];
  return [
    ...plain,
    ...plain.slice(0, 2).flatMap((directive) => addContext(text, directive, whole)),
  ];
}

/** Add more and more words before or after, from the same paragraph. */
function addContext(text: string, directive: Directive, whole: TextPosition): Directive[] {
  const paragraphStart = text.lastIndexOf('\n', whole.start) + 1;
  const nextBreak = text.indexOf('\n', whole.end);
  const paragraphEnd = nextBreak === -1 ? text.length : nextBreak;
  const before = findWords(text, { start: paragraphStart, end: whole.start });
  const after = findWords(text, { start: whole.end, end: paragraphEnd });
  const contexts: Directive[] = [];
  for (let count = 1; count <= longestContext; count += 1) {
    const from = before.at(-count);
    // Only blanks may stand between context and text, so the context takes the punctuation.
    const prefix = from && { start: from.start, end: trimEnd(text, whole.start) };
    const to = after[count - 1];
    const suffix = to && { start: trimStart(text, whole.end), end: to.end };
    if (prefix) contexts.push({ ...directive, prefix });
    if (suffix) contexts.push({ ...directive, suffix });
    if (prefix && suffix) contexts.push({ ...directive, prefix, suffix });
  }
  return contexts;
}

/** Find what a browser would show for the directive. */
function findMatch(text: string, directive: Directive): TextPosition | null {
  const [prefix, start, end, suffix] = [
    directive.prefix,
    directive.start,
    directive.end,
    directive.suffix,
  ].map((position) => position && text.slice(position.start, position.end));
  if (start === undefined) return null;
  for (const at of findAll(text, start, 0)) {
    if (prefix !== undefined && !text.slice(0, at).trimEnd().endsWith(prefix)) continue;
    const endings = end === undefined ? [at] : findAll(text, end, at + start.length);
    for (const endAt of endings) {
      const matchEnd = endAt + (end ?? start).length;
      if (suffix !== undefined && !text.slice(matchEnd).trimStart().startsWith(suffix)) continue;
      return { start: at, end: matchEnd };
    }
  }
  return null;
}

/** List where `part` stands in `text` as whole words, from `from` on. */
function findAll(text: string, part: string, from: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part, from); at !== -1; at = text.indexOf(part, at + 1)) {
    const isBounded = !isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + part.length]);
    if (isBounded) places.push(at);
  }
  return places;
}

/** Find the words within `range`, without the punctuation around them. */
function findWords(text: string, range: TextPosition): TextPosition[] {
  const words = text
    .slice(range.start, range.end)
    .matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}\p{M}])?/gu);
  return [...words].map((match) => {
    const start = range.start + match.index;
    return { start, end: start + match[0].length };
  });
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);
}

function span(first: TextPosition, last: TextPosition): TextPosition {
  return { start: first.start, end: last.end };
}

function trimEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function trimStart(text: string, start: number): number {
  return text.length - text.slice(start).trimStart().length;
}

/** Fold case and accents, one code unit for each, so that offsets stay. */
function fold(text: string): string {
  return [...text]
    .map((character) => {
      const base = character.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
      return base.length === character.length ? base : character;
    })
    .join('');
}

function encodeDirective(text: string, { prefix, start, end, suffix }: Directive): string {
  const encode = (position: TextPosition): string =>
    // A raw "-" is syntax; the others are dropped from links by mail and chat programs.
    encodeURIComponent(text.slice(position.start, position.end)).replaceAll(
      /[-!'()*~]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const parts = [encode(start)];
  if (prefix) parts.unshift(`${encode(prefix)}-`);
  if (end) parts.push(encode(end));
  if (suffix) parts.push(`-${encode(suffix)}`);
  return `text=${parts.join(',')}`;
}
