import { render } from 'preact';
import { DeskPage } from '@/components/DeskPage';
import citations from '@/data/compiled/belarus-ilo-2025/citations.json';
import pack from '@/data/compiled/belarus-ilo-2025/pack.json';
import { watchDeskAndPacks } from '@/platform/desk-and-packs';
import { toDeskProps } from '@/platform/desk-props';
import { toLibraryPack, toSearchRecords } from '@/platform/library';
import { takeLookup, watchLookups } from '@/platform/lookup';
import { loadTranslate } from '@/platform/translate';

const translate = await loadTranslate();
document.documentElement.lang = translate.language;
document.documentElement.dir = translate.direction;
const { signal } = new AbortController();
let lookup: { readonly query: string; readonly count: number } | null = null;

const { look, showAgain } = watchDeskAndPacks(
  {
    followsTabs: true,
    bundled: [toLibraryPack({ pack, citations })],
    loadRecords: async () => [
      toSearchRecords((await import('@/data/compiled/belarus-ilo-2025/search.json')).default),
    ],
    language: translate.language,
    signal,
  },
  ({ desk, library, edition }) => {
    if (lookup === null) return;
    const props = toDeskProps(desk, library, { translate, look, close: () => {} });
    render(
      <DeskPage
        key={`${lookup.count} ${edition}`}
        translate={translate}
        finder={{ ...props.finder, initialQuery: lookup.query, mentionList: props.mentionList }}
        siteControls={props.siteControls}
        readingList={props.readingList}
      />,
      document.body,
    );
  },
);
const lookUp = (query: string): void => {
  lookup = { query, count: (lookup?.count ?? 0) + 1 };
  showAgain();
};
lookUp((await takeLookup()) ?? '');
watchLookups(lookUp, signal);
