import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compileDetection } from '@/core/detection/compile';
import {
  indexStarts,
  type MentionFinder,
  createMentionFinder,
} from '@/core/detection/mention-finder';
import { readTables } from '@/core/detection/tables';
import { createHeadingReader } from '@/entrypoints/mentions/heading-reader';
import { createMentionMap } from '@/entrypoints/mentions/mention-map';
import { createRegionReader } from '@/entrypoints/mentions/region-reader';
import { createFlowReader } from '@/entrypoints/mentions/text-flows';
import { makeAliases, makeGroup } from '@/tests/support/alias-sets';

// happy-dom has none; nothing here asks a range for more than it was made of.
vi.stubGlobal('StaticRange', function StaticRange(this: object, init: StaticRangeInit) {
  Object.assign(this, init);
});

const page = { title: '', language: 'en' };
const options = { marksCode: false };

const compiled = compileDetection(
  'pack',
  makeAliases({
    cueGroups: [{ name: 'work', phrases: ['worker'] }],
    groups: [
      makeGroup({ cardId: 'federation', forms: ['Free Unions', 'FU'] }),
      makeGroup({ cardId: 'spring', forms: ['Spring'], certainty: 'likely', cues: ['work'] }),
    ],
  }),
);
const findStarts = indexStarts([readTables(compiled)]);
const finder = createMentionFinder([compiled], findStarts);

/** List all mentions as "card: text" by reading every flow of the page, however little is in it. */
function readEverything(): string[] {
  const session = finder.openPage(page);
  const reader = createFlowReader(document, options);
  const flows = [];
  for (let flow = reader.next(); flow; flow = reader.next()) flows.push(flow);
  const found = new Map(
    session.addBlocks(flows).map(({ blockIndex, mentions }) => [blockIndex, mentions]),
  );
  return flows.flatMap(({ text }, index) =>
    (found.get(index) ?? []).map(
      ({ cardId, start, end }) => `${cardId}: ${text.slice(start, end)}`,
    ),
  );
}

async function read(
  loadFinder: () => Promise<MentionFinder> = () => Promise.resolve(finder),
): Promise<string[]> {
  const mentions = createMentionMap({ idPrefix: 'test', onRemoved: () => {} });
  const detection = { findStarts, loadFinder };
  const reader = createRegionReader({
    detection,
    page,
    mentions,
    ...options,
    onProgress: () => {},
  });
  const work = reader.createWork({ root: document }, createHeadingReader(options));
  while (await work());
  return mentions.list().map(({ cardId, text }) => `${cardId}: ${text}`);
}

const inline = ['Free', ' Unions', 'F', 'U ', 'Spr', 'ing', ' worker', ' and ', '.', ' ', '<br>'];
const text = fc.array(fc.constantFrom(...inline), { minLength: 1, maxLength: 5 });
const run = fc
  .tuple(fc.constantFrom('b', 'i', 'code', 'script'), text)
  .map(([name, pieces]) => `<${name}>${pieces.join('').replaceAll('<br>', '')}</${name}>`);
const block = fc
  .tuple(
    fc.constantFrom('p', 'h2', 'li', 'div'),
    fc.array(
      fc.oneof(
        run,
        text.map((pieces) => pieces.join('')),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([name, parts]) => `<${name}>${parts.join('')}</${name}>`);
const filler = fc.constantFrom('<p>Nothing at all.</p>', '\n', '<p> </p>');
const body = fc.array(fc.oneof(block, filler), { maxLength: 14 });

describe('createRegionReader', () => {
  it('finds what reading every block would find', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (parts) => {
        document.body.innerHTML = parts.join('');
        expect(await read()).toEqual(readEverything());
      }),
      { numRuns: 300 },
    );
  });

  it('loads no finder on a page where no alias can start, and so reads no block', async () => {
    document.body.innerHTML = '<p>Nothing <b>at</b> all.</p>'.repeat(100);
    const loadFinder = vi.fn<() => Promise<MentionFinder>>(() => Promise.resolve(finder));
    await read(loadFinder);
    expect(loadFinder).not.toHaveBeenCalled();
    document.body.append('Free Unions');
    await read(loadFinder);
    expect(loadFinder).toHaveBeenCalledOnce();
  });

  it('leaves out what the page threw out while the finder was loaded', async () => {
    document.body.innerHTML = '<p>Free Unions</p><p>FU</p>';
    const found = await read(() => {
      document.body.firstElementChild?.remove();
      return Promise.resolve(finder);
    });
    expect(found).toEqual(['federation: FU']);
  });

  it('knows the heading a block stands under though all between is left out', async () => {
    const between = '<p>Nothing at all.</p>'.repeat(10);
    document.body.innerHTML = `<h2>Workers</h2>${between}<p>In Spring they met.</p>`;
    expect(await read()).toEqual(['spring: Spring']);
    document.body.innerHTML = `<h2>Weather</h2>${between}<p>In Spring they met.</p>`;
    expect(await read()).toEqual([]);
  });
});
