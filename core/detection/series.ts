import type { TextPosition } from '@/core/pack';
import { getFoldCode } from './fold';
import { ignorable } from './fold-codes';

/** A number of a list, without leading zeros, and where it stands. */
export type ListedNumber = TextPosition & { readonly number: string };

const numberSign = String.raw`(?:№|#|n[°ºo]s?|nᵒˢ|n\.[ºo°]|nos?|nr|nrs|n|nn|num|núms?|numbers?|numer[yi]?|numéros?|números?|numeri|nummern?|номер[а-яё]{0,3}|нумар[а-яёіў]{0,3}|п)`;
/** "Convention, 1948 (No. 87)", "Convention concerning … (", "conventions : nos 87" */
const lead = new RegExp(
  String.raw`\.?(?:,?\s+(?:19|20)\d\d(?:\s+(?:г\.?|года|року|roku|m\.))?)?\s*[:,(«"„“]?\s*`,
  'uy',
);
const signs = new RegExp(String.raw`(?:${numberSign}\.?\s*){1,3}(?=\d)`, 'iuy');
const digits = /0{0,2}(\d{1,4})/uy;
const ordinalEnding = /-[A-Za-zÀ-ɏЀ-ӿ]{1,3}|th|st|nd|rd|[ªº°]/uy;
/** "33.1", "33-1", "33 (2)" and "87/1948" are other numbers, "87 (1948)" is not. */
const otherNumber = /[.\-‑:]\d|\s?\(\d(?!\d{3})|\/\d{4}/uy;
const title = new RegExp(String.raw`\s*[«"“„(][^«»"“”„()]{3,180}[»"”“)]`, 'uy');
const conjunction =
  'and|as well as|or|и|а также|или|і|й|та|а також|або|чи|ды|а таксама|і таксама|ці|et|ainsi que|ou|y|e|o|así como|ed|nonché|und|sowie|oder|oraz|lub|albo|ir|bei|bei|arba|i|a';
const joint = new RegExp(
  String.raw`\s*(?:[,;]?\s*(?:(?:${conjunction})\s+)|[,;/&+]\s*)(?:the\s+)?`,
  'iuy',
);

/** Move past `pattern` at `from`; `from` itself when it is not there. */
function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

function readNumber(text: string, from: number): ListedNumber | null {
  digits.lastIndex = from;
  const match = digits.exec(text);
  const number = match?.[1]?.replace(/^0+/u, '');
  if (!match || !number) return null;
  const afterDigits = from + match[0].length;
  const afterEnding = skip(ordinalEnding, text, afterDigits);
  const end = readsOn(text, afterEnding) ? afterDigits : afterEnding;
  // "33a" and "33000" are other numbers too.
  if (readsOn(text, end) || skip(otherNumber, text, end) > end) return null;
  return { start: from, end, number };
}

function readsOn(text: string, at: number): boolean {
  return at < text.length && getFoldCode(text, at) > ignorable;
}

/**
 * Read the numbers that follow the head of a series ending at `from`: "Nos. 87 and 98",
 * "№ 87 «О свободе…» и № 98". Empty when none does.
 */
export function readNumberList(text: string, from: number): ListedNumber[] {
  const numbers: ListedNumber[] = [];
  let at = skip(signs, text, skip(lead, text, from));
  // "Convention 87", but not "Convention87": the head is a word of its own.
  while (at > from) {
    const number = readNumber(text, at);
    if (!number) break;
    numbers.push(number);
    const afterTitle = skip(title, text, number.end);
    const afterJoint = skip(joint, text, afterTitle);
    if (afterJoint === afterTitle) break;
    at = skip(signs, text, afterJoint);
  }
  return numbers;
}
