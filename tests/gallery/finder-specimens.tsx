import type { JSX } from 'preact';
import { Finder, type FinderProps } from '@/components/Finder';
import type { ListedMention } from '@/components/MentionList';
import { SiteControls } from '@/components/SiteControls';
import { listCitationStyles } from '@/core/citation/citation-styles';
import { listMentionedCards, toFindings, type Findings } from '@/core/found-cards';
import { confidentScore, createSearch } from '@/core/search';
import type { SearchRecords } from '@/core/search/search-records';
import records from '@/data/compiled/belarus-ilo-2025/search.json';
import { getCard, ignore, pack } from './pack';
import type { Specimen } from './specimen';

const search = createSearch([{ pack, records: records as unknown as SearchRecords }]);

/** A page that mentions these cards under these headings, in this order. */
const mentions: readonly ListedMention[] = [
  ['Labour conference turns to Belarus', 'ilo', 'ILO'],
  ['Labour conference turns to Belarus', 'special-session-2025-06-07', 'special session'],
  ['Labour conference turns to Belarus', 'fidh', 'International Federation for Human Rights'],
  ['Labour conference turns to Belarus', 'article-33', 'Article 33'],
  ['In prison and in exile', 'bkdp', 'BKDP'],
  ['In prison and in exile', 'aliaksandr-yarashuk', 'Yarashuk'],
  ['In prison and in exile', 'salidarnast', 'Salidarnast'],
  ['In prison and in exile', 'ilo', 'the ILO'],
].map(([heading = '', cardId = '', text = ''], index) => ({
  id: String(index),
  packId: pack.id,
  cardId: getCard(cardId).id,
  heading,
  text,
}));

function find(query: string): Findings {
  const mentionedCardIds = new Set(mentions.map(({ cardId }) => cardId));
  const results = search(query, { limit: 24, mentionedCardIds });
  return toFindings(results, { packs: [pack], mentions, confidentScore });
}

function showFinder(about: Partial<FinderProps> = {}): JSX.Element {
  return (
    <Finder
      today="2026-11-23"
      citationStyles={listCitationStyles()}
      controls={['mute', 'page-off', 'site-off', 'pause']}
      initialQuery=""
      search={find}
      examples={['Yarashuk', 'Article 33', 'June 2023']}
      pageStatus="mentions"
      mentioned={listMentionedCards(mentions, [pack])}
      getListing={() => null}
      getQuoteUrl={() => pack.source.url}
      onCopy={async () => ({ ok: true })}
      onControl={async () => ignore}
      onReveal={() => Promise.resolve(false)}
      onRead={ignore}
      onClose={ignore}
      footer={
        <SiteControls
          site="news.example"
          isSiteOff={false}
          onSiteOff={ignore}
          isPageOff={about.pageStatus === undefined ? false : null}
          onPageOff={ignore}
          onAllowSite={about.pageStatus === undefined ? null : ignore}
          isQuiet={false}
          onQuiet={ignore}
          density="first-per-section"
          onDensity={ignore}
          pausedUntil={about.pageStatus === 'paused' ? Date.UTC(2026, 10, 23, 16, 30) : null}
          onPause={ignore}
          onResume={ignore}
          onOptions={ignore}
        />
      }
      {...about}
    />
  );
}

export const finderSpecimens: readonly Specimen[] = [
  { name: 'popup', isPanel: true, element: showFinder() },
  {
    name: 'popup-search',
    isPanel: true,
    element: showFinder({ initialQuery: 'yaroschuk prison' }),
  },
  { name: 'popup-date', isPanel: true, element: showFinder({ initialQuery: 'June 2023' }) },
  { name: 'popup-nothing', isPanel: true, element: showFinder({ initialQuery: 'ჰჰჰ' }) },
  {
    name: 'popup-unread',
    isPanel: true,
    element: showFinder({ pageStatus: 'unread', mentioned: [] }),
  },
  {
    name: 'popup-paused',
    isPanel: true,
    element: showFinder({ pageStatus: 'paused', mentioned: [] }),
  },
  {
    name: 'popup-card',
    isPanel: true,
    element: showFinder({ initialQuery: 'Article 33' }),
    pressed: ['Enter'],
  },
  {
    name: 'side-panel',
    isPanel: true,
    element: showFinder({ mentionList: { mentions, currentId: '4', onReveal: ignore } }),
  },
];
