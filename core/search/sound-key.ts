/**
 * Spellings that sound alike in transliterations between English, German, French, Polish, Czech,
 * Lithuanian and Belarusian Latin, longest first.
 */
const respellings: readonly (readonly [pattern: RegExp, sound: string])[] = [
  [/shch|schtsch|szcz|stsch|shtsh/g, 's'],
  [/tsch|tch|sch|sh|sz|ch|cz/g, 's'],
  [/zh|dz|rz|tz|ts|z/g, 's'],
  [/x/g, 'ks'],
  [/kh|gh|ck|qu|[cq]/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ou/g, 'u'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/(?<=[aeiou])u(?=$|[^aeiou])/g, 'v'],
  [/ie|ei|ai/g, 'e'],
  [/o/g, 'a'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
];

/**
 * Reduce a romanised word to a key that words which sound alike share: Jarašuk, Yaroschuk and
 * Ярошук all give "iarasuk". Compare keys only with keys; they are not spellings.
 */
export function toSoundKey(word: string): string {
  let key = word;
  for (const [pattern, sound] of respellings) key = key.replaceAll(pattern, sound);
  return key;
}
