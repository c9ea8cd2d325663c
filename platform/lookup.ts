import { browser } from 'wxt/browser';

/** Lies in the session store, which the browser keeps in memory only. */
const lookupKey = 'lookup';
const maxLength = 500;

/** Hand a text over to the popup or side panel that is about to open. Nothing reaches the disk. */
export async function handOverLookup(query: string): Promise<void> {
  await browser.storage.session.set({ [lookupKey]: query.trim().slice(0, maxLength) });
}

/** Take the text that was handed over, once; null when there is none. */
export async function takeLookup(): Promise<string | null> {
  const query: unknown = (await browser.storage.session.get(lookupKey))[lookupKey];
  if (typeof query !== 'string' || query === '') return null;
  await browser.storage.session.remove(lookupKey);
  return query;
}

/** Call back with each text handed over while the caller is open. */
export function watchLookups(callback: (query: string) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onChanged = async (changes: Readonly<Record<string, unknown>>) => {
    if (!Object.hasOwn(changes, lookupKey)) return;
    const query = await takeLookup();
    if (query !== null && !signal.aborted) callback(query);
  };
  browser.storage.session.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () =>
    browser.storage.session.onChanged.removeListener(onChanged),
  );
}
