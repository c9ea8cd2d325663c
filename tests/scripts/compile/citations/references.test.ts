import { describe, expect, it } from 'vitest';
import { formatCitation } from '@/core/citation/format-citation';
import type { CslItem, Pack } from '@/core/pack';
import { compileCitations } from '@/scripts/compile/citations';
import { referenceStyles } from '@/scripts/compile/citations/reference-styles';
import { readCompiledPack } from '@/tests/support/compiled-pack';
import { makePack } from '@/tests/support/make-pack';
import { renderWithCiteproc } from '@/tests/support/render-with-citeproc';
import expectedReferences from './expected-references.json';

type Expected = Readonly<Record<'entry' | 'cite', { text: string; html: string } | null>>;

const bundled = readCompiledPack();

/** The parts of a reference as the product copies them on 23 November 2026. */
function formatParts(cited: { pack: Pack } & Pick<typeof bundled, 'citations'>, styleId: string) {
  const style = cited.citations.styles[styleId];
  if (style === undefined) throw new Error(`No style ${styleId}`);
  const request = { ...cited, styleId, factId: null, accessed: '2026-11-23' };
  return {
    entry: style.entry === null ? null : formatCitation({ ...request, form: 'entry' }),
    cite: formatCitation({ ...request, form: style.citeForm }),
  };
}

describe('references to the bundled source', () => {
  // Reference renderings by citeproc with the styles of 2026-08-21. Two of them deviate from the
  // plain style: APA leaves out a site that is one of the authors, as apastyle.apa.org asks for
  // press releases; Vancouver puts the title first and gives the day, which the style does for
  // dated posts but not for web pages.
  it.each(Object.entries(expectedReferences as Readonly<Record<string, Expected>>))(
    'are right in %s',
    (styleId, expected) => {
      expect(formatParts(bundled, styleId)).toEqual(expected);
    },
  );

  it('cover every style of references', () => {
    expect(Object.keys(expectedReferences).toSorted()).toEqual(
      referenceStyles.map(({ id }) => id).toSorted(),
    );
  });
});

const sources: Readonly<Record<string, CslItem>> = {
  'a report by persons, dated to the month, with a Cyrillic title': {
    id: 'report',
    type: 'report',
    title: 'Права работников в Беларуси: «доклад» & выводы {2024}',
    genre: 'доклад',
    author: [
      { family: 'Ковалёва', given: 'Ірына' },
      { family: "O'Brien", given: 'Seán' },
      { family: 'van der Berg', given: 'Anna Maria' },
    ],
    publisher: 'Institute <of> Labour',
    'publisher-place': 'Vilnius',
    number: '12',
    issued: { 'date-parts': [[2024, 3]] },
    language: 'ru',
    URL: 'https://example.org/report?a=1&b=2',
  },
  'a web page by a person and an organisation, dated to the year': {
    id: 'page',
    type: 'webpage',
    title: 'Strikes 101: “What’s next?”',
    author: [{ family: 'Doe', given: 'Jane Q.' }, { literal: 'Union & Friends' }],
    'container-title': 'The Site',
    issued: { 'date-parts': [[2019]] },
    URL: 'https://example.org/strikes',
  },
  'an anonymous, undated web page': {
    id: 'bare',
    type: 'webpage',
    title: 'Без автора',
    URL: 'https://example.org/bare',
  },
};

describe.each(Object.entries(sources))('references to %s', { timeout: 60_000 }, (_, item) => {
  const { source } = makePack();
  const pack = makePack({ facts: [], source: { ...source, csl: item } });
  const cited = { pack, citations: compileCitations(pack) };

  it.each(referenceStyles)('equal what citeproc renders in $id', ({ id, csl, locale }) => {
    const { entry, cite } = formatParts(cited, id);
    const request = { item, csl, locale, accessed: '2026-11-23' };
    const html = renderWithCiteproc({ ...request, format: 'html' });
    expect({ entry: entry?.html ?? null, cite: cite.html }).toEqual(html);

    const text = renderWithCiteproc({ ...request, format: 'text' });
    expect(cite.text).toBe(text.cite);
    // Only citeproc's text keeps the number of a numbered entry.
    expect(text.entry?.replace(/^(?:\[1\]|1\.)\s*/, '') ?? null).toBe(entry?.text ?? null);
  });
});
