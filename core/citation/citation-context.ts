import type { PackCitations } from './pack-citations';
import type { CslItem, Fact, Pack, Source } from '@/core/pack';
import { getQuote } from '@/core/pack';

/** A citation ready for the clipboard. */
export type Citation = {
  readonly text: string;
  /** Null for formats that only make sense as plain text. */
  readonly html: string | null;
};

/** What is cited, looked up once for every format. */
export type CitationContext = {
  readonly pack: Pack;
  readonly source: Source;
  readonly item: CslItem;
  readonly citations: PackCitations;
  /** Null when the source as a whole is cited. */
  readonly cited: CitedFact | null;
  /** The reader's calendar date, `2026-11-23`. */
  readonly accessed: string;
  /** BCP 47 tag of the page the citation is likely to serve; `en` when unknown. */
  readonly pageLanguage: string;
};

export type CitedFact = {
  readonly fact: Fact;
  /** The verbatim quote on one line. */
  readonly quote: string;
  /** Address of the source that scrolls to the quote. */
  readonly url: string;
};

/** What a citation is made from; `pageLanguage` chooses the Wikipedia whose template is used. */
export type CitationSource = {
  readonly pack: Pack;
  readonly citations: PackCitations;
  /** The fact to cite; null cites the source as a whole. */
  readonly factId: string | null;
  /** The reader's calendar date, `2026-11-23`. */
  readonly accessed: string;
  /** BCP 47 tag. */
  readonly pageLanguage?: string;
};

/** Look up all that formats need. Throws if the pack has no such fact. */
export function createContext(from: CitationSource): CitationContext {
  const { pack, citations, factId, accessed, pageLanguage = 'en' } = from;
  return {
    pack,
    source: pack.source,
    item: pack.source.csl,
    citations,
    cited: findCitedFact(pack, citations, factId),
    accessed,
    pageLanguage,
  };
}

/** Give the cited fact as a list; empty when the source as a whole is cited. */
export function listCited({ cited }: CitationContext): readonly CitedFact[] {
  return cited === null ? [] : [cited];
}

function findCitedFact(
  pack: Pack,
  citations: PackCitations,
  factId: string | null,
): CitedFact | null {
  if (factId === null) return null;
  const fact = pack.facts.find(({ id }) => id === factId);
  if (fact === undefined) throw new Error(`Pack "${pack.id}" has no fact "${factId}"`);
  const directive = citations.textDirectives[factId];
  return {
    fact,
    quote: getQuote(fact, pack.source).replaceAll(/\s+/gu, ' ').trim(),
    url: directive === undefined ? pack.source.url : addTextDirective(pack.source.url, directive),
  };
}

/** Add a text directive to an address, keeping its fragment if it has one. */
export function addTextDirective(url: string, directive: string): string {
  return `${url}${url.includes('#') ? '' : '#'}:~:${directive}`;
}
