import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getQuote } from '@/core/pack';
import { compilePack } from '@/scripts/compile/compile-pack';
import { bundledPackDirectory } from '../../support/pack-directory';

const { built, problems } = compilePack(bundledPackDirectory);
if (!built) throw new Error('the bundled pack cannot be built');
const { pack, coverage, quotes } = built;

describe('the bundled pack', () => {
  it('has no problem', () => {
    expect(problems).toEqual([]);
  });

  it('covers every word of every content sentence of its source', () => {
    expect(coverage).toMatchObject({ sentences: 16, coveredSentences: 16, gaps: [] });
    expect(coverage.coveredWords).toBe(coverage.words);
  });

  it('proves all its facts', () => {
    expect(quotes).toEqual({ total: 70, verified: 70 });
    const yaml = readFileSync(join(bundledPackDirectory, 'facts.yaml'), 'utf8');
    const flat = yaml.replaceAll(/\s+/g, ' ');
    const missing = pack.facts.filter((fact) => !flat.includes(getQuote(fact, pack.source)));
    expect(missing).toEqual([]);
  });

  it('keeps the source byte for byte', () => {
    const bytes = readFileSync(join(bundledPackDirectory, 'source.txt'));
    expect(Buffer.from(pack.source.text, 'utf8').equals(bytes)).toBe(true);
  });

  it('has 45 cards, each with facts', () => {
    expect(pack.cards).toHaveLength(45);
    expect(pack.cards.filter(({ factIds }) => factIds.length === 0)).toEqual([]);
  });

  it('dates the figure of imprisoned unionists and names who counted them', () => {
    const fact = pack.facts.find(({ id }) => id === 's11-1');
    expect(fact).toMatchObject({ asOf: '2025-03', staleness: 'status' });
    expect(fact?.statement).toMatch(/according to Salidarnast.*as of March 2025/i);
    expect(fact?.attribution.cardIds).toEqual(['salidarnast']);
  });

  it('says "acting" wherever it names the office of Pavel Sapelka', () => {
    const texts = [
      ...pack.facts.map((fact) => fact.statement),
      ...pack.cards.map((c) => c.summary),
    ];
    const offices = texts.filter((text) => text.includes('Vice President'));
    expect(offices.length).toBeGreaterThan(3);
    expect(offices.filter((text) => !/acting Vice President/i.test(text))).toEqual([]);
  });

  it('lets every statement stand alone', () => {
    const leaning = /\b(?:it|they|them|he|she|him|her|his|this|these|those|the release)\b/i;
    expect(pack.facts.filter(({ statement }) => leaning.test(statement))).toEqual([]);
  });
});
