// Every check of the project; the last line counts what passed and failed.
//   npm run check     the fast ones, before each push
//   npm test          all of them, with the real browsers
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

type Step = {
  readonly title: string;
  readonly command: string;
  /** Where a Vitest run writes its results; a step without counts as one check. */
  readonly report?: string;
  readonly isSlow?: boolean;
};

type Outcome = { readonly title: string; readonly passed: number; readonly failed: number };

const root = join(import.meta.dirname, '..');
const artifacts = join(root, 'artifacts');

function runVitest(title: string, { config }: { config: string }): Step {
  const report = join(artifacts, `${title.replaceAll(' ', '-')}.json`);
  const reporters = `--reporter=dot --reporter=json --outputFile.json=${report}`;
  return { title, report, command: `vitest run --config ${config} ${reporters}` };
}

/** Steps side by side, those of a row after those of the row before. */
const rows: readonly (readonly Step[])[] = [
  [
    { title: 'packs compile', command: 'npm run --silent compile' },
    { title: 'types prepared', command: 'wxt prepare' },
  ],
  [
    { title: 'types', command: 'npm run --silent types' },
    { title: 'lint', command: 'npm run --silent lint' },
    { title: 'format', command: 'prettier --check --log-level=warn .' },
    { title: 'unused code', command: 'knip' },
  ],
  [runVitest('unit tests', { config: 'vitest.config.ts' })],
  [
    { title: 'Chromium build', command: 'wxt build -b chrome', isSlow: true },
    { title: 'Firefox build', command: 'wxt build -b firefox', isSlow: true },
  ],
  [{ title: 'size budget', command: 'npm run --silent size', isSlow: true }],
  [{ ...runVitest('browser tests', { config: 'tests/browser/vitest.config.ts' }), isSlow: true }],
];

function countResults({ title, report }: Step, hasSucceeded: boolean): Outcome {
  const single = { title, passed: hasSucceeded ? 1 : 0, failed: hasSucceeded ? 0 : 1 };
  if (report === undefined || !existsSync(report)) return single;
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as { numPassedTests: number; numFailedTests: number };
  // A file that cannot be loaded fails the run without failing a test.
  return { title, passed, failed: hasSucceeded ? failed : Math.max(failed, 1) };
}

/** Run a step; what it says is shown at once when it is alone, else when it is done. */
async function runStep(step: Step, isAlone: boolean): Promise<Outcome> {
  console.log(`\n▶ ${step.title}: ${step.command}`);
  if (step.report !== undefined) rmSync(step.report, { force: true });
  const start = Date.now();
  const stdio = isAlone ? 'inherit' : 'pipe';
  const child = spawn(step.command, { cwd: root, stdio, shell: true });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => said.push(data));
  const [status] = (await once(child, 'close')) as [number | null];
  process.stdout.write(Buffer.concat(said));
  const outcome = countResults(step, status === 0);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${outcome.failed === 0 ? '✔' : '✘'} ${step.title} (${seconds} s)`);
  return outcome;
}

mkdirSync(artifacts, { recursive: true });
const isFast = process.argv.includes('--fast');
const outcomes: Outcome[] = [];
for (const row of rows) {
  const steps = row.filter((step) => !isFast || !step.isSlow);
  const ran = await Promise.all(steps.map((step) => runStep(step, steps.length === 1)));
  outcomes.push(...ran);
}
const failures = outcomes.filter(({ failed }) => failed > 0);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
if (failures.length > 0) console.log(`\nFailed: ${failures.map(({ title }) => title).join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
