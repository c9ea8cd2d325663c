import type { TextPosition } from '@/core/pack';

/** A number of a list, without leading zeros, and where it stands. */
export type ListedNumber = TextPosition & { readonly number: string };

const space = String.raw`[\s\u00a0\u202f\u2007\u2009]`;
const numberSign = String.raw`(?:№|#|n[°ºo]s?|nᵒˢ|n\.[ºo°]|nos?|nr|nrs|n|nn|num|núms?|numbers?|numer[yi]?|numéros?|números?|numeri|nummern?|номер\p{L}{0,3}|нумар\p{L}{0,3}|п)`;
/** "Convention, 1948 (No. 87)", "Convention concerning … (", "conventions : nos 87" */
const lead = new RegExp(
  String.raw`\.?(?:,?${space}+(?:19|20)\d\d(?:${space}+(?:г\.?|года|року|roku|m\.))?)?${space}*[:,(«"„“]?${space}*`,
  'uy',
);
const signs = new RegExp(String.raw`(?:${numberSign}\.?${space}*){1,3}(?=\d)`, 'iuy');
const listed = /0{0,2}(\d{1,4})(?:(?:-(?:[\p{L}]{1,3})|th|st|nd|rd|[ªº°])(?![\p{L}\p{N}]))?/uy;
/** "33a", "330", "33.1", "33-1", "33 (2)" and "87/1948" are other numbers, "87 (1948)" is not. */
const otherNumber = /[\p{L}\p{N}]|[.\-‑:]\d|\s?\(\d(?!\d{3})|\/\d{4}/uy;
const title = new RegExp(String.raw`${space}*[«"“„(][^«»"“”„()]{3,180}[»"”“)]`, 'uy');
const conjunction =
  'and|as well as|or|и|а также|или|і|й|та|а також|або|чи|ды|а таксама|і таксама|ці|et|ainsi que|ou|y|e|o|así como|ed|nonché|und|sowie|oder|oraz|lub|albo|ir|bei|bei|arba|i|a';
const joint = new RegExp(
  String.raw`${space}*(?:[,;]?${space}*(?:(?:${conjunction})${space}+)|[,;/&+]${space}*)(?:the${space}+)?`,
  'iuy',
);

/** Move past `pattern` at `from`; `from` itself when it is not there. */
function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

function readNumber(text: string, from: number): ListedNumber | null {
  listed.lastIndex = from;
  const match = listed.exec(text);
  const number = match?.[1]?.replace(/^0+/u, '');
  if (!match || !number) return null;
  const end = from + match[0].length;
  otherNumber.lastIndex = end;
  return otherNumber.test(text) ? null : { start: from, end, number };
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
