import { ignorable, separator, unknown } from './fold-codes';

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
  return table;
}
