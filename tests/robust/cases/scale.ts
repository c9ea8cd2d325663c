import { expect } from 'vitest';
import { openPopup } from '@/tests/support/browser/popup';
import type { RobustCase } from '../robust-case';

const everyMention = { 'option.density': 'every' };

/** More of everything than any page should have. */
export const scaleCases: readonly RobustCase[] = [
  {
    name: 'reads a text node of ten million letters and marks 500 names in it',
    defence: 'a text node has a limit',
    stored: everyMention,
    page: `<div hidden></div><p>BKDP spoke.</p><script>
      document.querySelector('div').textContent = 'FIDH said so once more. '.repeat(420_000);
      </script>`,
    marks: [...Array<string>(500).fill('FIDH'), 'BKDP'],
    card: 'BKDP',
  },
  {
    name: 'marks 5,000 of 100,000 mentions and says that there are more',
    defence: 'a document has a limit',
    stored: everyMention,
    page: `<main></main><script>
      document.querySelector('main').innerHTML = ('<p>' + 'FIDH '.repeat(100)).repeat(1000);</script>`,
    marks: Array<string>(5000).fill('FIDH'),
    async check({ launched, page }) {
      const popup = await openPopup(launched, page);
      await expect
        .poll(() => popup.evaluate(() => document.body.innerText), { timeout: 8000 })
        .toMatch(/first 5,?000/i);
      await popup.close();
    },
  },
  {
    name: 'reads a tree of 25,000 levels',
    defence: 'trees are climbed without recursion',
    page: `<div hidden></div><p>BKDP spoke.</p><script>
      let inner = document.querySelector('div');
      for (let level = 0; level < 25_000; level += 1) {
        const child = document.createElement(level % 2 ? 'b' : 'div');
        inner.append(child);
        inner = child;
      }
      inner.textContent = 'FIDH spoke.';</script>`,
    marks: ['FIDH', 'BKDP'],
    card: 'BKDP',
  },
  {
    name: 'gathers a thousand changes a second into a few readings',
    defence: 'changes are gathered',
    page: `<p id="busy">Nothing yet</p><p>BKDP spoke.</p>`,
    before: ['BKDP'],
    act: (page) =>
      page.evaluate(async () => {
        const text = document.querySelector('#busy')?.firstChild as Text;
        const seen = { marks: new Set<AbstractRange>(), changes: 0 };
        const end = performance.now() + 2000;
        while (performance.now() < end) {
          for (let change = 0; change < 10; change += 1) {
            seen.changes += 1;
            text.data = `FIDH ${seen.changes}`;
          }
          await new Promise((resolve) => {
            setTimeout(resolve, 10);
          });
          for (const highlight of CSS.highlights.values())
            for (const mark of highlight) seen.marks.add(mark);
        }
        text.data = 'FIDH in the end';
        Object.assign(globalThis, { readings: seen.marks.size });
      }),
    marks: ['FIDH', 'BKDP'],
    card: 'FIDH',
    async check({ page }) {
      const readings = await page.evaluate(
        () => (globalThis as unknown as { readings: number }).readings,
      );
      // One mark of another name, and at most one reading in 50 ms.
      expect(readings).toBeLessThanOrEqual(41);
    },
  },
];
