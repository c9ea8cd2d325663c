/**
 * Name the months in Belarusian, January first: standing alone, and after a day. `Intl` in Chromium
 * knows no Belarusian.
 */
export const belarusianMonths: readonly (readonly [alone: string, withDay: string])[] = [
  ['студзень', 'студзеня'],
  ['люты', 'лютага'],
  ['сакавік', 'сакавіка'],
  ['красавік', 'красавіка'],
  ['май', 'мая'],
  ['чэрвень', 'чэрвеня'],
  ['ліпень', 'ліпеня'],
  ['жнівень', 'жніўня'],
  ['верасень', 'верасня'],
  ['кастрычнік', 'кастрычніка'],
  ['лістапад', 'лістапада'],
  ['снежань', 'снежня'],
];
