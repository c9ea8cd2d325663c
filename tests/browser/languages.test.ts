import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { evaluateInClosedRoot } from '@/tests/support/browser/closed-root';
import { describeForReader } from '@/tests/support/browser/describe-browsers';
import { openExtensionPage } from '@/tests/support/browser/launch';
import { waitForCard } from '@/tests/support/browser/open-card';
import { hoverText, waitForMarks } from '@/tests/support/browser/page-reading';

const messages = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../public/_locales/be/messages.json'), 'utf8'),
) as Record<string, { message: string }>;

/** Names that are written alike in every language, of keys and of formats too. */
const names = /\b(?:Fact Cards|FIDH|Alt|Shift|Ctrl|Escape|example\.org|localhost|PDF|JSON)\b/g;

/** List words in Latin letters that are not marked as being in another language. */
function listLatinWords(root: Document | ShadowRoot, namePattern: string): string[] {
  const texts: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.closest('[lang=en], style, script, kbd, code, option') !== null) continue;
    for (const attribute of ['aria-label', 'placeholder', 'title', 'alt']) {
      texts.push(element.getAttribute(attribute) ?? '');
    }
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
    }
  }
  return texts
    .map((text) => text.replaceAll(new RegExp(namePattern, 'g'), ''))
    .filter((text) => /[A-Za-z]{2}/.test(text));
}

// No interface language reaches Belarusian everywhere: Chromium has none, Firefox needs a language
// pack. What a reader asks websites for is known in both.
describeForReader(['be', 'ru', 'en'], 'for a reader of Belarusian', (context) => {
  it.each(['welcome.html', 'options.html', 'popup.html', 'sidepanel.html'])(
    '%s is in Belarusian and nothing else',
    async (path) => {
      const page = await openExtensionPage(context.launched, path);
      await page.waitForSelector('main');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('be');
      const text = await page.evaluate(() => document.body.innerText);
      expect(text).toContain(messages['quietMode']?.message);
      // Queries to try name what the pack knows.
      await page.evaluate(() => document.querySelector('.examples')?.remove());
      expect(
        await page.evaluate(`(${listLatinWords})(document, ${JSON.stringify(names.source)})`),
      ).toEqual([]);
      await page.close();
    },
  );

  it('the welcome page warns in Belarusian', async () => {
    const page = await openExtensionPage(context.launched, 'welcome.html');
    await page.waitForSelector('main');
    const text = await page.evaluate(() => document.body.innerText);
    for (const name of ['riskBelarus', 'riskRussia', 'accessOnClickHint', 'promiseNoNetwork']) {
      expect(text).toContain(messages[name]?.message);
    }
    await page.close();
  });

  it('a card in a page is in Belarusian around the English of its pack', async () => {
    const page = await context.launched.browser.newPage();
    await page.goto(`${context.server.origin}/article/index.html`);
    await waitForMarks(page);
    await hoverText(page, 'Salidarnast');
    const card = await waitForCard(page);
    expect(card.text).toContain('Станам на сакавік 2025');
    expect(card.controls).toContain(messages['factQuote']?.message);
    const languages = await evaluateInClosedRoot(
      page,
      (root) =>
        ['[role=dialog]', '.card-title', '.fact-statement', '.fact-as-of'].map((selector) =>
          root.querySelector(selector)?.closest('[lang]')?.getAttribute('lang'),
        ),
      null,
    );
    expect(languages).toEqual(['be', 'en', 'en', 'be']);
    // What is read out names the card, whose title is the pack's.
    const known = `${names.source}|Salidarnast`;
    expect(await evaluateInClosedRoot(page, listLatinWords as never, known)).toEqual([]);
    await page.close();
  });
});
