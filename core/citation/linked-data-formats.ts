import type { CslName, Pack } from '@/core/pack';
import type { Citation, CitationContext } from './citation-context';
import { findAbbreviation, writeName } from './source-names';

/** Characters of the source given before and after the quote, enough to tell two matches apart. */
const contextLength = 32;

/** Format a W3C Web Annotation that points to the quote in the source (Recommendation of 2017). */
export function formatWebAnnotation(context: CitationContext): Citation {
  const { pack, source, cited, accessed } = context;
  const document = {
    id: source.url,
    type: 'Text',
    format: 'text/html',
    language: source.language,
  };
  const { start, end } = cited?.fact.quote ?? { start: 0, end: 0 };
  return toJson({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${toUuid(`${pack.id}/${pack.version}/${cited?.fact.id ?? ''}`)}`,
    type: 'Annotation',
    motivation: cited === null ? 'bookmarking' : 'highlighting',
    created: `${accessed}T00:00:00Z`,
    ...(cited !== null && {
      body: [
        {
          type: 'TextualBody',
          value: cited.fact.statement,
          format: 'text/plain',
          language: pack.language,
          purpose: 'describing',
        },
      ],
    }),
    target:
      cited === null
        ? document
        : {
            source: document,
            selector: {
              type: 'TextQuoteSelector',
              exact: source.text.slice(start, end),
              prefix: source.text.slice(Math.max(0, start - contextLength), start),
              suffix: source.text.slice(end, end + contextLength),
            },
          },
  });
}

/** Format a schema.org Quotation; without a fact, the source as a schema.org CreativeWork. */
export function formatSchemaQuotation({ pack, source, item, cited }: CitationContext): Citation {
  const work = {
    '@type': 'CreativeWork',
    ...(item.genre === undefined ? {} : { genre: item.genre }),
    headline: item.title,
    url: source.url,
    datePublished: source.issued,
    author: (item.author ?? []).map((name) => toAgent(pack, name)),
  };
  const schema = { '@context': 'https://schema.org' };
  if (cited === null) return toJson({ ...schema, ...work, inLanguage: source.language });
  return toJson({
    ...schema,
    '@type': 'Quotation',
    text: cited.quote,
    inLanguage: source.language,
    url: cited.url,
    isPartOf: work,
  });
}

function toAgent(pack: Pack, name: CslName): object {
  if (name.literal === undefined) return { '@type': 'Person', name: writeName(name) };
  const alternateName = findAbbreviation(pack, name);
  return {
    '@type': 'Organization',
    name: name.literal,
    ...(alternateName === null ? {} : { alternateName }),
  };
}

function toJson(value: object): Citation {
  return { text: `${JSON.stringify(value, null, 2)}\n`, html: null };
}

/** Derive a UUID of version 8 (RFC 9562) from a name, the same every time, by FNV-1a hashes. */
function toUuid(name: string): string {
  const hex = [0, 1, 2, 3]
    .map((seed) => {
      let hash = Math.imul(0x811c9dc5, 2 * seed + 1);
      for (const character of name) {
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
      }
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20)].join('-');
}
