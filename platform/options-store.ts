import { browser } from 'wxt/browser';
import {
  isDefaultOption,
  optionKeys,
  readOptions,
  type OptionKey,
  type Options,
  type UnusableOption,
} from '@/core/options';
import { createQueue } from './queue';
import { removeLocal, writeLocal, type WriteResult } from './storage-write';

/** Each option has a key of its own, so that damage to one, or a write to one, touches no other. */
const keyPrefix = 'option.';
const setAsideKey = 'setAside';
/**
 * Written by the first version whose options this one could not read; until then it is absent.
 * A higher number means that the extension was downgraded: what looks damaged may only be new.
 */
const versionKey = 'optionsVersion';
const currentVersion = 1;
const maxSetAside = 50;

const storageKeys: readonly string[] = optionKeys.map(toStorageKey);
const runInTurn = createQueue();

/** Get the reader's options; a value that cannot be used counts as not chosen. */
export async function getOptions(): Promise<Options> {
  return (await read()).options;
}

/**
 * Change options and keep the rest. A function is given the options as they are when its turn
 * comes. When the write fails, all is as before and the result says why.
 */
export function updateOptions(
  patch: Partial<Options> | ((options: Options) => Partial<Options>),
): Promise<WriteResult> {
  return runInTurn(async () => {
    const { options, unusable } = await read();
    const changes = typeof patch === 'function' ? patch(options) : patch;
    const keys = optionKeys.filter((key) => changes[key] !== undefined);
    const overwritten = unusable.filter(({ key }) => keys.some((changed) => changed === key));
    return write({ ...options, ...changes }, keys, overwritten);
  });
}

/** Call back with all options after each change made in any context. */
export function watchOptions(callback: (options: Options) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const onChanged = async (changes: Readonly<Record<string, unknown>>) => {
    if (!storageKeys.some((key) => Object.hasOwn(changes, key))) return;
    try {
      // Reads again, for changes may come faster than they are handled.
      const options = await getOptions();
      if (!signal.aborted) callback(options);
    } catch {
      // The extension was reloaded while the page stayed open: its storage is out of reach.
    }
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    // In a page that outlived the extension the API is gone, and the listener with it.
    if (browser.runtime?.id) browser.storage.local.onChanged.removeListener(onChanged);
  });
}

/**
 * Move values that cannot be used out of the way, where the reader can see them, and keep what is
 * usable of each. Changes nothing when all is well or when a newer version wrote the options.
 */
export function repairOptions(): Promise<WriteResult> {
  return runInTurn(async () => {
    const version: unknown = (await browser.storage.local.get(versionKey))[versionKey];
    const { options, unusable } = await read();
    const isNewer = typeof version === 'number' && version > currentVersion;
    if (unusable.length === 0 || isNewer) return { ok: true };
    const damaged = optionKeys.filter((key) => unusable.some((value) => value.key === key));
    return write(options, damaged, unusable);
  });
}

/** List values that were found unusable, oldest first. */
export async function listSetAside(): Promise<readonly UnusableOption[]> {
  const stored: unknown = (await browser.storage.local.get(setAsideKey))[setAsideKey];
  if (!Array.isArray(stored)) return [];
  return stored.filter(
    (entry): entry is UnusableOption =>
      typeof entry === 'object' && entry !== null && typeof entry.key === 'string',
  );
}

/** Forget the values that were set aside. */
export function clearSetAside(): Promise<WriteResult> {
  return runInTurn(() => removeLocal([setAsideKey]));
}

/** Take back `clearSetAside`. */
export function restoreSetAside(values: readonly UnusableOption[]): Promise<WriteResult> {
  return runInTurn(() => writeLocal({ [setAsideKey]: values }));
}

/** Store the given keys of `options`, setting aside in the same step what they overwrite. */
async function write(
  options: Options,
  keys: readonly OptionKey[],
  overwritten: readonly UnusableOption[],
): Promise<WriteResult> {
  const items: Record<string, unknown> = {};
  for (const key of keys) {
    if (!isDefaultOption(key, options[key])) items[toStorageKey(key)] = options[key];
  }
  if (overwritten.length > 0) {
    items[setAsideKey] = [...(await listSetAside()), ...overwritten].slice(-maxSetAside);
  }
  const written = await writeLocal(items);
  if (!written.ok) return written;
  return removeLocal(keys.map(toStorageKey).filter((key) => !Object.hasOwn(items, key)));
}

async function read(): Promise<ReturnType<typeof readOptions>> {
  const stored = await browser.storage.local.get([...storageKeys]);
  return readOptions(
    Object.fromEntries(
      Object.entries(stored).map(([key, value]) => [key.slice(keyPrefix.length), value]),
    ),
  );
}

function toStorageKey(optionKey: string): string {
  return keyPrefix + optionKey;
}
