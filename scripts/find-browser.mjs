// Plain JavaScript: scripts/setup.mjs runs it before any dependency is installed.
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** @type {Readonly<Record<BrowserName, string>>} */
export const pathVariables = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

/** @type {Readonly<Record<BrowserName, readonly string[]>>} */
const commands = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'],
};

/** @type {Readonly<Record<BrowserName, readonly string[]>>} */
const macPaths = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: [
    'Firefox.app/Contents/MacOS/firefox',
    'Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
};

/** @type {Readonly<Record<BrowserName, readonly string[]>>} */
const windowsPaths = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {BrowserName} name
 * @returns {string[]}
 */
function listCandidates(name) {
  if (process.platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((folder) => macPaths[name].map((path) => join(folder, path)));
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((variable) => process.env[variable])
      .filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => windowsPaths[name].map((path) => join(folder, path)));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return commands[name].flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * Find the executable of a browser: the one its variable names (CHROMIUM_PATH, FIREFOX_PATH), else
 * the first one installed in a usual place; null when there is none.
 *
 * @param {BrowserName} name
 * @returns {string | null}
 */
export function findBrowser(name) {
  const named = process.env[pathVariables[name]];
  if (named) return isExecutable(named) ? named : null;
  return listCandidates(name).find(isExecutable) ?? null;
}
