import { render } from 'preact';
import { DeskPage } from '@/components/DeskPage';
import citations from '@/data/compiled/belarus-ilo-2025/citations.json';
import pack from '@/data/compiled/belarus-ilo-2025/pack.json';
import { watchDesk, type Desk } from '@/platform/desk';
import { toDeskProps } from '@/platform/desk-props';
import { toLibraryPack, toSearchRecords, type Library } from '@/platform/library';
import { takeLookup } from '@/platform/lookup';
import { createBrowserTranslate } from '@/platform/translate';
import { watchLibrary } from '@/platform/watch-library';

const translate = createBrowserTranslate();
document.documentElement.lang = translate.language;
document.documentElement.dir = translate.direction;
const { signal } = new AbortController();
const initialQuery = (await takeLookup()) ?? '';
let hasLooked = false;
let shown: Desk | null = null;
let packs: { readonly library: Library; readonly edition: number } | null = null;

const desk = watchDesk({ followsTabs: false, signal }, (state) => {
  // Opening the popup is the click that lets us look at the page.
  if (state.status === 'unread' && !hasLooked) {
    hasLooked = true;
    void desk.look();
  }
  shown = state;
  show();
});
watchLibrary(
  {
    bundled: [toLibraryPack({ pack, citations })],
    loadRecords: async () => [
      toSearchRecords((await import('@/data/compiled/belarus-ilo-2025/search.json')).default),
    ],
    language: translate.language,
    signal,
  },
  (watched) => {
    packs = watched;
    show();
  },
);

function show(): void {
  if (shown === null || packs === null) return;
  const props = toDeskProps(shown, packs.library, {
    translate,
    look: desk.look,
    close: () => window.close(),
  });
  render(
    <DeskPage
      key={packs.edition}
      translate={translate}
      finder={{ ...props.finder, initialQuery }}
      siteControls={props.siteControls}
      readingList={props.readingList}
    />,
    document.body,
  );
}
