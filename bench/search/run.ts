/**
 * Compare search engines on the committed queries and at three sizes: npm run bench:search.
 * Latency is per key, typing each query letter by letter.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '@/core/pack';
import type { SearchSource } from '@/core/search';
import { compileSearch } from '@/core/search/compile-search';
import type { SearchRecords } from '@/core/search/search-records';
import { findRank, readSearchQueries, summariseRanks } from '@/tests/support/search-queries';
import { median, quantile } from '../statistics';
import { type Engine, engines } from './engines';
import { createRandom, generatePack } from './generate-pack';

type Query = Parameters<typeof findRank>[0];

function readSection(name: string): unknown {
  const path = join(import.meta.dirname, `../../data/compiled/belarus-ilo-2025/${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Leave out, double, swap or replace one letter of a word; the same queries for every engine. */
function misspell(title: string, random: (below: number) => number): string {
  const words = title.split(' ');
  const long = words.map((word, at) => ({ word, at })).filter(({ word }) => word.length > 4);
  const chosen = long[random(long.length)];
  if (!chosen) return title;
  const { word, at } = chosen;
  const place = 1 + random(word.length - 2);
  const [start, rest] = [word.slice(0, place), word.slice(place)];
  const edits = [
    start + rest.slice(1),
    start + rest[0] + rest,
    start + (rest[1] ?? '') + rest[0] + rest.slice(2),
    `${start}e${rest.slice(1)}`,
  ];
  words[at] = edits[random(edits.length)] ?? word;
  return words.join(' ');
}

function makeQueries(pack: Pack, count: number): Query[] {
  const random = createRandom(7);
  return Array.from({ length: count }, () => {
    const card = pack.cards[random(pack.cards.length)];
    if (!card) throw new Error('the generated pack has no cards');
    const query = misspell(card.title, random);
    return { query, kind: 'typo', cardIds: [card.id], factIds: [] };
  });
}

/** Bytes in use after a garbage collection (node --expose-gc). */
function measureHeap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function measureEngine(engine: Engine, source: SearchSource, queries: readonly Query[]): string {
  const heapBefore = measureHeap();
  const start = performance.now();
  const search = engine.build(source);
  const buildMs = performance.now() - start;
  const heapAfter = measureHeap();
  const ranks = queries.map((query) => findRank(query, search(query.query)));
  const keys = queries
    .slice(0, 4)
    .flatMap(({ query }) => [...query].map((_, at) => query.slice(0, at + 1)));
  const times = keys.map((key) => {
    const before = performance.now();
    search(key);
    return performance.now() - before;
  });
  const { top1, top3, mrr } = summariseRanks(ranks);
  const cells = [
    engine.name,
    ...[top1, top3].map((share) => `${(100 * share).toFixed(1)} %`),
    mrr.toFixed(3),
    median(times).toFixed(2),
    quantile(times, 0.95).toFixed(1),
    buildMs.toFixed(0),
    ((heapAfter - heapBefore) / 1e6).toFixed(1),
  ];
  return `| ${cells.join(' | ')} |`;
}

function printTable(title: string, source: SearchSource, queries: readonly Query[]): void {
  const json = JSON.stringify(source.records);
  const start = performance.now();
  JSON.parse(json);
  const parseMs = performance.now() - start;
  const size = `${(json.length / 1e6).toFixed(2)} MB of records, read in ${parseMs.toFixed(0)} ms`;
  console.log(`\n${title}: ${queries.length} queries, ${size}\n`);
  console.log(
    '| engine | top-1 | top-3 | MRR | ms per key, median | p95 | ms to build | MB of memory |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const engine of engines) console.log(measureEngine(engine, source, queries));
}

const model = readSection('pack') as Pack;
const records = readSection('search') as SearchRecords;
const bundled = { pack: model, records };
printTable('Bundled pack, committed queries', bundled, readSearchQueries());
printTable('Bundled pack, unseen queries', bundled, readSearchQueries('unseen-queries.tsv'));
for (const factCount of [1_500, 15_000]) {
  const { pack, aliases } = generatePack(model, factCount);
  const source = { pack, records: compileSearch({ pack, aliases, synonyms: [] }) };
  printTable(`${factCount} generated facts, misspelt titles`, source, makeQueries(pack, 40));
}
