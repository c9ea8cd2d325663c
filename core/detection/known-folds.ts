import { type CodeRanges, ignorable, separator, unknown } from './fold-codes';

/**
 * What the code units that most pages are made of fold to, as `computeFold` has it: until engines
 * have compiled its patterns, which takes milliseconds, a page is read. By the first code unit of a
 * range; a space is no part of a word, a hyphen nothing at all, a question mark more than one letter.
 */
const ranges: Readonly<Record<number, readonly string[]>> = {
  0x0: [
    '                                                0123456789      ',
    ' abcdefghijklmnopqrstuvwxyz      abcdefghijklmnopqrstuvwxyz     ',
  ],
  0x80: [
    '                                          ª  -       µ    º ¼½¾ ',
    'aaaaaa?ceeeeiiiidnooooo ouuuuy??aaaaaa?ceeeeiiiidnooooo ouuuuy?y',
    'aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkĸllllllŀ',
    'ŀllnnnnnnŉŋŋoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzſ',
  ],
  0x400: [
    'ееђгєѕіїјљњћкиўџабвгдежзийклмнопрстуфхцчшщъы-еюяабвгдежзийклмноп',
    'рстуфхцчшщъы-еюяееђгєѕіїјљњћкиўџѡѡѣѣѥѥѧѧѩѩѫѫѭѭѯѯѱѱѳѳѵѵѵѵѹѹѻѻѽѽѿѿ',
    'ҁҁ -----҈҉ҋҋҍҍҏҏггғғҕҕҗҗҙҙққҝҝҟҟҡҡңңҥҥҧҧҩҩҫҫҭҭүүұұҳҳҵҵҷҷҹҹһһҽҽҿҿ',
    'ӏжжӄӄӆӆӈӈӊӊӌӌӎӎӏааааӕӕееәәәәжжззӡӡииииооөөөөееууууууччӷӷыыӻӻӽӽӿӿ',
  ],
  0x2000: [
    '           -----                          -----                 ',
    '                                ',
  ],
};

/** Arrows to dingbats, signs of East Asia, and what fonts of icons use. */
const signs: CodeRanges = [
  [0x2190, 0x245f],
  [0x2500, 0x2775],
  [0x2794, 0x2bff],
  [0x3000, 0x3004],
  [0x3008, 0x3020],
  [0xe000, 0xf8ff],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
];
/** Hebrew, Arabic, Devanagari, Thai and kana, which menus of languages have: as they are. */
const ownLetters: CodeRanges = [
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0x671, 0x6d3],
  [0x904, 0x94d],
  [0xe01, 0xe3a],
  [0xe40, 0xe4e],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
];

const marks: Readonly<Record<string, number>> = { ' ': separator, '-': ignorable, '?': unknown };

/** Create the table of what each code unit folds to, with the folds known beforehand. */
export function createFoldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (const [first, rows] of Object.entries(ranges)) {
    const folds = rows.join('');
    for (let index = 0; index < folds.length; index += 1) {
      const fold = folds.charAt(index);
      table[Number(first) + index] = marks[fold] ?? fold.charCodeAt(0);
    }
  }
  for (const [first, last] of signs) table.fill(separator, first, last + 1);
  for (const [first, last] of ownLetters)
    for (let code = first; code <= last; code += 1) table[code] = code;
  return table;
}
