import { browser } from 'wxt/browser';
import { type ListedFact, readReadingList } from '@/core/reading-list';
import { createQueue } from './queue';
import { type WriteResult, writeLocal } from './storage-write';

/** Only on this device, and gone with "Wipe everything". */
const key = 'readingList';
const runInTurn = createQueue();

/** Get the reader's list, in the reader's order; empty when there is none. */
export async function getReadingList(): Promise<ListedFact[]> {
  return readReadingList((await browser.storage.local.get(key))[key]);
}

/** Change the list as it is when its turn comes. When the write fails, all is as before. */
export function updateReadingList(
  change: (list: readonly ListedFact[]) => readonly ListedFact[],
): Promise<WriteResult> {
  return runInTurn(async () => writeLocal({ [key]: change(await getReadingList()) }));
}

/** Call back with the list after each change made in any context. */
export function watchReadingList(
  callback: (list: readonly ListedFact[]) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const onChanged = (changes: Readonly<Record<string, { readonly newValue?: unknown }>>): void => {
    const change = changes[key];
    if (change !== undefined) callback(readReadingList(change.newValue));
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    // In a page that outlived the extension the API is gone, and the listener with it.
    if (browser.runtime?.id) browser.storage.local.onChanged.removeListener(onChanged);
  });
}

/** Tell whether this is a private window. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext;
}
