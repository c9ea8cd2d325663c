import { formatPartialDate } from '@/core/partial-date';
import type { Citation, CitationContext } from './citation-context';
import { writeName } from './source-names';

type Parameters = readonly (readonly [name: string, value: string | undefined])[];
type Template = { readonly name: string; readonly parameters: Parameters };

/** The Wikipedias whose templates differ; a page in any other language gets the English one. */
const templates: Readonly<Record<string, (context: CitationContext) => Template>> = {
  en: toEnglish,
  fr: toFrench,
  be: toSlavic,
  ru: toSlavic,
};

/**
 * Format the citation template of the Wikipedia in the page's language; a fact comes as a footnote
 * with its quote. Values lose no character: wiki syntax in them is written as entities.
 */
export function formatWikipedia(context: CitationContext): Citation {
  const language = context.pageLanguage.toLowerCase().split('-')[0] ?? 'en';
  const { name, parameters } = (templates[language] ?? toEnglish)(context);
  const written = parameters
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([parameter, value]) => ` |${parameter}=${value}`);
  const template = `{{${name}${written.join('')}}}`;
  return { text: context.cited === null ? template : `<ref>${template}</ref>`, html: null };
}

/** https://en.wikipedia.org/wiki/Template:Cite_press_release; English is its default language. */
function toEnglish({ source, item, cited, accessed }: CitationContext): Template {
  const isPressRelease = item.genre?.toLowerCase() === 'press release';
  const authors = (item.author ?? []).flatMap((name, index): Parameters => {
    const number = index + 1;
    return name.literal === undefined
      ? [
          [`last${number}`, escapeWiki(name.family ?? '')],
          [`first${number}`, escapeWiki(name.given ?? '')],
        ]
      : [[`author${number}`, escapeWiki(name.literal)]];
  });
  return {
    name: isPressRelease ? 'cite press release' : 'cite web',
    parameters: [
      ...authors,
      ['title', escapeWiki(item.title)],
      ['url', escapeUrl(source.url)],
      ['date', formatPartialDate(source.issued, 'en-GB')],
      ['location', escapeWiki(source.dateline.join(', '))],
      ['website', isPressRelease ? undefined : escapeWiki(item['container-title'] ?? '')],
      ['language', source.language.startsWith('en') ? undefined : source.language],
      ['access-date', formatPartialDate(accessed, 'en-GB')],
      ['quote', cited === null ? undefined : escapeWiki(cited.quote)],
    ],
  };
}

/** https://fr.wikipedia.org/wiki/Modèle:Lien_web */
function toFrench({ source, item, cited, accessed }: CitationContext): Template {
  const { people, organisations } = groupAuthors(item.author ?? []);
  const genre = item.genre?.toLowerCase() === 'press release' ? 'communiqué de presse' : item.genre;
  return {
    name: 'Lien web',
    parameters: [
      ['langue', source.language],
      ...people.map((name, index) => [`auteur${index + 1}`, escapeWiki(name)] as const),
      ['auteur institutionnel', escapeWiki(organisations.join(' et '))],
      ['titre', escapeWiki(item.title)],
      ['url', escapeUrl(source.url)],
      ['nature document', escapeWiki(genre ?? '')],
      ['site', getSite(source.url)],
      ['date', formatPartialDate(source.issued, 'fr')],
      ['consulté le', formatPartialDate(accessed, 'fr')],
      ['citation', cited === null ? undefined : escapeWiki(cited.quote)],
    ],
  };
}

/** The Belarusian and Russian Wikipedias share `cite web` with its English parameters. */
function toSlavic({ source, item, cited, accessed }: CitationContext): Template {
  return {
    name: 'cite web',
    parameters: [
      ['author', escapeWiki((item.author ?? []).map(writeName).join('; '))],
      ['url', escapeUrl(source.url)],
      ['title', escapeWiki(item.title)],
      ['lang', source.language],
      ['website', getSite(source.url)],
      ['publisher', escapeWiki(item['container-title'] ?? item.publisher ?? '')],
      ['date', source.issued],
      ['access-date', accessed],
      ['quote', cited === null ? undefined : escapeWiki(cited.quote)],
    ],
  };
}

function groupAuthors(authors: NonNullable<CitationContext['item']['author']>): {
  people: string[];
  organisations: string[];
} {
  const isPerson = ({ literal }: (typeof authors)[number]): boolean => literal === undefined;
  return {
    people: authors.filter(isPerson).map(writeName),
    organisations: authors.filter((name) => !isPerson(name)).map(writeName),
  };
}

function getSite(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] ?? '';
}

/** Write wiki syntax as entities: pipes and brackets would end a parameter, quotes start italics. */
function escapeWiki(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[&<>{}[\]|]|'(?=')|(?<=')'|~(?=~)|(?<=~)~|^[*#:;=]|__/gu, (syntax) =>
      [...syntax].map((character) => `&#${character.charCodeAt(0)};`).join(''),
    );
}

function escapeUrl(url: string): string {
  return url.replaceAll(/[\s<>{}[\]|"']/gu, (character) =>
    encodeURIComponent(character).replace("'", '%27'),
  );
}
