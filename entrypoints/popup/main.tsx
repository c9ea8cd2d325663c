import { render } from 'preact';
import { DeskPage } from '@/components/DeskPage';
import citations from '@/data/compiled/belarus-ilo-2025/citations.json';
import pack from '@/data/compiled/belarus-ilo-2025/pack.json';
import { watchDeskAndPacks } from '@/platform/desk-and-packs';
import { toDeskProps } from '@/platform/desk-props';
import { toLibraryPack, toSearchRecords } from '@/platform/library';
import { takeLookup } from '@/platform/lookup';
import { loadTranslate } from '@/platform/translate';

const translate = await loadTranslate();
document.documentElement.lang = translate.language;
document.documentElement.dir = translate.direction;
const { signal } = new AbortController();
let initialQuery: string | null = null;
let hasLooked = false;

const { look, showAgain } = watchDeskAndPacks(
  {
    followsTabs: false,
    bundled: [toLibraryPack({ pack, citations })],
    loadRecords: async () => [
      toSearchRecords((await import('@/data/compiled/belarus-ilo-2025/search.json')).default),
    ],
    language: translate.language,
    signal,
  },
  ({ desk, library, edition }) => {
    // Opening the popup is the click that lets us look at the page.
    if (desk.status === 'unread' && !hasLooked) {
      hasLooked = true;
      void look();
    }
    if (initialQuery === null) return;
    const props = toDeskProps(desk, library, { translate, look, close: () => window.close() });
    render(
      <DeskPage
        key={edition}
        translate={translate}
        finder={{ ...props.finder, initialQuery }}
        siteControls={props.siteControls}
        readingList={props.readingList}
      />,
      document.body,
    );
  },
);
initialQuery = (await takeLookup()) ?? '';
showAgain();
