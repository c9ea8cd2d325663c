import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { addTextDirective } from '@/core/citation/citation-context';
import { escapeHtml } from '@/core/citation/rich-text';
import { getQuote } from '@/core/pack';
import { readCompiledPack } from '@/tests/support/compiled-pack';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';

const { pack, citations } = readCompiledPack();

/** Paragraphs far apart, narrow columns: only the sentence that was meant is in view. */
const style = 'body { width: 340px; font: 16px/30px serif } p { margin: 3000px 0 }';

function toPage(toParagraph: (text: string) => string): string {
  const paragraphs = pack.source.text.split('\n\n').map((text) => `<p>${toParagraph(text)}</p>`);
  return `<!doctype html><meta charset="utf-8"><title>Copy</title><style>${style}</style>${paragraphs.join('')}`;
}

/** The same words as a careless publisher would set them. */
function toUntidyHtml(text: string): string {
  return escapeHtml(text.replaceAll('’', "'"))
    .replaceAll(/(\d+) (\w)/g, '$1&nbsp;$2')
    .replaceAll(/\b(ILO|FIDH|Belarus)\b/g, '<b>$1</b>')
    .replaceAll(/ (and|the) /g, '\n  <i>$1</i> ');
}

const copies = { '/tidy': toPage(escapeHtml), '/untidy': toPage(toUntidyHtml) };

/** Tell whether the middle of the window shows words of `quote`, a line more or less. */
async function showsQuote(page: Page, quote: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const nodes: { node: Node; start: number }[] = [];
    let text = '';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      nodes.push({ node, start: text.length });
      text += node.nodeValue ?? '';
    }
    const pattern = wanted
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll(/\s+/g, String.raw`\s+`)
      .replaceAll('’', "['’]");
    const match = new RegExp(pattern).exec(text);
    if (match === null) throw new Error(`The page does not say: ${wanted}`);
    const locate = (offset: number): { node: Node; start: number } => {
      const found = nodes.findLast(({ start }) => start <= offset);
      if (found === undefined) throw new Error('The page is empty');
      return found;
    };
    const first = locate(match.index);
    const last = locate(match.index + match[0].length - 1);
    const range = document.createRange();
    range.setStart(first.node, match.index - first.start);
    range.setEnd(last.node, match.index + match[0].length - last.start);
    const { top, bottom } = range.getBoundingClientRect();
    const middle = innerHeight / 2;
    return scrollY > 0 && top - 30 <= middle && middle <= bottom + 30;
  }, quote);
}

describeInBrowsers('links to the sentence', (context) => {
  it.each(Object.entries(copies))(
    'reach the quote of every fact in a copy that is %s',
    async (path, body) => {
      const address = context.server.add({ path, body });
      const page = await (await context.getControl()).browser.newPage();
      await page.setViewport({ width: 500, height: 300 });
      const lost: string[] = [];
      for (const fact of pack.facts) {
        // A new address each time: a mere change of fragment would not load the page.
        const directive = citations.textDirectives[fact.id] ?? '';
        await page.goto(addTextDirective(`${address}?${fact.id}`, directive));
        const quote = getQuote(fact, pack.source);
        const isThere = await waitUntil(() => showsQuote(page, quote));
        if (!isThere) lost.push(`${fact.id}: ${quote}`);
      }
      expect(lost).toEqual([]);
      await page.close();
    },
    120_000,
  );
});

/** Ask again for half a second: browsers scroll once the page is laid out. */
async function waitUntil(ask: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + 500;
  for (;;) {
    if (await ask()) return true;
    if (Date.now() > end) return false;
  }
}
