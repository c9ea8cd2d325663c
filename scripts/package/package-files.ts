import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { writeZip, type ZipEntry } from './zip';

/** Folder of the built extension under `root`, and how its package is called. */
export const targets = [
  { browser: 'chrome', folder: '.output/chrome-mv3', packageName: 'fact-cards-chromium.zip' },
  { browser: 'firefox', folder: '.output/firefox-mv3', packageName: 'fact-cards-firefox.zip' },
] as const;

/** Zip a folder with all that lies under it. */
export function zipFolder(folder: string): Buffer {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return writeZip(names.map((name) => readEntry(folder, name)));
}

/** Zip what is under version control in `root`: all that is needed to build the packages. */
export function zipSources(root: string): Buffer {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  const names = listed.split('\0').filter((name) => name !== '');
  return writeZip(names.map((name) => readEntry(root, name)));
}

/** Compile packs and build the extension for every browser, in `root`. */
export function build(root: string): void {
  const run = (...command: string[]) =>
    execFileSync('npx', command, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  run('wxt', 'prepare');
  run('tsx', 'scripts/compile.ts');
  for (const { browser } of targets) run('wxt', 'build', '-b', browser);
}

/** Get the SHA-256 of some bytes, in hexadecimal digits. */
export function getHash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readEntry(folder: string, name: string): ZipEntry {
  return { name: name.split(sep).join('/'), content: readFileSync(join(folder, name)) };
}
