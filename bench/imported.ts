// Measure what imported packs cost the pages of a reader, and the import itself, in Chromium:
//   npm run bench:imported            without any, and with 1,000 and 100,000 aliases
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAliasSet, makePackFile } from '@/tests/support/pack-file';
import { addMentions, generatePage } from './generated-pages';
import { median } from './statistics';
import { growAliases } from './terms';
import { startVisitor, type Visitor } from './visits';

const aliasCounts = [0, 1000, 100_000];
const visits = 5;
const formsPerGroup = 1000;

function writePack(folder: string, count: number): string {
  const grown = growAliases(makeAliasSet(), count);
  const groups = grown.groups.flatMap((group) =>
    Array.from({ length: Math.ceil(group.forms.length / formsPerGroup) }, (_, index) => ({
      ...group,
      forms: group.forms.slice(index * formsPerGroup, (index + 1) * formsPerGroup),
    })),
  );
  const path = join(folder, 'pack.json');
  writeFileSync(path, JSON.stringify(makePackFile({ aliases: { ...grown, groups } })));
  return path;
}

type Import = {
  readonly ms: number;
  /** The longest the settings page did not answer meanwhile. */
  readonly busyMs: number;
};

async function importPack({ openOptions }: Visitor, path: string): Promise<Import> {
  const options = await openOptions();
  await options.evaluate(watchPauses);
  const input = await options.waitForSelector('input[type=file]');
  const start = performance.now();
  await (input as Awaited<ReturnType<typeof options.$<'input'>>>)?.uploadFile(path);
  await options.waitForSelector('button ::-p-text(Remove)', { timeout: 120_000 });
  const ms = performance.now() - start;
  const busyMs = await options.evaluate(() => Number(document.documentElement.dataset['busy']));
  await options.close();
  return { ms, busyMs };
}

/** Note the longest time between two tasks of a page in `data-busy` of its root. */
function watchPauses(): void {
  const { dataset } = document.documentElement;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    dataset['busy'] = String(Math.max(Number(dataset['busy'] ?? 0), now - last));
    last = now;
  }, 1);
}

async function measure(count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-imported-'));
  const visitor = await startVisitor({ hasExtension: true });
  try {
    const imported = count === 0 ? null : await importPack(visitor, writePack(folder, count));
    const seen = [];
    for (let index = 0; index < visits; index += 1) {
      const options = { characters: 30_000 + index, names: ['the ILO'], nameRate: 0.003 };
      const page = addMentions(generatePage({ name: `news ${index}`, ...options }));
      seen.push(await visitor.visit(page));
    }
    const firstMarks = median(seen.map(({ firstMarksMs }) => firstMarksMs ?? Number.NaN));
    const longest = Math.max(...seen.flatMap(({ trace }) => trace.scriptTaskMs));
    const heap = median(seen.map(({ heapMB }) => heapMB));
    const ofImport = [imported?.ms, imported?.busyMs].map((ms) => ms?.toFixed(0) ?? '');
    const ofPages = [firstMarks.toFixed(0), longest.toFixed(1), heap.toFixed(2)];
    return `| ${[count, ...ofImport, ...ofPages].join(' | ')} |`;
  } finally {
    await visitor.close();
    rmSync(folder, { recursive: true });
  }
}

console.log(
  '| aliases | import, ms | settings busy, ms | first marks, ms | longest task, ms | heap, MB |',
);
console.log('|---|---|---|---|---|---|');
for (const count of aliasCounts) console.log(await measure(count));
