import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type CompiledSections, compilePack, type CompileResult } from './compile/compile-pack';
import { compareProblems, formatProblem } from './compile/problem';

const root = join(import.meta.dirname, '..');
const packsDirectory = join(root, 'data/packs');
const compiledDirectory = join(root, 'data/compiled');

function formatShare(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${Math.floor((1000 * part) / whole) / 10} %`;
}

function printSummary({ built }: CompileResult): void {
  if (!built) return;
  const { pack, coverage, quotes } = built;
  const { sentences, coveredSentences } = coverage;
  console.log(`${pack.id}: ${pack.cards.length} cards, ${pack.facts.length} facts`);
  const verified = formatShare(quotes.verified, quotes.total);
  console.log(`sentences covered ${coveredSentences}/${sentences}, quotes verified ${verified}`);
}

function printProblems({ problems }: CompileResult): void {
  for (const problem of [...problems].sort(compareProblems)) console.error(formatProblem(problem));
  if (problems.length > 0) console.error(`${problems.length} problem(s); nothing was written`);
}

function writeJson(path: string, value: unknown): void {
  const json = JSON.stringify(value);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, json);
  const zipped = gzipSync(json).length;
  console.log(`  ${path.replace(`${root}/`, '')} ${Buffer.byteLength(json)} B, gzip ${zipped} B`);
}

function writeSections(packId: string, sections: CompiledSections): void {
  const directory = join(compiledDirectory, packId);
  rmSync(directory, { recursive: true, force: true });
  for (const [name, section] of Object.entries(sections)) {
    writeJson(join(directory, `${name}.json`), section);
  }
}

async function compileBundledPacks(): Promise<boolean> {
  let isFine = true;
  for (const name of readdirSync(packsDirectory).sort()) {
    const result = await compilePack(join(packsDirectory, name));
    printSummary(result);
    printProblems(result);
    if (result.sections) writeSections(name, result.sections);
    else isFine = false;
  }
  return isFine;
}

process.exitCode = (await compileBundledPacks()) ? 0 : 1;
