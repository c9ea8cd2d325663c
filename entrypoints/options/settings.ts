import { browser } from 'wxt/browser';
import type { Options, UnusableOption } from '@/core/options';
import type { Pack } from '@/core/pack';
import type { SiteAccess } from '@/core/site-access';
import { getOptions, listSetAside, watchOptions } from '@/platform/options-store';
import type { ImportedPack } from '@/platform/packs-index';
import { listImportedPacks, loadImportedPacks, watchImportedPacks } from '@/platform/packs-store';
import { getSiteAccess, watchSiteAccess } from '@/platform/site-access';

/** All that the page shows, as it is now. */
export type Settings = {
  readonly options: Options;
  readonly access: SiteAccess;
  readonly importedPacks: readonly ImportedPack[];
  /** Ids of imported packs that are damaged and not used. */
  readonly damagedIds: readonly string[];
  /** Enabled imported packs, to name their cards by. */
  readonly packs: readonly Pack[];
  readonly setAside: readonly UnusableOption[];
  readonly shortcuts: readonly Shortcut[];
};

/** `name` as in the manifest; `keys` is '' when the reader or another extension took them away. */
export type Shortcut = { readonly name: string; readonly keys: string };

/** Read all settings. */
export async function readSettings(): Promise<Settings> {
  const [options, access, importedPacks, loaded, setAside, shortcuts] = await Promise.all([
    getOptions(),
    getSiteAccess(),
    listImportedPacks(),
    loadImportedPacks(),
    listSetAside(),
    listShortcuts(),
  ]);
  const packs = loaded.packs.map(({ pack }) => pack);
  const { damagedIds } = loaded;
  return { options, access, importedPacks, damagedIds, packs, setAside, shortcuts };
}

/** Call back after every change of the settings, made here or anywhere else. */
export function watchSettings(callback: () => void, signal: AbortSignal): void {
  watchOptions(callback, signal);
  watchSiteAccess(callback, signal);
  watchImportedPacks(callback, signal);
}

async function listShortcuts(): Promise<readonly Shortcut[]> {
  // Firefox for Android has no keyboard commands.
  const { commands } = browser as Partial<typeof browser>;
  const listed = (await commands?.getAll()) ?? [];
  return listed.map(({ name, shortcut }) => ({ name: name ?? '', keys: shortcut ?? '' }));
}
