import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Pack, TextPosition } from '@/core/pack';
import { buildCard } from './build-card';
import { buildFact } from './build-fact';
import { buildSource } from './build-source';
import { type Coverage, measureCoverage } from './coverage';
import { locateQuote } from './locate-quote';
import { checkCards, checkFacts, checkPackFile, type PackFile } from './pack-files';
import type { Problem } from './problem';
import { createReport, readYaml, type Report, toProblemPath } from './read-yaml';

export type BuiltPack = {
  readonly pack: Pack;
  readonly coverage: Coverage;
  readonly quotes: { readonly total: number; readonly verified: number };
};

function readSourceText(path: string, problems: Problem[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    const message = error instanceof TypeError ? 'is not valid UTF-8' : 'cannot be read';
    problems.push({ file: toProblemPath(path), line: null, message });
    return null;
  }
}

type PackReferences = {
  readonly packFile: PackFile;
  readonly folderName: string;
  readonly cardIds: ReadonlySet<string>;
  readonly report: Report;
};

function checkPackReferences({ packFile, folderName, cardIds, report }: PackReferences): void {
  if (packFile.id !== folderName) {
    report(['id'], `id "${packFile.id}" is not the name of the folder, "${folderName}"`);
  }
  if (!cardIds.has(packFile.source.id)) {
    report(['source', 'id'], `there is no card "${packFile.source.id}" for the source`);
  }
  for (const [name, { cards }] of Object.entries(packFile.attributions)) {
    cards.forEach((cardId, at) => {
      if (cardIds.has(cardId)) return;
      report(['attributions', name, 'cards', at], `there is no card "${cardId}"`);
    });
  }
}

function locateNotFacts(packFile: PackFile, sourceText: string, report: Report): TextPosition[] {
  return packFile['not-facts'].flatMap(({ text }, index) => {
    const located = locateQuote({ text }, sourceText);
    if (located.ok) return [located.position];
    report(['not-facts', index, 'text'], `this passage ${located.reason}`);
    return [];
  });
}

function toGapProblem(gap: TextPosition, text: string, file: string): Problem {
  const line = text.slice(0, gap.start).split('\n').length;
  const words = text.slice(gap.start, gap.end);
  return { file, line, message: `no fact's quote covers "${words}"` };
}

/**
 * Build the pack in `directory` from source.txt, pack.yaml, cards.yaml and facts.yaml.
 * Every mistake is added to `problems`, and what can still be checked is checked all the same;
 * null when pack.yaml or source.txt is too broken to go on.
 */
export function buildPack(directory: string, problems: Problem[]): BuiltPack | null {
  const sourcePath = join(directory, 'source.txt');
  const sourceText = readSourceText(sourcePath, problems);
  const packYaml = readYaml(join(directory, 'pack.yaml'), problems);
  const cardsYaml = readYaml(join(directory, 'cards.yaml'), problems);
  const factsYaml = readYaml(join(directory, 'facts.yaml'), problems);
  const packFile = checkPackFile(packYaml, problems);
  const cardEntries = checkCards(cardsYaml, problems);
  const factEntries = checkFacts(factsYaml, problems);
  const cardIds = cardEntries.ids;
  const cards = cardEntries.entries.map((entry) =>
    buildCard(entry, { facts: factEntries, report: createReport(cardsYaml, problems) }),
  );
  if (packFile === null || sourceText === null) return null;

  const reportPack = createReport(packYaml, problems);
  const folderName = basename(resolve(directory));
  checkPackReferences({ packFile, folderName, cardIds, report: reportPack });
  const report = createReport(factsYaml, problems);
  const facts = factEntries.entries.flatMap(
    (entry) => buildFact(entry, { packFile, sourceText, cardIds, report }) ?? [],
  );
  const quotes = { total: factEntries.ids.size, verified: facts.length };
  const coverage = measureCoverage({
    text: sourceText,
    language: packFile.source.language,
    quotes: facts.map(({ quote }) => quote),
    notFacts: locateNotFacts(packFile, sourceText, reportPack),
  });
  // A quote that was not found leaves a gap of its own; one mistake is reported once.
  if (quotes.verified === quotes.total) {
    const file = toProblemPath(sourcePath);
    problems.push(...coverage.gaps.map((gap) => toGapProblem(gap, sourceText, file)));
  }
  const { id, title, version, language } = packFile;
  const source = buildSource(packFile.source, sourceText);
  const pack: Pack = { schemaVersion: 1, id, title, version, language, source, cards, facts };
  return { pack, coverage, quotes };
}
