import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Detection } from '@/core/detection/detection';
import { createMatcher } from '@/core/detection/matcher';
import { createMentionFinder, indexStarts } from '@/core/detection/mention-finder';
import { readTables } from '@/core/detection/tables';

/** Rounds over all texts; of each text the best counts, so that other work on the machine does not. */
const rounds = 30;
const compiledDirectory = join(import.meta.dirname, '../data/compiled');

/** Read the texts of DIR: the visible words of HTML pages, or any other file as it is. */
function readTexts(directory: string): string[] {
  return readdirSync(directory)
    .sort()
    .map((name) => {
      const text = readFileSync(join(directory, name), 'utf8');
      return name.endsWith('.html') ? toVisibleText(text) : text;
    });
}

function toVisibleText(html: string): string {
  return html
    .replaceAll(/<(script|style|noscript|template|svg)\b[\s\S]*?<\/\1\s*>/giu, ' ')
    .replaceAll(/<!--[\s\S]*?-->/gu, ' ')
    .replaceAll(/<\/?(?:p|div|li|h[1-6]|td|th|tr|br|ul|ol|section|article)\b[^>]*>/giu, '\n\n')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/[^\S\n]+/gu, ' ');
}

function loadDetections(): Detection[] {
  return readdirSync(compiledDirectory).map(
    (pack) =>
      JSON.parse(
        readFileSync(join(compiledDirectory, pack, 'detection.json'), 'utf8'),
      ) as Detection,
  );
}

/** The limit: every character looked at once. */
function sumCharacters(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum = (sum + text.charCodeAt(index)) | 0;
  return sum;
}

/** Time `work` over all texts: the sum of each text's best round, in milliseconds. */
function measure(texts: readonly string[], work: (text: string) => unknown): number {
  const best = texts.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, text] of texts.entries()) {
      const start = performance.now();
      work(text);
      best[index] = Math.min(best[index] ?? 0, performance.now() - start);
    }
  }
  return best.reduce((sum, ms) => sum + ms, 0);
}

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('usage: npm run bench:matcher -- DIR');
const texts = readTexts(directory);
const characters = texts.reduce((sum, text) => sum + text.length, 0);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const detections = loadDetections();

const decodeStart = performance.now();
const tables = detections.map(readTables);
const matcher = createMatcher(tables, indexStarts(tables));
const decodeMs = performance.now() - decodeStart;
const finder = createMentionFinder(detections);

const limitMs = measure(texts, sumCharacters);
const matchMs = measure(texts, matcher.findMatches);
const detectMs = measure(texts, (text) =>
  finder
    .openPage({ title: '', language: null })
    .addBlocks([{ text, kind: 'text', language: null }]),
);

const format = (ms: number) =>
  `${ms.toFixed(1)} ms, ${((ms * 1e6) / characters).toFixed(2)} ns a character, ${(bytes / 1000 / ms).toFixed(0)} MB/s, ${(ms / limitMs).toFixed(1)} × the limit`;
console.log(`${texts.length} texts, ${characters} characters, ${bytes} bytes`);
console.log(`decode, first use   ${decodeMs.toFixed(1)} ms`);
console.log(`limit (char codes)  ${format(limitMs)}`);
console.log(`matcher             ${format(matchMs)}`);
console.log(`whole detection     ${format(detectMs)}`);
