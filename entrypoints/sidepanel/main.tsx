import { render } from 'preact';
import { DeskPage } from '@/components/DeskPage';
import citations from '@/data/compiled/belarus-ilo-2025/citations.json';
import pack from '@/data/compiled/belarus-ilo-2025/pack.json';
import records from '@/data/compiled/belarus-ilo-2025/search.json';
import { watchDesk, type Desk } from '@/platform/desk';
import { toDeskProps } from '@/platform/desk-props';
import { createLibrary, toLibraryPack } from '@/platform/library';
import { takeLookup, watchLookups } from '@/platform/lookup';
import { loadImportedPacks } from '@/platform/packs-store';
import { createBrowserTranslate } from '@/platform/translate';

const translate = createBrowserTranslate();
document.documentElement.lang = translate.language;
document.documentElement.dir = translate.direction;
const { packs: imported } = await loadImportedPacks();
const library = createLibrary(
  [toLibraryPack({ pack, citations, records }), ...imported],
  translate.language,
);
const { signal } = new AbortController();
let lookup = { query: (await takeLookup()) ?? '', count: 0 };
let shown: Desk | null = null;

const desk = watchDesk({ followsTabs: true, signal }, (state) => {
  shown = state;
  show(state);
});
watchLookups((query) => {
  lookup = { query, count: lookup.count + 1 };
  if (shown !== null) show(shown);
}, signal);

function show(state: Desk): void {
  const props = toDeskProps(state, library, { translate, look: desk.look, close: () => {} });
  render(
    <DeskPage
      key={lookup.count}
      translate={translate}
      finder={{ ...props.finder, initialQuery: lookup.query, mentionList: props.mentionList }}
      siteControls={props.siteControls}
      readingList={props.readingList}
    />,
    document.body,
  );
}
