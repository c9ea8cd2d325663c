import * as fc from 'fast-check';
import type { CitationContext } from '@/core/citation/citation-context';
import type { CslItem, CslName } from '@/core/pack';
import { makeFact, makePack } from './make-pack';

/** Passages some syntax of citation formats could take for its own. */
const awkward = [
  '& Co',
  '$5 $x$',
  '100%',
  '#1',
  'a_b',
  '{x}',
  '}',
  '{',
  '~',
  '^2',
  '\\alpha',
  '\\',
  '[[q]]',
  '{{w}}',
  '}}',
  '<i>z</i>',
  '-->',
  '<!--',
  "''it''",
  '|',
  '||',
  '--',
  '---',
  '"q"',
  '«дом»',
  '“x”',
  "O'Neil",
  '*b*',
  '`c`',
  '=',
  '==',
  ':',
  ';',
  '[a](b)',
  '](',
  'ER  -',
  'TY  - BOOK',
  '@misc{a,',
  '&amp;',
  '&#39;',
  '<ref>',
  '</ref>',
  '~~~~',
  '__TOC__',
  'https://x.example/a_b',
  '!',
  '?',
  '...',
  '1. ',
  '- a',
  '#',
  '(c)',
];
const words = [
  'Report',
  'on',
  'labour',
  'rights',
  'Żółć',
  'naïve',
  'Übermut',
  'Права',
  'работников',
  'ў',
  'Ірына',
  'й',
  'ё',
  'Беларусь',
  'И',
  'rules',
];

const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...words) },
      fc.constantFrom(...awkward),
      fc.string({ maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `${words[parts.length]} ${parts.join(' ')}`.replaceAll(/\s+/g, ' ').trim());

const namePart = fc
  .array(
    fc.constantFrom("O'Brien", 'Núñez-Œ', 'Smith & Sons', 'Ковалёва', 'Ірына', 'A_B', 'and', 'J.'),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => `Van ${parts.join(' ')}`);
const name: fc.Arbitrary<CslName> = fc.oneof(
  fc.record({ family: namePart, given: namePart }),
  namePart.map((literal) => ({ literal: `Institute of ${literal}` })),
);
const url = fc
  .array(
    fc.constantFrom(
      'a',
      'b_c',
      'x~y',
      '%20',
      '(z)',
      '&q=1',
      '$',
      '-',
      '.',
      '%C3%A9',
      ';',
      '@',
      '+',
    ),
    { maxLength: 8 },
  )
  .map((parts) => `https://example.org/${parts.join('/')}`);

/** Any metadata a pack can have, in Latin and Cyrillic. */
export const sourceRecords: fc.Arbitrary<CslItem & { readonly URL: string }> = fc.record({
  id: fc.constantFrom('source', 'fidh-2025', 'доклад 1'),
  type: fc.constantFrom('webpage', 'report'),
  title: text,
  author: fc.array(name, { minLength: 1, maxLength: 4 }),
  'container-title': text,
  genre: fc.constantFrom('press release', 'доклад', 'a_b & c'),
  issued: fc
    .record({
      year: fc.integer({ min: 1900, max: 2030 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map(({ year, month, day }) => ({ 'date-parts': [[year, month, day]] })),
  language: fc.constantFrom('en', 'ru', 'be'),
  URL: url,
});

/** Any quote, with the awkward passages in it. */
export const quotes = text;

/** Put a record where the formats find it; a quote cites a fact that quotes it. */
export function toCitationContext(
  item: CslItem & { readonly URL: string },
  quote: string | null = null,
): CitationContext {
  const [year = 0, ...rest] = item.issued?.['date-parts'][0] ?? [];
  const issued = [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
  const pack = makePack();
  const source = { ...pack.source, title: item.title, url: item.URL, issued, csl: item };
  return {
    pack,
    source: { ...source, language: item.language ?? 'en', text: quote ?? '' },
    item,
    citations: { schemaVersion: 1, styles: {}, dateForms: [], textDirectives: {} },
    cited: quote === null ? null : { fact: makeFact(), quote, url: item.URL },
    accessed: '2026-11-23',
    pageLanguage: 'en',
  };
}
