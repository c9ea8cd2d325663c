import { render } from 'preact';
import { TranslateProvider } from '@/components/translation';
import type { PackCitations } from '@/core/citation/pack-citations';
import type { Pack } from '@/core/pack';
import type { SearchRecords } from '@/core/search/search-records';
import citations from '@/data/compiled/belarus-ilo-2025/citations.json';
import pack from '@/data/compiled/belarus-ilo-2025/pack.json';
import records from '@/data/compiled/belarus-ilo-2025/search.json';
import { applyControl } from '@/platform/controls';
import { watchDesk, type Desk } from '@/platform/desk';
import { createLibrary, type LibraryPack } from '@/platform/library';
import { takeLookup } from '@/platform/lookup';
import { revealMention } from '@/platform/page-requests';
import { createBrowserTranslate } from '@/platform/translate';
import { PopupPage } from './PopupPage';

const translate = createBrowserTranslate();
document.documentElement.lang = translate.language;
document.documentElement.dir = translate.direction;

const bundled = { pack, citations, records } as unknown as {
  pack: Pack;
  citations: PackCitations;
  records: SearchRecords;
} satisfies LibraryPack;
const library = createLibrary([bundled], translate.language);

/** The popup may be opened in a tab of its own, which then says whose page it is about. */
const tabParameter = new URLSearchParams(location.search).get('tab');
const { signal } = new AbortController();
const lookup = await takeLookup();
let hasLooked = false;

const desk = watchDesk(
  { tabId: tabParameter === null ? null : Number(tabParameter), followsTabs: false, signal },
  (state) => {
    // Opening the popup is the click that lets us look at the page.
    if (state.status === 'unread' && !hasLooked) {
      hasLooked = true;
      void desk.look();
    }
    show(state);
  },
);
requestIdleCallback(library.warmUp);

function show(state: Desk): void {
  const { page } = state;
  const mentions = page?.report?.mentions ?? [];
  render(
    <TranslateProvider value={translate}>
      <PopupPage
        desk={state}
        finder={{
          ...library,
          initialQuery: lookup ?? '',
          controls: ['mute', 'page-off', 'site-off', 'pause'],
          pageStatus: state.status,
          mentioned: library.listMentioned(mentions),
          search: (query) => library.search(query, mentions),
          onRead: () => void desk.look(),
          async onReveal({ pack: { id: packId }, card }) {
            const first = mentions.find(
              (mention) => mention.packId === packId && mention.cardId === card.id,
            );
            if (page !== null && first !== undefined) await revealMention(page.tabId, first.id);
            window.close();
          },
          onControl: (found, control) =>
            control === 'reject'
              ? Promise.resolve(null)
              : applyControl(control, {
                  packId: found.pack.id,
                  cardId: found.card.id,
                  tabId: page?.tabId ?? null,
                  origin: page?.origin ?? null,
                }),
          onClose: () => window.close(),
        }}
      />
    </TranslateProvider>,
    document.body,
  );
}
