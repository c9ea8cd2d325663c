// Load every HTML file of a folder with the extension on, in both browsers, and report per page what
// it found, what it cost, and whether the page is what it was. Exit code 1 on any difference or error.
//   npm run pages -- DIR [--json FILE] [--browser chromium|firefox]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { browserNames } from '@/tests/support/browser/launch';
import { readFolder } from './pages/read-folder';
import { printResults } from './pages/print-results';
import { type BrowserResult, runInBrowser } from './pages/run';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, browser: { type: 'string' } },
});
const [folder] = positionals;
const names = browserNames.filter(
  (name) => values.browser === undefined || name === values.browser,
);
const pages = folder === undefined ? [] : readFolder(folder);
if (pages.length === 0 || names.length === 0) {
  console.error('Usage: npm run pages -- DIR [--json FILE] [--browser chromium|firefox]');
  process.exit(1);
}

const results: BrowserResult[] = [];
for (const name of names) results.push(await runInBrowser(name, pages));
printResults(results);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 1)}\n`);
process.exitCode = results.every(({ pages: all }) =>
  all.every(({ problems }) => problems.length === 0),
)
  ? 0
  : 1;
