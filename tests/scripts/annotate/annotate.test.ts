import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { compileDetection } from '@/core/detection/compile';
import { createMentionFinder } from '@/core/detection/mention-finder';
import { annotateDocument, explainDocument } from '@/scripts/annotate/annotate-document';
import { toDocument } from '@/scripts/annotate/documents';
import { formatExplanation, formatLine } from '@/scripts/annotate/formats';
import { streamDocuments } from '@/scripts/annotate/stream-documents';
import { makeAliases, makeGroup } from '@/tests/support/alias-sets';

const aliases = makeAliases({ groups: [makeGroup({ forms: ['Free Union'], cardId: 'union' })] });
const finder = createMentionFinder([compileDetection('pack', aliases)]);
const document = { id: 'a', text: 'Heading\n\nThe 😀 Free Union met.' };

/** Collect what is written, taking a while over each chunk. */
function createSlowWriter(): { output: Writable; chunks: string[] } {
  const chunks: string[] = [];
  const output = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      setImmediate(done);
    },
  });
  return { output, chunks };
}

describe('annotateDocument', () => {
  it('gives offsets in the whole text, in UTF-16 code units', () => {
    const [annotation] = annotateDocument(document, finder);
    expect(annotation).toEqual({ start: 16, end: 26, entity: 'union' });
    expect(document.text.slice(16, 26)).toBe('Free Union');
  });

  it('explains each candidate in offsets of the whole text', () => {
    const [explanation] = explainDocument(document, finder);
    if (!explanation) throw new Error('nothing was explained');
    expect(formatExplanation(explanation, document)).toContain(
      'accepted 2.50 "Free Union" → union [16, 26)',
    );
  });
});

describe('formatLine', () => {
  it('writes Web Annotations with quote and position', () => {
    const line = formatLine(document, annotateDocument(document, finder), 'w3c');
    const page = JSON.parse(line) as { items: { target: { selector: unknown[] } }[] };
    expect(page.items[0]?.target.selector).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: 'Free Union',
        prefix: 'Heading\n\nThe 😀 ',
        suffix: ' met.',
      },
      { type: 'TextPositionSelector', start: 16, end: 26 },
    ]);
  });
});

describe('streamDocuments', () => {
  it('writes a line per document, in order, however slowly they are taken', async () => {
    const lines = Array.from({ length: 50 }, (_, index) =>
      JSON.stringify({ id: `${index}`, text: 'x' }),
    );
    const { output, chunks } = createSlowWriter();
    await streamDocuments({ input: Readable.from([lines.join('\n')]), output }, ({ id }) => id);
    output.end();
    await new Promise((resolve) => output.on('finish', resolve));
    expect(chunks.join('')).toBe(lines.map((_, index) => `${index}\n`).join(''));
  });

  it('holds back while the output is full', async () => {
    let pulled = 0;
    const input = Readable.from(
      (function* () {
        for (; pulled < 10_000; pulled += 1) yield `{"id":"${pulled}","text":"x"}\n`;
      })(),
    );
    const output = new Writable({ highWaterMark: 1, write: () => undefined });
    void streamDocuments({ input, output }, ({ id }) => id);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(pulled).toBeLessThan(10_000);
  });

  it('names the line that is no document', async () => {
    const { output } = createSlowWriter();
    const input = Readable.from(['{"id":"a","text":"x"}\n{"id":3}\n']);
    await expect(streamDocuments({ input, output }, ({ id }) => id)).rejects.toThrow('line 2');
  });
});

describe('toDocument', () => {
  it.each([
    [null, 'not a document'],
    [{ text: 'x' }, '"id" must be a text'],
    [{ id: 'a', text: 3 }, '"text" must be a text'],
    [{ id: 'a', text: 'x', lang: 3 }, '"lang" must be a text'],
  ])('refuses %j', (value, message) => {
    expect(() => toDocument(value, 'file.json')).toThrow(`file.json: ${message}`);
  });
});
