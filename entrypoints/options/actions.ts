import type { Options } from '@/core/options';
import type { Translate } from '@/core/translate';
import {
  clearSetAside,
  listSetAside,
  restoreSetAside,
  updateOptions,
} from '@/platform/options-store';
import { importPack } from '@/platform/pack-import';
import { readPackInWorker } from '@/platform/pack-worker';
import type { ImportedPack } from '@/platform/packs-index';
import { changePack, exportPack, removePack } from '@/platform/packs-store';
import { removeSite, requestSites } from '@/platform/site-access';
import type { WriteResult } from '@/platform/storage-write';
import type { OfferUndo } from './undo';

type Dependencies = {
  readonly translate: Translate;
  readonly offerUndo: OfferUndo;
  /** Hear how each change went and show the page as it now is. */
  readonly onChanged: (result: WriteResult) => void;
};

/** Create what the buttons of the options page do; what takes something away can be taken back. */
export function createActions({ translate, offerUndo, onChanged }: Dependencies) {
  const changeOptions = async (patch: Parameters<typeof updateOptions>[0]) => {
    const result = await updateOptions(patch);
    onChanged(result);
    return result.ok;
  };

  /** Take an entry out of a list of the options; undo adds it again. */
  const removeEntry = async <Key extends 'sitesOff' | 'mutedCards' | 'rejectedMentions'>(
    key: Key,
    entry: Options[Key][number],
    text: string,
  ) => {
    const isOther = (other: unknown) => JSON.stringify(other) !== JSON.stringify(entry);
    const isSaved = await changeOptions((options) => ({ [key]: options[key].filter(isOther) }));
    const putBack = () =>
      changeOptions((options) => ({ [key]: [...options[key].filter(isOther), entry] }));
    if (isSaved) offerUndo({ text, undo: () => void putBack() });
  };

  return {
    changeOptions,
    removeEntry,

    async removeSite(site: string) {
      await removeSite(site);
      offerUndo({
        text: translate('doneRemoved', { name: site }),
        undo: () => void requestSites([site]),
      });
    },

    async removePack(pack: ImportedPack, bundledIds: readonly string[]) {
      const file = await exportPack(pack.id);
      const result = await removePack(pack.id);
      onChanged(result);
      if (!result.ok || file === null) return;
      const putBack = async () => {
        await importPack(file, { read: readPackInWorker, bundledIds });
        const { isEnabled, isQuiet } = pack;
        onChanged(await changePack(pack.id, { isEnabled, isQuiet }));
      };
      offerUndo({
        text: translate('doneRemoved', { name: pack.title }),
        undo: () => void putBack(),
      });
    },

    async clearSetAside() {
      const before = await listSetAside();
      onChanged(await clearSetAside());
      const putBack = async () => onChanged(await restoreSetAside(before));
      offerUndo({ text: translate('doneCleared'), undo: () => void putBack() });
    },

    async savePackFile(id: string) {
      const file = await exportPack(id);
      if (file === null) return;
      const url = URL.createObjectURL(new Blob([file], { type: 'application/json' }));
      const link = document.createElement('a');
      link.href = url;
      link.download = `${id}.json`;
      link.click();
      URL.revokeObjectURL(url);
    },
  };
}
