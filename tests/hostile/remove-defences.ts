// Removes each defence in a copy of the project and expects its pages' tests to fail.
//   npm run test:defences            all rounds
//   npm run test:defences -- 1 4     these rounds
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Defence } from './defence';
import { defences } from './defences';
import type { HostilePage } from './hostile-page';
import { pages } from './pages';

const root = join(import.meta.dirname, '../..');
const roundOfFault = 8;

type Report = {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
    }[];
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

function removeDefence(folder: string, { edits }: Defence): void {
  for (const { file, from, to } of edits) {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not say ${JSON.stringify(from)}`);
    writeFileSync(path, text.replaceAll(from, to));
  }
}

function run(folder: string, command: string, values: readonly string[]): void {
  const { status, stderr } = spawnSync('npx', [command, ...values], { cwd: folder });
  if (status !== 0 && command !== 'vitest') throw new Error(`${command}: ${stderr.toString()}`);
}

/** Run the tests of `pages` and give those that failed, as `browser title`. */
function listFailures(folder: string, pages: readonly HostilePage[]): ReadonlySet<string> {
  const report = join(folder, 'report.json');
  const titles = pages.map(({ title }) => title.replaceAll(/[^\p{L}\p{N} ]/gu, '.'));
  run(folder, 'vitest', [
    'run',
    '--config=tests/browser/vitest.config.ts',
    'tests/hostile/hostile.test.ts',
    `--testNamePattern=(${titles.join('|')})`,
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return new Set(
    testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => fullName),
  );
}

function tryRound(round: number): number {
  const all: Readonly<Record<string, Defence>> = defences;
  const removed = Object.entries(all).filter(([, defence]) => defence.round === round);
  const names = new Set(removed.map(([name]) => name));
  // A fault put into every page must show everywhere.
  const concerned =
    round === roundOfFault ? pages : pages.filter((page) => names.has(page.defence));
  const folder = mkdtempSync(join(tmpdir(), 'defences-'));
  try {
    copyProject(folder);
    for (const [, defence] of removed) removeDefence(folder, defence);
    for (const browser of ['chrome', 'firefox']) run(folder, 'wxt', ['build', '-b', browser]);
    const failures = listFailures(folder, concerned);
    let missing = 0;
    for (const { title, defence } of concerned) {
      const { only } = all[defence] ?? {};
      const outcomes = (['chromium', 'firefox'] as const).map((browser) => {
        const hasFailed = [...failures].some(
          (name) => name.includes(browser) && name.includes(title),
        );
        const isExpected = round === roundOfFault || only === undefined || only === browser;
        if (isExpected && !hasFailed) missing += 1;
        return `${browser} ${hasFailed ? 'red' : isExpected ? 'GREEN' : 'green, as expected'}`;
      });
      console.log(`${round} | ${defence} | ${title} | ${outcomes.join(' | ')}`);
    }
    return missing;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const chosen = process.argv.slice(2).map(Number);
const rounds = [...new Set(Object.values(defences).map(({ round }) => round))].toSorted();
let missing = 0;
for (const round of rounds.filter((number) => chosen.length === 0 || chosen.includes(number)))
  missing += tryRound(round);
console.log(
  missing === 0 ? 'Every test fails without its defence.' : `${missing} tests stay green.`,
);
process.exitCode = missing === 0 ? 0 : 1;
