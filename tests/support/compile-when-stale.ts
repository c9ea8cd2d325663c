import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

function listTimes(folder: string): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
}

/** Compile the bundled packs before tests that read them, unless they are newer than all input. */
export function setup(): void {
  const inputs = ['core', 'data/packs', 'scripts'].flatMap((name) => listTimes(join(root, name)));
  const outputs = listTimes(join(root, 'data/compiled'));
  if (outputs.length > 0 && Math.min(...outputs) > Math.max(...inputs)) return;
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/compile.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
