// Every check of the project, stage after stage; the last line counts what passed and failed.
//   npm run check     the fast ones, before each push
//   npm test          all of them, with the real browsers
import { spawn } from 'node:child_process';
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

/** What stands together runs at the same time. */
const stages: readonly (readonly Step[])[] = [
  [{ title: 'packs compile', command: 'npm run --silent compile' }],
  [{ title: 'types prepared', command: 'wxt prepare' }],
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

/** Run a command; what it prints is kept to itself, and printed in one piece, when `isQuiet`. */
async function run(command: string, { isQuiet }: { isQuiet: boolean }): Promise<boolean> {
  const child = spawn(command, { cwd: root, shell: true, stdio: isQuiet ? 'pipe' : 'inherit' });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => printed.push(piece));
  const status = await new Promise((resolve) => child.on('close', resolve));
  process.stdout.write(Buffer.concat(printed));
  return status === 0;
}

async function runStep(step: Step, options: { isQuiet: boolean }): Promise<Outcome> {
  console.log(`\n▶ ${step.title}: ${step.command}`);
  if (step.report !== undefined) rmSync(step.report, { force: true });
  const start = Date.now();
  const outcome = countResults(step, await run(step.command, options));
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${outcome.failed === 0 ? '✔' : '✘'} ${step.title} (${seconds} s)`);
  return outcome;
}

async function runStages(isFast: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const stage of stages) {
    const steps = stage.filter(({ isSlow = false }) => !isFast || !isSlow);
    const isQuiet = steps.length > 1;
    outcomes.push(...(await Promise.all(steps.map((step) => runStep(step, { isQuiet })))));
  }
  return outcomes;
}

mkdirSync(artifacts, { recursive: true });
const outcomes = await runStages(process.argv.includes('--fast'));
const failures = outcomes.filter(({ failed }) => failed > 0);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
if (failures.length > 0) console.log(`\nFailed: ${failures.map(({ title }) => title).join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
