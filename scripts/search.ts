import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSearch, type SearchSource } from '@/core/search';

const compiledDirectory = join(import.meta.dirname, '../data/compiled');

function readSource(packId: string): SearchSource {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(compiledDirectory, packId, `${name}.json`), 'utf8'));
  return {
    pack: read('pack') as SearchSource['pack'],
    records: read('search') as SearchSource['records'],
  };
}

const query = process.argv.slice(2).join(' ');
if (query.trim() === '') {
  console.error('usage: npm run --silent search -- "what you look for"');
  process.exitCode = 2;
} else {
  const search = createSearch(readdirSync(compiledDirectory).map(readSource));
  const results = search(query, { limit: 10, mentionedCardIds: new Set() });
  const lines = results.map(({ cardId, factId, title, score }) => {
    const found = { card: cardId, ...(factId !== null && { fact: factId }), title };
    return `${JSON.stringify({ ...found, score: Math.round(score * 1000) / 1000 })}\n`;
  });
  // In one piece, so that a reader of the first line only (| head -1) does not break the pipe.
  process.stdout.write(lines.join(''));
}
