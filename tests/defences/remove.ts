// Removes each defence in a copy of the project and expects the tests of its pages to fail.
//   npm run test:defences                     all rounds of both suites, in both browsers
//   npm run test:defences -- hostile 1 4      these rounds of one suite
//   BROWSER=firefox npm run test:defences     in one browser
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserName, browserNames } from '@/tests/support/browser/launch';
import { applyEdits, type Defence } from './defence';
import { type DefendedTest, type Suite, suites } from './suites';

const root = join(import.meta.dirname, '../..');
const browsers = browserNames.filter((name) => (process.env['BROWSER'] ?? name) === name);

/** What never comes is not waited for as long as elsewhere, in milliseconds. */
const patienceMs = 15_000;

type Report = {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

function copyProject(folder: string): void {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root });
  for (const file of listed.toString().trim().split('\n'))
    cpSync(join(root, file), join(folder, file));
  for (const made of ['data/compiled', '.wxt'])
    cpSync(join(root, made), join(folder, made), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

function removeDefences(folder: string, defences: readonly Defence[]): void {
  const edits = defences.flatMap((defence) => defence.edits);
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const path = join(folder, file);
    writeFileSync(path, applyEdits(readFileSync(path, 'utf8'), { file, edits }));
  }
}

function run(folder: string, values: readonly string[]): void {
  const env = { ...process.env, PATIENCE_MS: String(patienceMs) };
  const { status, stderr, stdout } = spawnSync('npx', values, { cwd: folder, env });
  const mayFail = values[0] === 'vitest';
  if (status !== 0 && !mayFail) throw new Error(`${values.join(' ')}: ${stderr}${stdout}`);
}

/** Run `tests` and give the full names of those that failed; throws when one did not run at all. */
function listFailures(
  folder: string,
  { file, tests }: { readonly file: string; readonly tests: readonly DefendedTest[] },
): readonly string[] {
  const report = join(folder, 'report.json');
  const titles = tests.map(({ title }) => title.replaceAll(/[^\p{L}\p{N} ]/gu, '.'));
  run(folder, [
    'vitest',
    'run',
    '--config=tests/browser/vitest.config.ts',
    file,
    '--retry=0',
    `--testNamePattern=(${titles.join('|')})$`,
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  for (const { title } of tests)
    if (!results.some(({ fullName }) => fullName.endsWith(title)))
      throw new Error(`${file} has no test “${title}”`);
  return results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
}

/** A browser that gets by without the defence, or cannot run the page, has nothing to show. */
function isExpectedRed(
  browser: BrowserName,
  { test, defence }: { readonly test: DefendedTest; readonly defence: Defence | undefined },
): boolean {
  return [test.only, defence?.only].every((only) => only === undefined || only === browser);
}

/** Try one round; gives the number of tests that stay green though their defence is gone. */
function tryRound({ name, file, defences, tests }: Suite, round: number): number {
  const removed = Object.values(defences).filter((defence) => defence.round === round);
  // A round with a defence of the browser's own puts a fault into every page.
  const isFault = removed.some(({ edits }) => edits.length === 0);
  const concerned = isFault
    ? tests
    : tests.filter(({ defence }) => defences[defence]?.round === round);
  const folder = mkdtempSync(join(tmpdir(), 'defences-'));
  try {
    copyProject(folder);
    removeDefences(folder, removed);
    for (const browser of browsers)
      run(folder, ['wxt', 'build', '-b', browser === 'chromium' ? 'chrome' : browser]);
    const failures = listFailures(folder, { file, tests: concerned });
    let greens = 0;
    for (const test of concerned) {
      const defence = isFault ? undefined : defences[test.defence];
      const outcomes = browsers.map((browser) => {
        if (failures.some((full) => full.includes(`(${browser})`) && full.endsWith(test.title)))
          return `${browser} red`;
        if (!isExpectedRed(browser, { test, defence })) return `${browser} –`;
        if (defence?.heldBy !== undefined) return `${browser} green by ${defence.heldBy}`;
        greens += 1;
        return `${browser} GREEN`;
      });
      console.log([name, round, test.defence, test.title, ...outcomes].join(' | '));
    }
    return greens;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
const wantedRounds = wanted.map(Number).filter((number) => !Number.isNaN(number));
let greens = 0;
for (const suite of suites) {
  if (suites.some(({ name }) => wanted.includes(name)) && !wanted.includes(suite.name)) continue;
  const rounds = new Set(Object.values(suite.defences).map(({ round }) => round));
  for (const round of [...rounds].toSorted((one, other) => one - other))
    if (wantedRounds.length === 0 || wantedRounds.includes(round)) greens += tryRound(suite, round);
}
console.log(greens === 0 ? 'Every test fails without its defence.' : `${greens} stay green.`);
process.exitCode = greens === 0 ? 0 : 1;
