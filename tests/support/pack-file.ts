import type { AliasSet } from '@/core/alias';
import type { Card, Fact, Pack } from '@/core/pack';
import type { PackFile } from '@/core/pack-schema';

const sourceText = 'The assembly met on 3 May 2021. Ada Example chaired the assembly. 😀 ended it.';

/** Make a fact of `makePack`'s source; `change` says what the case is about. */
export function makeFact(change: Partial<Fact> = {}): Fact {
  return {
    id: 'met',
    kind: 'event',
    statement: 'The assembly met on 3 May 2021.',
    quote: { start: 0, end: 31 },
    context: [],
    attribution: { type: 'source', label: 'Example News, 4 May 2021', cardIds: ['assembly'] },
    asOf: '2021-05-04',
    staleness: 'historical',
    cardIds: ['assembly'],
    ...change,
  };
}

/** Make a card of `makePack`; `change` says what the case is about. */
export function makeCard(change: Partial<Card> = {}): Card {
  return {
    id: 'assembly',
    title: 'General Assembly',
    type: 'body',
    summary: 'Assembly that met on 3 May 2021.',
    summaryFactIds: ['met'],
    factIds: ['met'],
    ...change,
  };
}

/** Make a small pack of one card and one fact; `change` says what the case is about. */
export function makePack(change: Partial<Pack> = {}): Pack {
  return {
    schemaVersion: 1,
    id: 'example',
    title: 'Example',
    version: '1.0.0',
    language: 'en',
    source: {
      id: 'assembly',
      title: 'Assembly meets',
      issuers: 'Example News',
      url: 'https://news.example/assembly',
      issued: '2021-05-04',
      dateline: [],
      language: 'en',
      text: sourceText,
      rights: 'Example News',
      csl: { id: 'example-news', type: 'webpage', title: 'Assembly meets' },
    },
    cards: [makeCard()],
    facts: [makeFact()],
    ...change,
  };
}

/** Make a set of one alias; `change` says what the case is about. */
export function makeAliasSet(change: Partial<AliasSet> = {}): AliasSet {
  return {
    groups: [
      {
        cardId: 'assembly',
        language: 'en',
        caseRule: 'name',
        certainty: 'unique',
        cues: [],
        counterCues: [],
        needsQuotes: false,
        onlyInLanguage: false,
        forms: ['General Assembly'],
      },
    ],
    series: [],
    cueGroups: [],
    ...change,
  };
}

/** Make the file `makePack` travels in; `change` says what the case is about. */
export function makePackFile(change: Partial<PackFile> = {}): PackFile {
  return {
    format: 'fact-cards-pack',
    schemaVersion: 1,
    pack: makePack(),
    aliases: makeAliasSet(),
    synonyms: [['assembly', 'meeting']],
    citations: {
      schemaVersion: 1,
      styles: {
        apa: {
          entry: [{ emphasis: 'italic', parts: ['Assembly meets'] }, '. ', { accessed: 0 }],
          cite: ['(Example News, 2021)'],
          citeForm: 'intext',
        },
      },
      dateForms: [
        { template: '{day} {month} {year}', months: Array(12).fill('May'), days: 'numeric' },
      ],
      textDirectives: { met: 'text=The%20assembly,2021' },
    },
    ...change,
  };
}
