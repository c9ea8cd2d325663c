import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Detection } from '@/core/detection/detection';
import { createMentionFinder, type MentionFinder } from '@/core/detection/mention-finder';
import { annotateDocument, explainDocument } from './annotate/annotate-document';
import { readDocuments } from './annotate/documents';
import { type Format, formatExplanation, formatLine, formatMember } from './annotate/formats';
import { streamDocuments } from './annotate/stream-documents';

const usage = `usage: npm run --silent annotate -- DIR|FILE.json …      one JSON object {id: [{start, end, entity}]}
       npm run --silent annotate -- --explain FILE.json …  the evidence for every candidate
       npm run --silent annotate -- --ndjson               documents from stdin to stdout, a line each
       --format w3c  Web Annotations instead of plain spans`;

const compiledDirectory = join(import.meta.dirname, '../data/compiled');

function loadFinder(): MentionFinder {
  const packs = existsSync(compiledDirectory) ? readdirSync(compiledDirectory).sort() : [];
  const paths = packs
    .map((pack) => join(compiledDirectory, pack, 'detection.json'))
    .filter(existsSync);
  if (paths.length === 0) throw new Error('no compiled pack found: run "npm run compile" first');
  return createMentionFinder(
    paths.map((path) => JSON.parse(readFileSync(path, 'utf8')) as Detection),
  );
}

function annotateFiles(paths: readonly string[], format: Format): void {
  const finder = loadFinder();
  let separator = '{';
  for (const path of paths) {
    for (const document of readDocuments(path)) {
      const member = formatMember(document, annotateDocument(document, finder), format);
      process.stdout.write(`${separator}\n${member}`);
      separator = ',';
    }
  }
  process.stdout.write(separator === '{' ? '{}\n' : '\n}\n');
}

function explainFiles(paths: readonly string[]): void {
  const finder = loadFinder();
  for (const path of paths) {
    for (const document of readDocuments(path)) {
      console.log(`# ${document.id}`);
      for (const explanation of explainDocument(document, finder)) {
        console.log(formatExplanation(explanation, document));
      }
    }
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      explain: { type: 'boolean', default: false },
      ndjson: { type: 'boolean', default: false },
      format: { type: 'string', default: 'plain' },
    },
  });
  const { explain, ndjson, format } = values;
  if (format !== 'plain' && format !== 'w3c')
    throw new Error(`unknown format "${format}"\n${usage}`);
  if (ndjson === positionals.length > 0) throw new Error(usage);
  if (ndjson) {
    const finder = loadFinder();
    await streamDocuments({ input: process.stdin, output: process.stdout }, (document) =>
      formatLine(document, annotateDocument(document, finder), format),
    );
  } else if (explain) explainFiles(positionals);
  else annotateFiles(positionals, format);
}

// A reader that has seen enough ("| head") closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exitCode = 0;
});

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
