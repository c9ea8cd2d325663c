import { useEffect, useState } from 'preact/hooks';
import type { Options } from '@/core/options';
import type { ListedFact } from '@/core/reading-list';
import { getOptions, watchOptions } from '@/platform/options-store';
import { getReadingList, watchReadingList } from '@/platform/reading-list';

type ReaderState = { readonly options: Options; readonly list: readonly ListedFact[] };

/** Follow the reader's options and list while a card is open; null until they are known. */
export function useReaderState(): ReaderState | null {
  const [state, setState] = useState<ReaderState | null>(null);
  useEffect(() => {
    const following = new AbortController();
    const { signal } = following;
    const load = async (): Promise<void> => {
      try {
        const [options, list] = await Promise.all([getOptions(), getReadingList()]);
        if (!signal.aborted) setState({ options, list });
      } catch {
        // The extension was reloaded while the page stayed open: the card does without its list.
      }
    };
    void load();
    watchOptions((options) => setState((old) => old && { ...old, options }), signal);
    watchReadingList((list) => setState((old) => old && { ...old, list }), signal);
    return () => following.abort();
  }, []);
  return state;
}
