import { render } from 'preact';
import { DeskPage } from '@/components/DeskPage';
import citations from '@/data/compiled/belarus-ilo-2025/citations.json';
import pack from '@/data/compiled/belarus-ilo-2025/pack.json';
import { watchDesk, type Desk } from '@/platform/desk';
import { toDeskProps } from '@/platform/desk-props';
import { toLibraryPack, toSearchRecords, type Library } from '@/platform/library';
import { takeLookup, watchLookups } from '@/platform/lookup';
import { createBrowserTranslate } from '@/platform/translate';
import { watchLibrary } from '@/platform/watch-library';

const translate = createBrowserTranslate();
document.documentElement.lang = translate.language;
document.documentElement.dir = translate.direction;
const { signal } = new AbortController();
let lookup = { query: (await takeLookup()) ?? '', count: 0 };
let shown: Desk | null = null;
let packs: { readonly library: Library; readonly edition: number } | null = null;

const desk = watchDesk({ followsTabs: true, signal }, (state) => {
  shown = state;
  show();
});
watchLookups((query) => {
  lookup = { query, count: lookup.count + 1 };
  show();
}, signal);
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
  const props = toDeskProps(shown, packs.library, { translate, look: desk.look, close: () => {} });
  render(
    <DeskPage
      key={`${lookup.count} ${packs.edition}`}
      translate={translate}
      finder={{ ...props.finder, initialQuery: lookup.query, mentionList: props.mentionList }}
      siteControls={props.siteControls}
      readingList={props.readingList}
    />,
    document.body,
  );
}
