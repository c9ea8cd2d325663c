import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNgoFootnote } from '@/core/citation/footnote-format';
import { formatHtml } from '@/core/citation/markup-formats';
import { formatQuote } from '@/core/citation/quote-format';
import { quotes, sourceRecords, toCitationContext } from '@/tests/support/source-records';

function parse(html: string | null): Document {
  return new DOMParser().parseFromString(html ?? '', 'text/html');
}

/** List the elements of the body, so that none can slip in from a title or quote. */
function listTags(page: Document): string[] {
  return [...page.body.querySelectorAll('*')].map(({ localName }) => localName);
}

describe('HTML read back by a browser’s parser', { timeout: 60_000 }, () => {
  it('keeps title, address and date of the source', () => {
    fc.assert(
      fc.property(sourceRecords, (item) => {
        const page = parse(formatHtml(toCitationContext(item)).html);
        expect(listTags(page)).toEqual(['cite', 'a', 'time']);
        expect(page.querySelector('cite')?.textContent).toBe(item.title);
        expect(page.querySelector('a')?.getAttribute('href')).toBe(item.URL);
        expect(page.querySelector('a')?.getAttribute('hreflang')).toBe(item.language);
      }),
      { numRuns: 1000, seed: 2026 },
    );
  });

  it('keeps a quote word for word', () => {
    fc.assert(
      fc.property(sourceRecords, quotes, (item, quote) => {
        const context = toCitationContext(item, quote);
        const page = parse(formatHtml(context).html);
        expect(page.querySelector('figure > blockquote > p')?.textContent).toBe(quote);
        expect(page.querySelector('blockquote')?.getAttribute('cite')).toBe(item.URL);

        const line = parse(formatQuote(context).html);
        expect(listTags(line)).toEqual(['a']);
        expect(line.body.textContent).toContain(`“${quote}”`);

        const note = parse(formatNgoFootnote(context).html);
        expect(listTags(note)).toEqual(['a']);
        expect(note.body.textContent).toBe(formatNgoFootnote(context).text);
      }),
      { numRuns: 1000, seed: 2026 },
    );
  });
});
