// One small step before `npm start` and `npm test`, so that both work in a fresh clone: dependencies
// from the lock file, and a browser. Plain Node, since nothing is installed yet.
//   node scripts/setup.mjs            Chromium or Firefox will do
//   node scripts/setup.mjs --both     both are needed
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, pathVariables } from './find-browser.mjs';

/** @typedef {import('./find-browser.mjs').BrowserName} BrowserName */

const root = join(import.meta.dirname, '..');
const isWindows = process.platform === 'win32';

/**
 * How each package manager installs a browser; the first one present is used.
 *
 * @type {readonly { command: string, prepare: string[] | null, install: string[], packages: Record<BrowserName, readonly string[]> }[]}
 */
const packageManagers = [
  {
    command: 'apt-get',
    prepare: ['update', '-qq'],
    install: ['install', '-y', '-qq', '--no-install-recommends'],
    packages: { chromium: ['chromium', 'chromium-browser'], firefox: ['firefox-esr', 'firefox'] },
  },
  {
    command: 'dnf',
    prepare: null,
    install: ['install', '-y', '-q'],
    packages: { chromium: ['chromium'], firefox: ['firefox'] },
  },
  {
    command: 'pacman',
    prepare: null,
    install: ['-Sy', '--noconfirm', '--quiet'],
    packages: { chromium: ['chromium'], firefox: ['firefox'] },
  },
  {
    command: 'apk',
    prepare: null,
    install: ['add', '--quiet'],
    packages: { chromium: ['chromium'], firefox: ['firefox-esr', 'firefox'] },
  },
];

/**
 * Run a command and report whether it succeeded; a command that does not exist fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {'inherit' | 'ignore'} output
 */
function run(command, args, output = 'inherit') {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', output, output],
    // npm is a .cmd file there, which only a shell can start.
    shell: isWindows,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** @param {string} path */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Tell whether node_modules holds exactly the versions of the lock file. */
function hasDependencies() {
  const wanted = readLock('package-lock.json');
  const installed = readLock('node_modules/.package-lock.json');
  if (wanted === null) throw new Error('package-lock.json is missing or broken');
  return (
    installed !== null &&
    Object.entries(wanted).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' || optional || devOptional || installed[path]?.version === version,
    )
  );
}

function ensureDependencies() {
  if (hasDependencies()) return;
  console.log('Installing the dependencies named in package-lock.json …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!run('npm', args)) throw new Error('`npm ci` failed: see its message above.');
}

/** Write what tsconfig.json extends: without it no script finds its `@/` imports. */
function ensureTypes() {
  if (existsSync(join(root, '.wxt/tsconfig.json'))) return;
  if (!run('npx', ['wxt', 'prepare'], 'ignore')) throw new Error('`npx wxt prepare` failed.');
}

/**
 * @param {BrowserName} name
 * @returns {boolean} whether the browser is there now
 */
function installBrowser(name) {
  const manager = packageManagers.find(({ command }) => run(command, ['--version'], 'ignore'));
  if (manager === undefined) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !run('sudo', ['-n', 'true'], 'ignore')) return false;
  /** @param {readonly string[]} args */
  const runAsRoot = (args) =>
    isRoot
      ? run(manager.command, args, 'ignore')
      : run('sudo', ['-n', manager.command, ...args], 'ignore');
  console.log(`Installing ${name} with ${manager.command} …`);
  if (manager.prepare !== null) runAsRoot(manager.prepare);
  return manager.packages[name].some(
    (packageName) => runAsRoot([...manager.install, packageName]) && findBrowser(name) !== null,
  );
}

/** @param {readonly BrowserName[]} names */
function ensureBrowsers(names) {
  const missing = names.filter((name) => findBrowser(name) === null && !installBrowser(name));
  if (missing.length === 0) return;
  const variables = missing.map((name) => pathVariables[name]).join(' and ');
  throw new Error(
    `Please install ${missing.join(' and ')}, or set ${variables} to the executable, and run this again.`,
  );
}

try {
  ensureDependencies();
  ensureTypes();
  if (process.argv.includes('--both')) ensureBrowsers(['chromium', 'firefox']);
  else if (findBrowser('firefox') === null) ensureBrowsers(['chromium']);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
