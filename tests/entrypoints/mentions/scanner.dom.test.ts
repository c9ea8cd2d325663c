import { expect, it, vi } from 'vitest';
import { compileDetection } from '@/core/detection/compile';
import { createMentionFinder, indexStarts } from '@/core/detection/mention-finder';
import { readTables } from '@/core/detection/tables';
import { createMentionMap } from '@/entrypoints/mentions/mention-map';
import { createScanner } from '@/entrypoints/mentions/scanner';
import { readingBudget } from '@/entrypoints/mentions/slices';
import { makeAliases, makeGroup } from '@/tests/support/alias-sets';

// happy-dom has none; nothing here asks a range for more than it was made of.
vi.stubGlobal('StaticRange', function StaticRange(this: object, init: StaticRangeInit) {
  Object.assign(this, init);
});

const compiled = compileDetection(
  'pack',
  makeAliases({ groups: [makeGroup({ cardId: 'federation', forms: ['Free Unions'] })] }),
);
const findStarts = indexStarts([readTables(compiled)]);
const finder = createMentionFinder([compiled], findStarts);

/** Read the children of the body, a region each, and list the mentions found; rejects as the scan does. */
async function scan(): Promise<string[]> {
  const mentions = createMentionMap({ idPrefix: 'test', onRemoved: () => {} });
  const scanner = createScanner({
    detection: {
      findStarts,
      loadFinder: () => Promise.resolve(finder),
      quietIds: new Set(),
      version: '',
    },
    page: { title: '', language: 'en' },
    mentions,
    marksCode: false,
    signal: new AbortController().signal,
    onShadowRoot: () => {},
    onCustomElement: () => {},
    onProgress: () => {},
  });
  const regions = [...document.body.children].map((root) => ({ root }));
  await scanner.scan(regions, readingBudget);
  return mentions.list().map(({ text }) => text);
}

/** Have the text of an element fail `times`, as a node that Firefox no longer knows for one does. */
function failToRead(element: Element | null, times: number): void {
  const text = element?.firstChild as Text;
  const { data } = text;
  let failures = 0;
  Object.defineProperty(text, 'data', {
    get() {
      failures += 1;
      if (failures <= times) throw new TypeError('no node');
      return data;
    },
  });
}

const body = '<p>Free Unions said.</p><p>Free Unions wrote.</p>';

it('reads a region anew where reading it failed', async () => {
  document.body.innerHTML = body;
  failToRead(document.querySelector('p'), 1);
  expect(await scan()).toEqual(['Free Unions', 'Free Unions']);
});

it('leaves out a region that goes away while it is read', async () => {
  document.body.innerHTML = body;
  const first = document.querySelector('p');
  Object.defineProperty(first?.firstChild, 'data', {
    get() {
      first?.remove();
      throw new TypeError('no node');
    },
  });
  expect(await scan()).toEqual(['Free Unions']);
});

it('tells of what fails again', async () => {
  document.body.innerHTML = body;
  failToRead(document.querySelector('p'), 100);
  await expect(scan()).rejects.toThrow('no node');
});
