import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type CompiledPack, compilePack, toPackFile } from './compile/compile-pack';
import { compareProblems, formatProblem } from './compile/problem';

const root = join(import.meta.dirname, '..');
const packsDirectory = join(root, 'data/packs');
const compiledDirectory = join(root, 'data/compiled');

function formatShare(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${Math.floor((1000 * part) / whole) / 10} %`;
}

/** Compile one pack and print what became of it; null when it has problems. */
function compileAndReport(directory: string): CompiledPack | null {
  const { built, compiled, problems } = compilePack(directory);
  if (built) {
    const { pack, coverage, quotes } = built;
    const { sentences, coveredSentences } = coverage;
    console.log(`${pack.id}: ${pack.cards.length} cards, ${pack.facts.length} facts`);
    const verified = formatShare(quotes.verified, quotes.total);
    console.log(`sentences covered ${coveredSentences}/${sentences}, quotes verified ${verified}`);
  }
  for (const problem of [...problems].sort(compareProblems)) console.error(formatProblem(problem));
  if (!compiled) console.error(`${problems.length} problem(s); nothing was written`);
  return compiled;
}

function writeJson(path: string, value: unknown): void {
  const json = JSON.stringify(value);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, json);
  const bytes = Buffer.byteLength(json);
  console.log(`  ${relative(process.cwd(), path)} ${bytes} B, gzip ${gzipSync(json).length} B`);
}

/** Each section goes to a file of its own, so that every surface loads only what it needs. */
function writeSections({ pack, detection, starts, citations, search }: CompiledPack): void {
  const directory = join(compiledDirectory, pack.id);
  rmSync(directory, { recursive: true, force: true });
  const sections = { pack, detection, starts, citations, search };
  for (const [name, section] of Object.entries(sections)) {
    writeJson(join(directory, `${name}.json`), section);
  }
}

function compileBundledPacks(): boolean {
  const names = readdirSync(packsDirectory).sort();
  const compiled = names.map((name) => compileAndReport(join(packsDirectory, name)));
  for (const each of compiled) if (each) writeSections(each);
  return !compiled.includes(null);
}

function exportPack(directory: string, file: string): boolean {
  const compiled = compileAndReport(directory);
  if (compiled) writeJson(file, toPackFile(compiled));
  return compiled !== null;
}

const { values } = parseArgs({ options: { pack: { type: 'string' }, out: { type: 'string' } } });
if ((values.pack === undefined) !== (values.out === undefined)) {
  console.error('usage: npm run compile [-- --pack DIRECTORY --out FILE.json]');
  process.exitCode = 2;
} else {
  const isFine =
    values.pack === undefined || values.out === undefined
      ? compileBundledPacks()
      : exportPack(values.pack, values.out);
  process.exitCode = isFine ? 0 : 1;
}
