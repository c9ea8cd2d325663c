import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { formatReadingList, type ListFormat } from '@/core/citation/reading-list-format';
import { getQuote } from '@/core/pack';
import { readCompiledPack } from '@/tests/support/compiled-pack';

const bundled = readCompiledPack();
const { facts, source } = bundled.pack;
const listed = [facts[3], facts[1], facts[8]].filter((fact) => fact !== undefined);
const list = listed.map(({ id }) => ({ ...bundled, factId: id }));
const quotes = listed.map((fact) => getQuote(fact, source));

function format(listFormat: ListFormat, entries = list) {
  const request = { styleId: 'apa', accessed: '2026-11-23', sourcesHeading: 'Sources' };
  return formatReadingList(entries, { ...request, format: listFormat });
}

function expectInOrder(text: string): void {
  const places = quotes.map((quote) => text.indexOf(quote));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
}

describe('formatReadingList', () => {
  it('gives a document with the quotes in order and each source once', () => {
    const { text, html } = format('document');
    expectInOrder(text);
    expect(text.match(/\(2025, June 6\)/g)).toHaveLength(1);
    expect(html?.match(/<li>/g)).toHaveLength(3);
    expect(html).toMatch(/<h2>Sources<\/h2><p>International .*<i>Belarus: .*<\/p>$/);
  });

  it('gives Markdown with a numbered list and the references', () => {
    const { text, html } = format('markdown');
    expect(html).toBeNull();
    expect(text).toMatch(/^1\. “.+\n2\. “.+\n3\. “.+\n\n## Sources\n\n- International .+\n$/);
  });

  it.each([
    ['ris', '@ris/file'],
    ['biblatex', '@biblatex/text'],
    ['csl-json', '@csl/list+object'],
  ] as const)('gives one %s record per source with a note for every fact', (listFormat, type) => {
    const { text } = format(listFormat);
    expectInOrder(text.replaceAll('\\"', '"'));
    const records =
      listFormat === 'csl-json' ? JSON.parse(text) : new Cite(text, { forceType: type }).data;
    expect(records).toHaveLength(1);
  });

  it('gives sources of their own to other packs', () => {
    const pack = { ...bundled.pack, id: 'other' };
    const both = [...list, { ...bundled, pack, factId: listed[0]?.id ?? '' }];
    expect(format('ris', both).text.match(/^TY/gm)).toHaveLength(2);
  });

  it('gives nothing for an empty list but its heading', () => {
    expect(format('ris', []).text).toBe('');
    expect(format('csl-json', []).text).toBe('[]\n');
  });
});
