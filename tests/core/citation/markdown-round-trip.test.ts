import { type Node, Parser } from 'commonmark';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMarkdown } from '@/core/citation/markup-formats';
import { quotes, sourceRecords, toCitationContext } from '@/tests/support/source-records';

/** List the nodes of a Markdown document in reading order. */
function listNodes(markdown: string): Node[] {
  const walker = new Parser().parse(markdown).walker();
  const nodes: Node[] = [];
  for (let event = walker.next(); event !== null; event = walker.next()) {
    if (event.entering) nodes.push(event.node);
  }
  return nodes;
}

function readText(nodes: readonly Node[]): string {
  return nodes.map(({ literal }) => literal ?? '').join('');
}

/** Addresses compare as the browser opens them. */
function toAddress(url: string): string {
  return decodeURI(new URL(url).href);
}

describe('formatMarkdown', { timeout: 60_000 }, () => {
  it('gives CommonMark one link and plain text, whatever the record holds', () => {
    fc.assert(
      fc.property(sourceRecords, (item) => {
        const nodes = listNodes(formatMarkdown(toCitationContext(item)).text);
        expect(new Set(nodes.map(({ type }) => type))).toEqual(
          new Set(['document', 'paragraph', 'link', 'text']),
        );
        const links = nodes.filter(({ type }) => type === 'link');
        expect(links.map(({ destination }) => toAddress(destination ?? ''))).toEqual([
          toAddress(item.URL),
        ]);
        expect(readText(nodes).startsWith(`${item.title}, `)).toBe(true);
      }),
      { numRuns: 1000, seed: 2026 },
    );
  });

  it('quotes a fact word for word in a block of its own', () => {
    fc.assert(
      fc.property(sourceRecords, quotes, (item, quote) => {
        const nodes = listNodes(formatMarkdown(toCitationContext(item, quote)).text);
        expect(nodes.slice(0, 3).map(({ type }) => type)).toEqual([
          'document',
          'block_quote',
          'paragraph',
        ]);
        const paragraphs = nodes.filter(({ type }) => type === 'paragraph');
        expect(paragraphs).toHaveLength(2);
        expect(readText(nodes).startsWith(`${quote}— `)).toBe(true);
      }),
      { numRuns: 1000, seed: 2026 },
    );
  });
});
