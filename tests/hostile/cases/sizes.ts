import { expect } from 'vitest';
import { type HostilePage, sentence } from '../hostile-page';
import { listMentions } from '@/tests/support/browser/mention-list';

/** Pages that are too much to read. */
export const sizePages: readonly HostilePage[] = [
  {
    title: 'gets no more than 5,000 mentions for 100,000 names',
    defence: 'a document has a limit',
    body: `<div id="text">${'<p>BKDP and Salidarnast wrote.</p>'.repeat(50_000)}</div>`,
    isLive: 'text.childElementCount === 50000',
    async check({ page, context }) {
      await expect
        .poll(() => listMentions(context.launched, page), { timeout: 40_000, interval: 500 })
        .toHaveLength(5000);
    },
  },
  {
    title: 'is read through 12,000 levels of elements',
    defence: 'no recursion over the page',
    body: `${sentence}<div id="deep" style="display: none"></div><script>
      let inner = deep;
      for (let level = 0; level < 12000; level += 1) inner = inner.appendChild(document.createElement('i'));
      inner.textContent = 'Salidarnast';
      rest = () => deep.replaceChildren();</script>`,
    isLive: 'inner.textContent === "Salidarnast"',
    async act(page) {
      await page.evaluate('inner.append(" and BKDP")');
    },
    check: async ({ openCard }) => void (await openCard()),
  },
];
