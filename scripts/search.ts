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
  for (const result of search(query, { limit: 10, mentionedCardIds: new Set() })) {
    const { cardId, factId, title, score } = result;
    const line = { card: cardId, ...(factId !== null && { fact: factId }), title };
    console.log(JSON.stringify({ ...line, score: Math.round(score * 1000) / 1000 }));
  }
}
