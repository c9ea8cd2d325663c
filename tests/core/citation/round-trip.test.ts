import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import * as fc from 'fast-check';
import wtf from 'wtf_wikipedia';
import { describe, expect, it } from 'vitest';
import { formatBiblatex, formatBibtex } from '@/core/citation/latex-formats';
import { formatCslJson, formatRis } from '@/core/citation/library-formats';
import { formatWikipedia } from '@/core/citation/wikipedia-format';
import type { CslItem, CslName } from '@/core/pack';
import { quotes, sourceRecords, toCitationContext } from '@/tests/support/source-records';

/** Always the same records, so that a failure can be looked into. */
const runs = { numRuns: 1000, seed: 2026 };

/** Parse one record back with an independent reader of the format. */
function parse(record: string, forceType: string): Readonly<Record<string, unknown>> {
  const [parsed, ...others] = new Cite(record, { forceType }).data;
  if (parsed === undefined || others.length > 0) throw new Error(`Not one record: ${record}`);
  return parsed;
}

/** Names as one string each: readers differ in where they put organisations. */
function joinNameParts(names: unknown): string[] {
  return (names as readonly CslName[]).map(({ family, given, literal }) =>
    [family, given, literal].filter(Boolean).join(' | '),
  );
}

function capitalise({ genre = '' }: CslItem): string {
  return genre.charAt(0).toUpperCase() + genre.slice(1);
}

describe('records read back by another parser', { timeout: 60_000 }, () => {
  it('keep every field in RIS', () => {
    fc.assert(
      fc.property(sourceRecords, (item) => {
        const parsed = parse(formatRis(toCitationContext(item)).text, '@ris/file');
        expect(parsed).toMatchObject({
          title: item.title,
          issued: item.issued,
          language: item.language,
          URL: item.URL,
        });
        expect(joinNameParts(parsed['author'])).toEqual(joinNameParts(item.author));
        expect([parsed['container-title'], parsed['collection-title']]).toContain(
          item['container-title'],
        );
        expect([parsed['genre'], parsed['medium']]).toContain(item.genre);
      }),
      runs,
    );
  });

  it('keep every field in BibLaTeX', () => {
    fc.assert(
      fc.property(sourceRecords, (item) => {
        const parsed = parse(formatBiblatex(toCitationContext(item)).text, '@biblatex/text');
        expect(parsed).toMatchObject({
          title: item.title,
          issued: item.issued,
          accessed: { 'date-parts': [[2026, 11, 23]] },
          publisher: item['container-title'],
          URL: item.URL,
        });
        expect(joinNameParts(parsed['author'])).toEqual(joinNameParts(item.author));
        const genre = item.type === 'report' ? item.genre : capitalise(item);
        expect([parsed['note'], parsed['genre']]).toContain(genre);
      }),
      runs,
    );
  });

  it('keep every field BibTeX knows', () => {
    fc.assert(
      fc.property(sourceRecords, (item) => {
        const parsed = parse(formatBibtex(toCitationContext(item)).text, '@biblatex/text');
        expect(parsed).toMatchObject({
          title: item.title,
          issued: { 'date-parts': [item.issued?.['date-parts'][0]?.slice(0, 2)] },
          note: 'Accessed 23 November 2026',
          publisher: capitalise(item),
          URL: item.URL,
        });
        expect(joinNameParts(parsed['author'])).toEqual(joinNameParts(item.author));
      }),
      runs,
    );
  });

  it('keep every field in CSL-JSON', () => {
    fc.assert(
      fc.property(sourceRecords, (item) => {
        const [parsed] = JSON.parse(formatCslJson(toCitationContext(item)).text) as unknown[];
        expect(parsed).toEqual({ ...item, accessed: { 'date-parts': [[2026, 11, 23]] } });
      }),
      runs,
    );
  });

  it('keep every field and the quote in a Wikipedia template', () => {
    fc.assert(
      fc.property(sourceRecords, quotes, (item, quote) => {
        const { text } = formatWikipedia(toCitationContext(item, quote));
        const [reference, ...others] = wtf(`Text.${text} More.`).references();
        expect(others).toEqual([]);
        const parsed = reference?.json() as Readonly<Record<string, string>>;
        const authors = (item.author ?? []).flatMap((name, index) =>
          name.literal === undefined
            ? [
                [`last${index + 1}`, name.family ?? ''],
                [`first${index + 1}`, name.given ?? ''],
              ]
            : [[`author${index + 1}`, name.literal]],
        );
        expect(mapValues(parsed, (value) => withoutPunctuation(decode(value)))).toMatchObject(
          mapValues(
            {
              ...Object.fromEntries(authors),
              title: item.title,
              url: item.URL,
              quote,
              'access-date': '23 November 2026',
            },
            withoutPunctuation,
          ),
        );
      }),
      runs,
    );
  });
});

function decode(wikitext: string): string {
  return wikitext.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

/** This parser tidies blanks and punctuation as if for reading. */
function withoutPunctuation(text: string): string {
  return text.replaceAll(/[\s().,;:!?]/g, '');
}

function mapValues(
  values: Readonly<Record<string, string>>,
  map: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
