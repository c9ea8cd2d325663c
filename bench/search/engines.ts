import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { getQuote, type Pack } from '@/core/pack';
import { createSearch, type SearchSource } from '@/core/search';
import { romanise } from '@/core/search/romanise';
import type { FoundRecord } from '@/tests/support/search-queries';

export type Engine = {
  readonly name: string;
  /** Build what is needed to answer queries, best records first. */
  readonly build: (source: SearchSource) => (query: string) => readonly FoundRecord[];
};

/** What every engine is given: the same texts, one document per card and per fact. */
type Document = FoundRecord & {
  readonly id: number;
  readonly title: string;
  readonly names: readonly string[];
  readonly text: string;
};

const limit = 10;

function listDocuments(pack: Pack, records: SearchSource['records']): Document[] {
  const namesOfCard = pack.cards.map((): string[] => []);
  for (const { card, text } of records.names) namesOfCard[card]?.push(text);
  const cards = pack.cards.map(({ id, title, summary }, index) => ({
    cardId: id,
    factId: null,
    title,
    names: namesOfCard[index] ?? [],
    text: summary,
  }));
  const facts = pack.facts.map((fact) => ({
    cardId: fact.cardIds[0] ?? '',
    factId: fact.id,
    title: fact.statement,
    names: [],
    text: getQuote(fact, pack.source),
  }));
  return [...cards, ...facts].map((document, id) => Object.assign(document, { id }));
}

function createFuseEngine(name: string, useTokenSearch: boolean): Engine {
  return {
    name,
    build({ pack, records }) {
      const fuse = new Fuse(listDocuments(pack, records), {
        keys: [
          { name: 'title', weight: 3 },
          // One text; as a list of names Fuse.js answers a third fewer of these queries.
          { name: 'names', weight: 2, getFn: ({ names }) => names.join(' · ') },
          { name: 'text', weight: 1 },
        ],
        ignoreDiacritics: true,
        ignoreLocation: true,
        threshold: 0.4,
        useTokenSearch,
      });
      return (query) => fuse.search(query, { limit }).map(({ item }) => item);
    },
  };
}

function createMiniSearchEngine(name: string, processTerm: (term: string) => string): Engine {
  return {
    name,
    build({ pack, records }) {
      const documents = listDocuments(pack, records);
      const mini = new MiniSearch<Document>({
        fields: ['title', 'names', 'text'],
        stringifyField: (value) => (Array.isArray(value) ? value.join('\n') : String(value)),
        processTerm,
        searchOptions: {
          boost: { title: 3, names: 2 },
          prefix: true,
          fuzzy: (term) => (term.length > 3 ? 0.25 : false),
        },
      });
      mini.addAll(documents);
      return (query) =>
        mini
          .search(query)
          .slice(0, limit)
          .flatMap(({ id }) => documents[Number(id)] ?? []);
    },
  };
}

const uFuzzyEngine: Engine = {
  name: 'uFuzzy',
  build({ pack, records }) {
    // One line per text: over all names of a card in one line its expressions take seconds.
    const lines = listDocuments(pack, records).flatMap((document) =>
      [document.title, ...document.names, document.text].map((text) => ({ document, text })),
    );
    const texts = uFuzzy.latinize(lines.map(({ text }) => text));
    const fuzzy = new uFuzzy({ unicode: true, intraMode: 1, interSplit: "[^\\p{L}\\d']+" });
    return (query) => {
      const [indexes, info, order] = fuzzy.search(texts, query, 1, 1e5);
      const ordered = order && info ? order.map((at) => info.idx[at] ?? 0) : (indexes ?? []);
      const found = ordered.flatMap((index) => lines[index]?.document ?? []);
      return [...new Set(found)].slice(0, limit);
    };
  },
};

const ownEngine: Engine = {
  name: 'Fact Cards',
  build(source) {
    const search = createSearch([source]);
    return (query) => search(query, { limit, mentionedCardIds: new Set() });
  },
};

/** Every engine compared, ours first. */
export const engines: readonly Engine[] = [
  ownEngine,
  createFuseEngine('Fuse.js, token search', true),
  createFuseEngine('Fuse.js, default', false),
  createMiniSearchEngine('MiniSearch', (term) => term.toLowerCase()),
  createMiniSearchEngine('MiniSearch, romanised', romanise),
  uFuzzyEngine,
];
