import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type * as optionsStore from '@/platform/options-store';
import type * as packImport from '@/platform/pack-import';
import { readPackFile } from '@/platform/pack-reading';
import type * as packsStore from '@/platform/packs-store';
import type * as siteAccess from '@/platform/site-access';
import { makePack, makePackFile } from '../support/pack-file';

type Stores = typeof optionsStore & typeof packsStore & typeof packImport & typeof siteAccess;

/** `FAULT_RUNS=1000 npx vitest run tests/trust` is the full run; the default suits every commit. */
const runs = Number(process.env['FAULT_RUNS'] ?? 60);
const storage = fakeBrowser.storage.local;
const originalSet = storage.set.bind(storage);
const originalRemove = storage.remove.bind(storage);
const cards = ['p/a', 'p/b', 'p/c'] as const;
const packIds = ['one', 'two'] as const;
const importing = { read: readPackFile, bundledIds: [] };

/** Longer than any write to the fake store takes. */
const killAfterMs = 40;

/** What the reader does, and what goes wrong meanwhile. */
const step = fc.oneof(
  fc.record({ type: fc.constant('mute' as const), card: fc.constantFrom(...cards) }),
  fc.record({ type: fc.constant('unmute' as const), card: fc.constantFrom(...cards) }),
  fc.record({ type: fc.constant('quiet' as const), isQuiet: fc.boolean() }),
  fc.record({
    type: fc.constant('import' as const),
    id: fc.constantFrom(...packIds),
    version: fc.constantFrom('1', '2', '3'),
  }),
  fc.record({ type: fc.constant('remove' as const), id: fc.constantFrom(...packIds) }),
  // Any key of the store may turn to rubbish.
  fc.record({
    type: fc.constant('corrupt' as const),
    at: fc.nat(100),
    value: fc.constantFrom(7, '\u0000', { junk: true }),
  }),
  fc.record({ type: fc.constant('reload' as const) }),
  // Another version of the extension compiled all packs.
  fc.record({ type: fc.constant('update' as const) }),
  fc.record({ type: fc.constant('withdraw' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
/** The write, counted from the step's first, at which the store fails; null when it works. */
const fault = fc.option(
  fc.record({ write: fc.integer({ min: 1, max: 4 }), kind: fc.constantFrom('quota', 'kill') }),
);

/** What the reader may count on: the choices that were confirmed, but for what was damaged since. */
type Model = {
  muted: string[];
  isQuiet: boolean;
  readonly versions: Map<string, string>;
  readonly damaged: Set<string>;
};

/** Load the stores anew, as after a reload of the extension: nothing but the storage survives. */
async function loadStores(): Promise<Stores> {
  vi.resetModules();
  return {
    ...(await import('@/platform/options-store')),
    ...(await import('@/platform/packs-store')),
    ...(await import('@/platform/pack-import')),
    ...(await import('@/platform/site-access')),
  };
}

function makeFileText(id: string, version: string): string {
  return JSON.stringify(makePackFile({ pack: makePack({ id, version }) }));
}

/** Do one step; true when the store confirmed it, 'killed' when the worker died in the middle. */
async function perform(stores: Stores, wanted: Step): Promise<boolean> {
  switch (wanted.type) {
    case 'mute':
      return (
        await stores.updateOptions(({ mutedCards }) => ({
          mutedCards: [...mutedCards.filter((card) => card !== wanted.card), wanted.card],
        }))
      ).ok;
    case 'unmute':
      return (
        await stores.updateOptions(({ mutedCards }) => ({
          mutedCards: mutedCards.filter((card) => card !== wanted.card),
        }))
      ).ok;
    case 'quiet':
      return (await stores.updateOptions({ isQuiet: wanted.isQuiet })).ok;
    case 'import':
      return (await stores.importPack(makeFileText(wanted.id, wanted.version), importing)).ok;
    case 'remove':
      return (await stores.removePack(wanted.id)).ok;
    case 'reload':
    case 'update':
    case 'corrupt':
      return (await stores.repairOptions()).ok && (await stores.repairPacks(readPackFile)).ok;
    case 'withdraw':
      await stores.removeAllSites();
      return true;
  }
}

function apply(model: Model, done: Step): void {
  if (done.type === 'mute') {
    model.muted = [...model.muted.filter((card) => card !== done.card), done.card];
  }
  if (done.type === 'unmute') model.muted = model.muted.filter((card) => card !== done.card);
  if (done.type === 'quiet') model.isQuiet = done.isQuiet;
  if (done.type === 'import') model.versions.set(done.id, done.version);
  if (done.type === 'remove') model.versions.delete(done.id);
  if (done.type === 'import' || done.type === 'remove') model.damaged.delete(done.id);
}

/** Spoil one key of the store; `model` loses what lay there and nothing else. */
async function corrupt(
  model: Model,
  { at, value }: Extract<Step, { type: 'corrupt' }>,
): Promise<void> {
  const stored: Record<string, unknown> = await storage.get();
  const keys = Object.keys(stored).toSorted();
  const key = keys[at % Math.max(keys.length, 1)];
  if (key === undefined) return;
  await storage.set({ [key]: value });
  if (key === 'option.mutedCards') model.muted = [];
  if (key === 'option.isQuiet') model.isQuiet = false;
  if (key === 'packs') await expectRebuilt(model, stored);
  const [, id, slot] = /^pack\.(\w+)\.([ab])\./.exec(key) ?? [];
  const index = stored['packs'];
  if (id === undefined || !Array.isArray(index)) return;
  const isInUse = index.some((entry) => entry.id === id && entry.slot === slot);
  if (isInUse) model.damaged.add(id);
}

/** Have all packs compiled by another version; with the files that are whole, this one mends them. */
async function outdate(model: Model): Promise<void> {
  const stored: Record<string, unknown> = await storage.get();
  const { packs } = stored;
  if (!Array.isArray(packs)) return;
  await storage.set({ packs: packs.map((entry) => ({ ...entry, compiledBy: '0.0.9' })) });
  for (const { id, slot } of packs) {
    const file = makeFileText(id, model.versions.get(id) ?? '');
    if (stored[`pack.${id}.${slot}.file`] === file) model.damaged.delete(id);
  }
}

/**
 * Where the list of packs is spoilt, every whole file in the store counts: also that of an import or
 * a removal that was cut off, of which nobody can tell any more which of the two states was wanted.
 */
async function expectRebuilt(model: Model, stored: Record<string, unknown>): Promise<void> {
  const stores = await loadStores();
  await stores.repairPacks(readPackFile);
  const { packs } = await stores.loadImportedPacks();
  const found = new Map(packs.map(({ pack }) => [pack.id, pack.version]));
  const files = new Set(Object.values(stored));
  const wanted = packIds.filter(
    (id) => model.versions.has(id) && files.has(makeFileText(id, model.versions.get(id) ?? '')),
  );
  const isRebuilt =
    wanted.every((id) => found.has(id)) &&
    [...found].every(([id, version]) => files.has(makeFileText(id, version)));
  if (!isRebuilt) return;
  model.versions.clear();
  model.damaged.clear();
  for (const [id, version] of found) model.versions.set(id, version);
}

function copyModel(model: Model): Model {
  return { ...model, versions: new Map(model.versions), damaged: new Set(model.damaged) };
}

async function readState(stores: Stores): Promise<unknown> {
  const { mutedCards, isQuiet } = await stores.getOptions();
  const { packs, damagedIds } = await stores.loadImportedPacks();
  return {
    muted: mutedCards,
    isQuiet,
    versions: Object.fromEntries(packs.map(({ pack }) => [pack.id, pack.version]).toSorted()),
    damagedIds: damagedIds.toSorted(),
  };
}

function describeModel({ muted, isQuiet, versions, damaged }: Model): unknown {
  const whole = [...versions].filter(([id]) => !damaged.has(id));
  const listed = Object.fromEntries(whole.toSorted());
  return { muted, isQuiet, versions: listed, damagedIds: [...damaged].toSorted() };
}

/** Break the store at one write: refuse it, or never return from it, as when the worker is killed. */
function breakStore(broken: { readonly write: number; readonly kind: string } | null) {
  let writes = 0;
  const interrupt =
    <Arguments extends unknown[]>(write: (...values: Arguments) => Promise<void>) =>
    async (...values: Arguments): Promise<void> => {
      writes += 1;
      if (broken === null || writes < broken.write) return write(...values);
      if (broken.kind === 'kill') return new Promise<void>(() => {});
      if (writes === broken.write) throw new Error('QUOTA_BYTES quota exceeded');
      return write(...values);
    };
  vi.spyOn(storage, 'set').mockImplementation(interrupt(originalSet));
  vi.spyOn(storage, 'remove').mockImplementation(interrupt(originalRemove));
}

/** Run steps with faults on an empty store; tell the first loss, null when there is none. */
async function findLoss(
  steps: readonly (readonly [Step, { readonly write: number; readonly kind: string } | null])[],
): Promise<string | null> {
  fakeBrowser.reset();
  let model: Model = { muted: [], isQuiet: false, versions: new Map(), damaged: new Set() };
  let stores = await loadStores();
  for (const [wanted, broken] of steps) {
    if (wanted.type === 'corrupt') await corrupt(model, wanted);
    if (wanted.type === 'update') await outdate(model);
    if (wanted.type === 'reload' || wanted.type === 'update') stores = await loadStores();
    const after = copyModel(model);
    apply(after, wanted);
    breakStore(wanted.type === 'corrupt' ? null : broken);
    const outcome = await Promise.race([
      perform(stores, wanted),
      new Promise<'killed'>((resolve) => setTimeout(() => resolve('killed'), killAfterMs)),
    ]);
    vi.restoreAllMocks();
    if (outcome === 'killed') stores = await loadStores();
    // The next start tries again.
    if (wanted.type === 'update') await stores.repairPacks(readPackFile);
    const state = JSON.stringify(await readState(stores));
    // Cut off or refused: as before or as wanted, never something in between.
    const allowed = outcome === true ? [after] : [model, after];
    if (!allowed.some((expected) => JSON.stringify(describeModel(expected)) === state)) {
      return `${JSON.stringify(wanted)} was ${outcome}; the store then held ${state}`;
    }
    if (state === JSON.stringify(describeModel(after))) model = after;
  }
  return null;
}

beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  Object.assign(fakeBrowser.permissions, {
    getAll: async () => ({ origins: ['<all_urls>'] }),
    remove: async () => true,
  });
});

describe('options and packs under faults', () => {
  it('lose nothing that was confirmed', async () => {
    const losses: string[] = [];
    const sequence = fc.array(fc.tuple(step, fault), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(sequence, async (steps) => {
        const loss = await findLoss(steps);
        if (loss !== null) losses.push(loss);
        return loss === null;
      }),
      { numRuns: runs },
    );
    expect(losses).toEqual([]);
  }, 600_000);
});
