import { render } from 'preact';
import { TranslateProvider } from '@/components/translation';
import { toCardKey } from '@/core/options';
import type { Pack } from '@/core/pack';
import bundledPack from '@/data/compiled/belarus-ilo-2025/pack.json';
import { importPackFile, type ImportResult, repairPacks } from '@/platform/pack-import';
import { readPackInWorker } from '@/platform/pack-worker';
import { changePack } from '@/platform/packs-store';
import { createQueue } from '@/platform/queue';
import { removeAllSites, requestEverywhere, requestSites } from '@/platform/site-access';
import { parseSite } from '@/platform/site-pattern';
import type { WriteResult } from '@/platform/storage-write';
import { loadTranslate } from '@/platform/translate';
import { wipeEverything } from '@/platform/wipe';
import { createActions } from './actions';
import { OptionsPage } from './OptionsPage';
import { readSettings, watchSettings } from './settings';
import type { Undo } from './undo';

const root = document.getElementById('root');
if (root === null) throw new Error('The options page has no root element');

const bundled = [bundledPack as unknown as Pack];
const bundledIds = bundled.map(({ id }) => id);
const translate = await loadTranslate();
document.documentElement.lang = translate.language;
document.documentElement.dir = translate.direction;
document.title = translate('settingsTitle');

await repairPacks(readPackInWorker);
let settings = await readSettings();
let undo: Undo | null = null;
let problem: Extract<WriteResult, { ok: false }>['reason'] | null = null;
let lastImport: ImportResult | { readonly fileName: string } | null = null;
const runInTurn = createQueue();

const actions = createActions({
  translate,
  offerUndo(offered) {
    undo = {
      text: offered.text,
      undo() {
        undo = null;
        offered.undo();
        draw(root);
      },
    };
    draw(root);
  },
  onChanged(result) {
    problem = result.ok ? null : result.reason;
    void refresh();
  },
});
watchSettings(refresh, new AbortController().signal);
draw(root);

async function refresh(): Promise<void> {
  settings = await readSettings();
  if (root !== null) draw(root);
}

async function importFile(file: File): Promise<void> {
  lastImport = { fileName: file.name };
  if (root !== null) draw(root);
  lastImport = await importPackFile(file, { read: readPackInWorker, bundledIds });
  await refresh();
}

function nameCard(key: string): string {
  for (const pack of [...bundled, ...settings.packs]) {
    const card = pack.cards.find(({ id }) => toCardKey(pack.id, id) === key);
    if (card !== undefined) return card.title;
  }
  return key;
}

function draw(parent: Element): void {
  const { options, access } = settings;
  render(
    <TranslateProvider value={translate}>
      <OptionsPage
        marks={{ options, onChange: (patch) => void actions.changeOptions(patch) }}
        sites={{
          access,
          sitesOff: options.sitesOff,
          onClickOnly: () => void removeAllSites(),
          onEverywhere: () => void requestEverywhere(),
          onSite(text) {
            const site = parseSite(text);
            if (site !== null) void requestSites([site]);
            return site !== null;
          },
          onRemoveSite: (site) => void actions.removeSite(site),
          onTurnOn: (origin) =>
            void actions.removeEntry(
              'sitesOff',
              origin,
              translate('doneTurnedOn', { name: origin }),
            ),
        }}
        terms={{
          options,
          nameCard,
          onUnmute: (card) =>
            void actions.removeEntry(
              'mutedCards',
              card,
              translate('doneMarkAgain', { name: nameCard(card) }),
            ),
          onAccept: (rejected) =>
            void actions.removeEntry(
              'rejectedMentions',
              rejected,
              translate('doneMarkAgain', { name: rejected.text }),
            ),
        }}
        packs={{
          bundled,
          imported: settings.importedPacks,
          damagedIds: settings.damagedIds,
          lastImport,
          onImport: (file) => void runInTurn(() => importFile(file)),
          onChange: (id, change) => void changePack(id, change),
          onExport: (id) => void actions.savePackFile(id),
          onRemove: (pack) => void actions.removePack(pack, bundledIds),
        }}
        shortcuts={settings.shortcuts}
        setAside={settings.setAside}
        onClearSetAside={() => void actions.clearSetAside()}
        onWipe={wipeEverything}
        undo={undo}
        problem={problem}
      />
    </TranslateProvider>,
    parent,
  );
}
