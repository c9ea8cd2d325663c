import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { compileSearch } from '@/core/search/compile-search';
import type { Library } from '@/platform/library';
import { changePack, removePack } from '@/platform/packs-store';
import { watchLibrary } from '@/platform/watch-library';
import { importText } from '../support/import-pack';
import { makeAliasSet, makeCard, makeFact, makePack, makePackFile } from '../support/pack-file';

const card = makeCard({
  id: 'harbour',
  title: 'Harbour Council',
  summary: 'Runs the harbour.',
  summaryFactIds: [],
  factIds: [],
});
const pack = makePack({ id: 'bundled', cards: [card], facts: [] });
const { citations } = makePackFile();
const records = compileSearch({ pack, aliases: makeAliasSet({ groups: [] }), synonyms: [] });

type Watching = { library: Library | null; edition: number; stop: () => void };

/** Watch a library whose search loads when `loadSearch` is called. */
function watch(): Watching & { loadSearch: () => void } {
  const stopping = new AbortController();
  const wait: { end?: () => void } = {};
  const given = new Promise<void>((resolve) => {
    wait.end = resolve;
  });
  const watching = {
    library: null as Library | null,
    edition: 0,
    stop: () => stopping.abort(),
    loadSearch: () => wait.end?.(),
  };
  watchLibrary(
    {
      bundled: [{ pack, citations }],
      loadRecords: async () => {
        await given;
        return [records];
      },
      language: 'en',
      signal: stopping.signal,
    },
    (changed) => Object.assign(watching, changed),
  );
  return watching;
}

function findPackIds({ library }: Watching, query: string): readonly string[] | undefined {
  return library?.search(query, [])?.cards.map((found) => found.pack.id);
}

function listPackIds({ library }: Watching): readonly string[] | undefined {
  return library?.packs.map((each) => each.pack.id);
}

beforeEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  fakeBrowser.reset();
});

describe('watchLibrary', () => {
  it('lists packs before it can search them', async () => {
    await importText(JSON.stringify(makePackFile()));
    const watching = watch();
    await vi.waitFor(() => expect(listPackIds(watching)).toEqual(['bundled', 'example']));
    expect(watching.library?.search('assembly', [])).toBeNull();
    watching.loadSearch();
    await vi.waitFor(() => expect(findPackIds(watching, 'general assembly')).toEqual(['example']));
    expect(findPackIds(watching, 'harbour')).toEqual(['bundled']);
    expect(watching.edition).toBe(1);
  });

  it('knows the synonyms of an imported pack', async () => {
    await importText(JSON.stringify(makePackFile({ synonyms: [['assembly', 'plenum']] })));
    const watching = watch();
    watching.loadSearch();
    await vi.waitFor(() => expect(findPackIds(watching, 'plenum')).toEqual(['example']));
  });

  it('follows packs as they come, are turned off and go', async () => {
    const watching = watch();
    watching.loadSearch();
    await vi.waitFor(() => expect(findPackIds(watching, 'harbour')).toEqual(['bundled']));
    await importText(JSON.stringify(makePackFile()));
    await vi.waitFor(() => expect(findPackIds(watching, 'general assembly')).toEqual(['example']));
    await changePack('example', { isEnabled: false });
    await vi.waitFor(() => expect(listPackIds(watching)).toEqual(['bundled']));
    await changePack('example', { isEnabled: true });
    await vi.waitFor(() => expect(listPackIds(watching)).toEqual(['bundled', 'example']));
    await removePack('example');
    await vi.waitFor(() => expect(findPackIds(watching, 'general assembly')).toEqual([]));
  });

  it('lists mentions of an imported pack under its cards', async () => {
    await importText(JSON.stringify(makePackFile()));
    const watching = watch();
    await vi.waitFor(() => expect(listPackIds(watching)).toHaveLength(2));
    const mention = { id: '1', packId: 'example', cardId: 'assembly', text: 'it', heading: null };
    const listed = watching.library?.listMentioned([mention]) ?? [];
    expect(listed.map(({ pack: { source } }) => source.title)).toEqual(['Assembly meets']);
  });

  it('cites an imported pack in the styles of its file, and links to the sentence', async () => {
    await importText(JSON.stringify(makePackFile()));
    const watching = watch();
    await vi.waitFor(() => expect(listPackIds(watching)).toHaveLength(2));
    const imported = watching.library?.packs[1]?.pack ?? pack;
    const reading = watching.library?.forReading;
    expect(['quote', 'apa', 'mla'].map((style) => reading?.canCite(imported, style))).toEqual([
      true,
      true,
      false,
    ]);
    expect(reading?.getQuoteUrl(imported, makeFact())).toBe(
      'https://news.example/assembly#:~:text=The%20assembly,2021',
    );
  });

  it('makes do with bundled packs while the store cannot be read', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('broken'));
    const watching = watch();
    await vi.waitFor(() => expect(listPackIds(watching)).toEqual(['bundled']));
  });

  it('says nothing more once it is stopped', async () => {
    const watching = watch();
    await vi.waitFor(() => expect(watching.edition).toBe(1));
    watching.stop();
    await importText(JSON.stringify(makePackFile()));
    watching.loadSearch();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(listPackIds(watching)).toEqual(['bundled']);
  });
});
