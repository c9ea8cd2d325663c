import type * as searchCore from '@/core/search';
import type { SearchRecords } from '@/core/search/search-records';
import { createLibrary, type Library, type LibraryPack, type LibrarySearch } from './library';
import { loadImportedPacks, watchImportedPacks, type LoadedPack } from './packs-store';
import { createQueue } from './queue';

type Sources = {
  readonly bundled: readonly LibraryPack[];
  /** Load the search records of the bundled packs, in the same order. */
  readonly loadRecords: () => Promise<readonly SearchRecords[]>;
  /** BCP 47 tag of the reader's language. */
  readonly language: string;
  readonly signal: AbortSignal;
};

/** Counts changes of the packs; what was shown of the packs before is void. */
type Watched = { readonly library: Library; readonly edition: number };

/**
 * Call back with bundled and imported packs now and after every change of them, and once more when
 * they can be searched. Search is fetched from the start, but made after the first call: the first
 * paint needs nothing of it.
 */
export function watchLibrary(
  { bundled, loadRecords, language, signal }: Sources,
  callback: (watched: Watched) => void,
): void {
  const runInTurn = createQueue();
  let imported: readonly LoadedPack[] = [];
  let createFind: ((imported: readonly LoadedPack[]) => LibrarySearch) | null = null;
  let edition = 0;

  const tell = (): void => {
    if (signal.aborted) return;
    const packs = [...bundled, ...imported];
    const search = createFind?.(imported) ?? null;
    callback({ library: createLibrary({ packs, search, language }), edition });
  };
  const update = async (): Promise<void> => {
    imported = await loadImported();
    edition += 1;
    tell();
  };
  const fetched = Promise.all([import('@/core/search'), loadRecords()]);
  const addSearch = async (): Promise<void> => {
    const [core, records] = await fetched;
    createFind = (others) =>
      createLibrarySearch(core, [...joinRecords(bundled, records), ...others]);
    tell();
  };

  void runInTurn(update);
  watchImportedPacks(() => void runInTurn(update), signal);
  void runInTurn(addSearch);
}

async function loadImported(): Promise<readonly LoadedPack[]> {
  try {
    return (await loadImportedPacks()).packs;
  } catch {
    // The store cannot be read just now; what comes with the extension works all the same.
    return [];
  }
}

function joinRecords(packs: readonly LibraryPack[], records: readonly SearchRecords[]) {
  return packs.flatMap(({ pack }, index) => {
    const own = records[index];
    return own === undefined ? [] : [{ pack, records: own }];
  });
}

function createLibrarySearch(
  { createSearch, confidentScore }: typeof searchCore,
  sources: Parameters<typeof searchCore.createSearch>[0],
): LibrarySearch {
  return { find: createSearch(sources), confidentScore };
}
