// Builds the packages twice from the sources zip and compares them.
//   npm run reproduce                 with the dependencies installed here
//   npm run reproduce -- --install    with dependencies installed anew in each folder (npm ci)
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, getHash, targets, zipFolder, zipSources } from './package/package-files';

const root = join(import.meta.dirname, '..');

/** Unpack the sources into a folder of their own, build there, and hash the packages. */
function rebuild(sources: Buffer, folderName: string): readonly string[] {
  const parent = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  const folder = join(parent, folderName);
  try {
    mkdirSync(folder);
    writeFileSync(join(parent, 'sources.zip'), sources);
    execFileSync('unzip', ['-q', join(parent, 'sources.zip'), '-d', folder]);
    if (process.argv.includes('--install')) install(folder);
    else symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    build(folder);
    return targets.map((target) => getHash(zipFolder(join(folder, target.folder))));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** Install what the lock file says, running none of its scripts, as reviewers of the stores do. */
function install(folder: string): void {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const sources = zipSources(root);
console.log(`${getHash(sources)}  sources`);
const first = rebuild(sources, 'one');
const second = rebuild(sources, 'another place');
targets.forEach(({ packageName }, index) => {
  const isSame = first[index] === second[index];
  console.log(`${first[index]}  ${packageName}  ${isSame ? 'same twice' : 'DIFFERS'}`);
  if (!isSame) process.exitCode = 1;
});
