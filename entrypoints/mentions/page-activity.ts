import { isPaused, type Options } from '@/core/options';
import { getOptions, watchOptions } from '@/platform/options-store';
import type { PageReading } from './reading';

/** Decides whether this page is read at all, by the reader's options. */
export type PageActivity = {
  readonly isPageOff: () => boolean;
  readonly setPageOff: (isOff: boolean) => void;
  /** Forget everything and read again. */
  readonly restart: () => void;
  /** Read the options anew: a page that rested in the browser's cache heard of no change. */
  readonly reload: () => Promise<void>;
};

/**
 * Read the page whenever it is to be read, from `whenReady` on until `signal` aborts; null when it
 * never is. From `whenLoaded` on, it can be looked at while it still loads.
 */
export async function followOptions(
  page: PageReading,
  {
    whenLoaded,
    whenReady,
    signal,
  }: {
    readonly whenLoaded: Promise<unknown>;
    readonly whenReady: Promise<boolean>;
    readonly signal: AbortSignal;
  },
): Promise<PageActivity | null> {
  let newest: Options | null = null;
  watchOptions((changed) => {
    newest = changed;
    if (isReady) apply(changed);
  }, signal);
  let isReady = false;
  const [stored] = await Promise.all([getOptions(), whenLoaded]);
  const first = newest ?? stored;
  if (isToBeRead(first)) page.lookAhead(first, signal);
  const isReadable = await whenReady;
  if (signal.aborted || !isReadable) return null;
  isReady = true;
  let options = newest ?? stored;
  let isPageOff = false;
  let reading: AbortController | null = null;
  let resume: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    reading?.abort();
    reading = null;
  }

  function apply(newOptions: Options): void {
    if (newOptions.marksCode !== options.marksCode) stop();
    options = newOptions;
    clearTimeout(resume);
    if (isPaused(options, Date.now()) && options.pausedUntil !== null)
      resume = setTimeout(() => apply(options), options.pausedUntil - Date.now());
    if (isPageOff || !isToBeRead(options)) {
      stop();
    } else if (reading) {
      page.setOptions(options);
    } else {
      reading = new AbortController();
      page.start(options, reading.signal);
    }
  }

  signal.addEventListener('abort', () => {
    clearTimeout(resume);
    stop();
  });
  apply(options);
  return {
    isPageOff: () => isPageOff,
    setPageOff(isOff) {
      isPageOff = isOff;
      apply(options);
    },
    restart() {
      stop();
      apply(options);
    },
    async reload() {
      apply(await getOptions());
    },
  };
}

function isToBeRead(options: Options): boolean {
  return !isPaused(options, Date.now()) && !options.sitesOff.includes(location.origin);
}
