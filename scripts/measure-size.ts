// Hold the shipped files to their budgets: what every page must load, and what the popup must load.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

type Budget = {
  readonly title: string;
  readonly limitKb: number;
  /** Files of the build, relative to its folder. */
  listFiles(folder: string): readonly string[];
};

const root = join(import.meta.dirname, '..');
const builds = ['chrome-mv3', 'firefox-mv3'];

const budgets: readonly Budget[] = [
  { title: 'page script', limitKb: 50, listFiles: () => ['mentions.js'] },
  { title: 'finder script with its pack', limitKb: 55, listFiles: () => ['finder.js'] },
  { title: 'card script with its pack', limitKb: 50, listFiles: () => ['card.js'] },
  {
    title: 'popup without packs',
    limitKb: 45,
    listFiles: (folder) => listLoadedFiles(folder, 'popup.html'),
  },
];

/** List a page of the build and every script and stylesheet it loads, packs excepted. */
function listLoadedFiles(folder: string, page: string): string[] {
  const files = new Set<string>([page]);
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const names = [...text.matchAll(/["']\.{0,2}\/?((?:chunks|assets)\/[\w.-]+\.(?:js|css))["']/g)];
    const siblings = [...text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)];
    for (const [, name = ''] of names) files.add(name);
    for (const [, name = ''] of siblings) files.add(`chunks/${name}`);
  }
  return [...files].filter((file) => !/(?:^|\/)(?:pack|detection|citations|search)-/.test(file));
}

let isOver = false;
for (const build of builds) {
  const folder = join(root, '.output', build);
  for (const { title, limitKb, listFiles } of budgets) {
    const bytes = listFiles(folder)
      .map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0);
    const kb = bytes / 1000;
    const isWithin = kb <= limitKb;
    isOver ||= !isWithin;
    console.log(
      `${isWithin ? '✔' : '✘'} ${build}: ${title} ${kb.toFixed(1)} kB gzip of ${limitKb} kB`,
    );
  }
}
// Every file must stay below what the add-on store's linter reads.
for (const build of builds) {
  for (const file of readdirSync(join(root, '.output', build), { recursive: true })) {
    const path = join(root, '.output', build, String(file));
    if (/\.(?:js|json)$/.test(path) && readFileSync(path).length > 5_000_000) {
      isOver = true;
      console.log(`✘ ${build}: ${String(file)} is larger than 5 MB`);
    }
  }
}
process.exitCode = isOver ? 1 : 0;
