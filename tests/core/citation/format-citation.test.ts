import { describe, expect, it } from 'vitest';
import { listCitationStyles } from '@/core/citation/citation-styles';
import { formatCitation } from '@/core/citation/format-citation';
import type { PackCitations } from '@/core/citation/pack-citations';
import type { Fact } from '@/core/pack';
import { readCompiledPack } from '@/tests/support/compiled-pack';
import { makeCard, makeFact, makePack } from '@/tests/support/make-pack';

const months = 'January February March April May June July August'.split(' ');
const citations: PackCitations = {
  schemaVersion: 1,
  styles: {
    apa: {
      entry: ['Union. ', { emphasis: 'italic', parts: ['A <release>'] }, '. ', { accessed: 0 }],
      cite: ['(Union, 2025)'],
      citeForm: 'intext',
    },
    oscola: { entry: null, cite: ['Union, ‘A release’'], citeForm: 'note' },
  },
  dateForms: [{ template: '{day} {month} {year}', months, days: 'numeric' }],
  textDirectives: { f1: 'text=Nine%20are%20in%20prison' },
};

const text = 'Nine are in prison.';
const author = [{ literal: 'Labour Union' }, { family: 'Doe', given: 'Jane' }];

function makeCitedPack(fact: Partial<Fact> = {}) {
  const { source } = makePack();
  return makePack({
    cards: [makeCard({ id: 'union', title: 'Labour Union', abbreviation: 'LU' })],
    facts: [makeFact({ quote: { start: 0, end: text.length }, ...fact })],
    source: {
      ...source,
      text,
      csl: { ...source.csl, author, genre: 'press release', language: 'en' },
    },
  });
}

type Request = Partial<Parameters<typeof formatCitation>[0]>;

function format(styleId: string, request: Request = {}): ReturnType<typeof formatCitation> {
  const accessed = '2026-08-01';
  return formatCitation({
    pack: makeCitedPack(),
    citations,
    factId: null,
    accessed,
    styleId,
    ...request,
  });
}

describe('formatCitation', () => {
  it('gives every style of the menu, for the source and for every fact', () => {
    const bundled = readCompiledPack();
    const factIds = [null, ...bundled.pack.facts.map(({ id }) => id)];
    for (const { id: styleId } of listCitationStyles()) {
      for (const factId of factIds) {
        const request = { ...bundled, styleId, factId, accessed: '2026-11-23' };
        expect(formatCitation(request).text).not.toMatch(/undefined|null|\[object|NaN|^$/);
      }
    }
  });

  it('fills the access date into a rendered reference and escapes its HTML', () => {
    expect(format('apa')).toEqual({
      text: 'Union. A <release>. 1 August 2026',
      html: 'Union. <i>A &lt;release&gt;</i>. 1 August 2026',
    });
  });

  it('gives a fact as quote with its citation, and the entry in a paragraph of its own', () => {
    expect(format('apa', { factId: 'f1' })).toEqual({
      text: '“Nine are in prison” (Union, 2025).\n\nUnion. A <release>. 1 August 2026',
      html: '<p>“Nine are in prison” (Union, 2025).</p><p>Union. <i>A &lt;release&gt;</i>. 1 August 2026</p>',
    });
  });

  it('puts the quote behind a note', () => {
    expect(format('oscola', { factId: 'f1' }).text).toBe(
      'Union, ‘A release’. “Nine are in prison.”',
    );
  });

  it('says as of when, if that is not the date of the source', () => {
    const pack = makeCitedPack({ asOf: '2025-03' });
    expect(format('apa', { pack, factId: 'f1' }).text).toContain(
      '(Union, 2025), as of March 2025.',
    );
    expect(format('oscola', { pack, factId: 'f1' }).text).toContain('prison.” (as of March 2025).');
  });

  it('gives the form asked for', () => {
    expect(format('apa', { form: 'intext' }).text).toBe('(Union, 2025)');
    expect(format('oscola', { form: 'note' }).text).toBe('Union, ‘A release’');
  });

  it('refuses what does not exist, naming it', () => {
    expect(() => format('apa', { form: 'note' })).toThrow(
      '"apa" has no form "note", only: entry, intext',
    );
    expect(() => format('oscola', { form: 'entry' })).toThrow('no form "entry", only: note');
    expect(() => format('ris', { form: 'note' })).toThrow('"ris" has one form only');
    expect(() => format('nature')).toThrow('No citation style "nature"');
    expect(() => format('mla')).toThrow('No rendered style "mla"');
    expect(() => format('quote', { factId: 'f9' })).toThrow('has no fact "f9"');
  });

  it('leads from the quote to the sentence', () => {
    const link = 'https://example.org/release#:~:text=Nine%20are%20in%20prison';
    expect(format('quote', { factId: 'f1' })).toEqual({
      text: `“Nine are in prison.” — FIDH and Viasna, press release, 6 June 2025. ${link}`,
      html: `“Nine are in prison.” — FIDH and Viasna, <a href="${link}">press release, 6 June 2025</a>.`,
    });
  });

  it('names who the source quotes', () => {
    const attribution = {
      type: 'cited-source',
      label: 'LU, as cited by FIDH',
      cardIds: ['union'],
    } as const;
    const pack = makeCitedPack({ attribution, asOf: '2025-03' });
    expect(format('quote', { pack, factId: 'f1' }).text).toContain(
      '” — LU, as cited by FIDH (as of March 2025). Source: FIDH and Viasna, press release, 6 June 2025.',
    );
    expect(format('attribution-ap', { pack, factId: 'f1' }).text).toBe(
      '“Nine are in prison,” according to Labour Union, cited by the Labour Union and Jane Doe in a June 6, 2025, press release',
    );
  });

  it('abbreviates organisations in an NGO footnote', () => {
    expect(format('ngo-footnote').text).toBe(
      'Labour Union (LU) and Jane Doe, “A release”, press release, 6 June 2025, available at: https://example.org/release (accessed 1 August 2026).',
    );
  });

  it.each([
    [
      'en',
      '{{cite press release |author1=Labour Union |last2=Doe |first2=Jane |title=A release |url=https://example.org/release |date=6 June 2025 |access-date=1 August 2026}}',
    ],
    [
      'fr-CA',
      '{{Lien web |langue=en |auteur1=Jane Doe |auteur institutionnel=Labour Union |titre=A release |url=https://example.org/release |nature document=communiqué de presse |site=example.org |date=6 juin 2025 |consulté le=1 août 2026}}',
    ],
    [
      'be-tarask',
      '{{cite web |author=Labour Union; Jane Doe |url=https://example.org/release |title=A release |lang=en |website=example.org |date=2025-06-06 |access-date=2026-08-01}}',
    ],
    [
      'ru',
      '{{cite web |author=Labour Union; Jane Doe |url=https://example.org/release |title=A release |lang=en |website=example.org |date=2025-06-06 |access-date=2026-08-01}}',
    ],
  ])('writes for the Wikipedia of a page in %s', (pageLanguage, template) => {
    expect(format('wikipedia', { pageLanguage })).toEqual({ text: template, html: null });
  });

  it('takes the English template for other languages, and a footnote with the quote for a fact', () => {
    const { text } = format('wikipedia', { pageLanguage: 'ja', factId: 'f1' });
    expect(text).toMatch(
      /^<ref>\{\{cite press release .* \|quote=Nine are in prison\.\}\}<\/ref>$/,
    );
  });

  it('keeps a long address on one line of RIS and ends lines as the format asks', () => {
    const { text } = format('ris', { factId: 'f1' });
    expect(text.split('\r\n')).toEqual([
      'TY  - ELEC',
      'AU  - Labour Union',
      'AU  - Doe, Jane',
      'TI  - A release',
      'M3  - press release',
      'Y2  - 2026/08/01/',
      'LA  - en',
      'UR  - https://example.org/release',
      'N1  - “Nine are in prison.” — FIDH and Viasna, 6 June 2025. https://example.org/release#:~:text=Nine%20are%20in%20prison',
      'ER  - ',
      '',
    ]);
  });

  it('points a Web Annotation to the quote by its surroundings', () => {
    const annotation = JSON.parse(format('web-annotation', { factId: 'f1' }).text) as object;
    expect(annotation).toMatchObject({
      id: expect.stringMatching(
        /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/,
      ),
      target: { selector: { type: 'TextQuoteSelector', exact: text, prefix: '', suffix: '' } },
    });
  });

  it('nests the source in a schema.org Quotation', () => {
    expect(JSON.parse(format('schema-quotation', { factId: 'f1' }).text)).toMatchObject({
      '@type': 'Quotation',
      text,
      isPartOf: {
        headline: 'A release',
        author: [
          { '@type': 'Organization', name: 'Labour Union', alternateName: 'LU' },
          { '@type': 'Person', name: 'Jane Doe' },
        ],
      },
    });
  });
});
