import { listCitationStyles } from '@/core/citation/citation-styles';
import { addTextDirective } from '@/core/citation/citation-context';
import type { CopyRequest } from '@/core/citation/copy-request';
import { canFormat } from '@/core/citation/format-citation';
import type { PackCitations } from '@/core/citation/pack-citations';
import { chooseExamples, listMentionedCards, toFindings, type Findings } from '@/core/found-cards';
import type { Fact, Pack } from '@/core/pack';
import { toLocalDate } from '@/core/partial-date';
import type { Search } from '@/core/search';
import type { SearchRecords } from '@/core/search/search-records';
import { copyFact } from './copy-fact';
import type { PageMention } from './messages';

/** A pack and how it is cited. */
export type LibraryPack = { readonly pack: Pack; readonly citations: PackCitations };

/** A search over all packs; results below `confidentScore` are guesses. */
export type LibrarySearch = { readonly find: Search; readonly confidentScore: number };

type Contents = {
  readonly packs: readonly LibraryPack[];
  /** Null until it is loaded. */
  readonly search: LibrarySearch | null;
  /** BCP 47 tag of the reader's language. */
  readonly language: string;
};

/** Enough to fill a popup; more would hide that the query is too wide. */
const resultLimit = 24;

/** Create what lists and cards need of the packs, the same for popup and side panel. */
export function createLibrary({ packs: sources, search, language }: Contents) {
  const packs = sources.map(({ pack }) => pack);
  const get = (pack: Pack): LibraryPack => {
    const source = sources.find((candidate) => candidate.pack === pack);
    if (source === undefined) throw new Error(`Pack "${pack.id}" is not in the library`);
    return source;
  };

  return {
    packs: sources,
    forReading: {
      today: toLocalDate(new Date()),
      citationStyles: listCitationStyles(),
      examples: packs[0] === undefined ? [] : chooseExamples(packs[0], language),
      getQuoteUrl(pack: Pack, fact: Fact): string {
        const {
          pack: { source },
          citations,
        } = get(pack);
        const directive = citations.textDirectives[fact.id];
        return directive === undefined ? source.url : addTextDirective(source.url, directive);
      },
      canCite: (pack: Pack, styleId: string) => canFormat(styleId, get(pack).citations),
      onCopy: (pack: Pack, request: CopyRequest) => copyFact(get(pack), request),
    },
    listMentioned: (mentions: readonly PageMention[]) => listMentionedCards(mentions, packs),
    /** Find cards and facts; null while search is not loaded yet. */
    search(query: string, mentions: readonly PageMention[]): Findings | null {
      if (search === null) return null;
      const { find, confidentScore } = search;
      const mentionedCardIds = new Set(mentions.map(({ cardId }) => cardId));
      const results = find(query, { limit: resultLimit, mentionedCardIds });
      return toFindings(results, { packs, mentions, confidentScore });
    },
  };
}
export type Library = ReturnType<typeof createLibrary>;

/** Take the compiled files of a bundled pack, whose JSON the compiler vouches for. */
export function toLibraryPack(compiled: {
  readonly [Part in keyof LibraryPack]: object;
}): LibraryPack {
  return compiled as LibraryPack;
}

/** Take the compiled search records of a bundled pack, which the compiler vouches for. */
export function toSearchRecords(compiled: object): SearchRecords {
  return compiled as SearchRecords;
}
