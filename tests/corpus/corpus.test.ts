import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDetection } from '@/core/detection/compile';
import { createMentionFinder } from '@/core/detection/mention-finder';
import { annotateDocument } from '@/scripts/annotate/annotate-document';
import { compileAliases } from '@/scripts/compile/aliases/compile-aliases';
import { formatTable, getPrecision, getRecall, type GoldDocument, scoreAnnotations } from './score';

/** Below these shares the test fails; raise them when detection gets better, never lower them. */
const floor = { precision: 0.995, recall: 0.985, languageRecall: 0.97, trapsAvoided: 0.99 };

const packDirectory = join(import.meta.dirname, '../../data/packs/belarus-ilo-2025');
const folder = join(import.meta.dirname, 'documents');
const documents = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldDocument,
);

function readCardIds(): string[] {
  const cards = readFileSync(join(packDirectory, 'cards.yaml'), 'utf8');
  return [...cards.matchAll(/^- id: (\S+)/gmu)].map(([, id]) => id ?? '');
}

function scoreCorpus() {
  const { aliases, problems } = compileAliases(packDirectory, readCardIds());
  expect(problems).toEqual([]);
  const finder = createMentionFinder([compileDetection('belarus-ilo-2025', aliases)]);
  return scoreAnnotations(documents, (document) => annotateDocument(document, finder));
}

describe('detection on the corpus', () => {
  const score = scoreCorpus();

  it('has documents whose spans stand where they say', () => {
    expect(documents.length).toBeGreaterThan(100);
    for (const { id, text, gold } of documents) {
      for (const { surface, start, end } of gold) {
        expect(`${id} ${text.slice(start, end)}`).toBe(`${id} ${surface}`);
      }
    }
  });

  it('keeps to the committed floor', () => {
    process.stdout.write(
      `${formatTable('language', score.byLanguage)}\n\n${formatTable('card', score.byCard)}\n\n` +
        `${formatTable('', new Map([['all', score.total]]))}\n` +
        `traps avoided ${score.traps.avoided} of ${score.traps.total}\n${score.mistakes.join('\n')}\n`,
    );
    expect(getPrecision(score.total)).toBeGreaterThanOrEqual(floor.precision);
    expect(getRecall(score.total)).toBeGreaterThanOrEqual(floor.recall);
    expect(score.traps.avoided / score.traps.total).toBeGreaterThanOrEqual(floor.trapsAvoided);
  });

  it.each([...score.byLanguage])('finds most of what is there in %s', (_, counts) => {
    expect(getRecall(counts)).toBeGreaterThanOrEqual(floor.languageRecall);
  });
});
