import { expect } from 'vitest';
import type { Check, HostilePage } from '../hostile-page';
import { listMarks, waitForMarks } from '@/tests/support/browser/page-reading';

/** Says what is marked: nothing but names as a reader sees them. */
function expectMarks(expected: readonly string[]): Check {
  return async ({ page, openCard, expectCopy }) => {
    expect(await waitForMarks(page, expected.length)).toEqual(expected);
    await openCard();
    await expectCopy();
  };
}

/** Set by script, since parsers repair some of it. */
function setText(text: string): string {
  return `<p id="text"></p><script>text.textContent = ${JSON.stringify(text)};</script>`;
}

/** Pages whose text is not what it seems. */
export const textPages: readonly HostilePage[] = [
  {
    title: 'gets marks at the right letters between lone surrogates',
    defence: 'offsets count what the page counts',
    body: setText('\ud83d Salidarnast \udc00\ud83d\ude00\udfff \ud800 Salidarnast \udbff'),
    isLive: 'text.textContent.isWellFormed() === false',
    check: expectMarks(['Salidarnast']),
  },
  {
    title: 'gets marks at the right letters among control characters',
    defence: 'offsets count what the page counts',
    body: setText(
      '\u0000\u0001\u0007\u001b[31m Salidarnast \u0085\u2028\ufffe\uffff Salidarnast\u0000',
    ),
    isLive: 'text.textContent.includes("\\u0001")',
    check: expectMarks(['Salidarnast']),
  },
  {
    title: 'gets no other copy by turning its text around',
    defence: 'citations come from the pack',
    body: setText(
      '\u202eWorkers\u202c turned to \u2067Salidarnast\u2069 \u061c\u200f\u202d, as Salidarnast wrote\u202e\u2066',
    ),
    isLive: 'text.textContent.includes("\\u202e")',
    async check({ openCard, expectCopy, readClipboard }) {
      const { title } = await openCard();
      expect(title).toBe('Salidarnast');
      await expectCopy();
      // oxlint-disable-next-line no-misleading-character-class -- each of these turns text around
      expect(await readClipboard()).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/);
    },
  },
  {
    title: 'changes no citation by what it says of its language and title',
    defence: 'citations come from the pack',
    body: `<p id="text" lang="\u202eevil&quot;">Salidarnast</p><script>
      document.documentElement.lang = 'x'.repeat(100000) + '\\n<script>';
      document.title = '}}[[evil]]\\n' + '\\u202e';</script>`,
    isLive: 'document.documentElement.lang.length > 100000',
    check: expectMarks(['Salidarnast']),
  },
  {
    title: 'gets marks over whole names that zero-width letters cut',
    defence: 'offsets count what the page counts',
    body: setText('Sali\u00addarnast, \u200bSalidarnast\u200b, Salidarnast\ufeff'),
    isLive: 'text.textContent.includes("\\u00ad")',
    async check({ page }) {
      const marks = await listMarks(page);
      expect(marks.map((mark) => mark.replaceAll(/[\u00ad\u200b\ufeff]/g, ''))).toEqual(
        marks.map(() => 'Salidarnast'),
      );
      expect(marks.length).toBeGreaterThanOrEqual(1);
    },
  },
];
