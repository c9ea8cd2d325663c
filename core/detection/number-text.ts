/** Numbers as text: small ones take one character, and JSON need not escape any. */
const base = 45;
const firstCharacter = 35;
const backslash = 92;

function toCharacter(digit: number): string {
  const code = firstCharacter + digit;
  return String.fromCharCode(code >= backslash ? code + 1 : code);
}

/** Write whole numbers from 0 up, least digit first; digits that others follow are raised by `base`. */
export function encodeNumbers(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    let rest = number;
    for (; rest >= base; rest = Math.floor(rest / base)) text += toCharacter(base + (rest % base));
    text += toCharacter(rest);
  }
  return text;
}

/** Read what `encodeNumbers` wrote. */
export function decodeNumbers(text: string): Int32Array {
  const numbers = new Int32Array(text.length);
  let count = 0;
  let number = 0;
  let place = 1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const digit = (code > backslash ? code - 1 : code) - firstCharacter;
    if (digit >= base) {
      number += (digit - base) * place;
      place *= base;
    } else {
      numbers[count] = number + digit * place;
      count += 1;
      number = 0;
      place = 1;
    }
  }
  return numbers.subarray(0, count);
}
