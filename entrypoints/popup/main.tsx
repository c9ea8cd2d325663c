import { render } from 'preact';
import { DeskPage } from '@/components/DeskPage';
import citations from '@/data/compiled/belarus-ilo-2025/citations.json';
import pack from '@/data/compiled/belarus-ilo-2025/pack.json';
import records from '@/data/compiled/belarus-ilo-2025/search.json';
import { watchDesk } from '@/platform/desk';
import { toDeskProps } from '@/platform/desk-props';
import { createLibrary, toLibraryPack } from '@/platform/library';
import { takeLookup } from '@/platform/lookup';
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
const initialQuery = (await takeLookup()) ?? '';
let hasLooked = false;

const desk = watchDesk({ followsTabs: false, signal: new AbortController().signal }, (state) => {
  // Opening the popup is the click that lets us look at the page.
  if (state.status === 'unread' && !hasLooked) {
    hasLooked = true;
    void desk.look();
  }
  const props = toDeskProps(state, library, {
    translate,
    look: desk.look,
    close: () => window.close(),
  });
  render(
    <DeskPage
      translate={translate}
      finder={{ ...props.finder, initialQuery }}
      siteControls={props.siteControls}
      readingList={props.readingList}
    />,
    document.body,
  );
});
requestIdleCallback(library.warmUp);
