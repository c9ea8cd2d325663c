import type { Page } from 'puppeteer-core';
import type { ExtensionErrors } from '@/tests/support/browser/watch-extension-errors';
import type { ExtensionTab, FoundMention } from '@/tests/support/browser/extension-tab';

/** What one saved page was like with the extension on. */
export type Visit = {
  /** What the extension says it found on the page as it was saved. */
  readonly mentions: readonly FoundMention[];
  /** From the start of loading until the page was read, in epoch milliseconds. */
  readonly reading: { readonly from: number; readonly to: number };
  readonly errors: readonly string[];
  /** SHA-256 of the document as it was parsed. */
  readonly hash: string;
  /** The document is the same as before: after reading, with a mention put in, after a card. */
  readonly isSame: { readonly read: boolean; readonly marked: boolean; readonly card: boolean };
  /** A page that hides all of itself until its scripts have run has nothing to mark. */
  readonly isHidden: boolean;
  readonly isMarked: boolean;
  readonly hasOpenedCard: boolean;
};

type Tools = {
  readonly tab: ExtensionTab;
  readonly errors: ExtensionErrors;
};

/** Kept in the window of the page: a document of a megabyte need not travel. */
type Notes = { parsed?: string; planted?: string };

const settleMs = 100;
const longestWaitMs = 5000;
/** Names of the bundled pack that need no evidence around them. */
const sentence = 'The International Labour Organization heard the BKDP.';

/** Make every page opened in `page` from now on remember itself as it was parsed. */
export async function rememberParsed(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    document.addEventListener(
      'DOMContentLoaded',
      () => {
        (globalThis as { parsed?: string }).parsed = new XMLSerializer().serializeToString(
          document,
        );
      },
      { capture: true, once: true },
    );
  });
}

/** Load a page where no extension is and give the hash of its document once loaded. */
export async function visitControl(page: Page, url: string): Promise<string> {
  await page.goto(url, { waitUntil: 'load' });
  return hashDocument(page);
}

/** Load a page, let the extension read it, give it a mention to mark, open and close its card. */
export async function visit(page: Page, url: string, { tab, errors }: Tools): Promise<Visit> {
  errors.take();
  const from = Date.now();
  await page.goto(url, { waitUntil: 'load' });
  const mentions = await waitForReading(tab, url);
  const to = Date.now();
  const hash = await hashDocument(page);
  const isRead = await isDocument(page, 'parsed');

  const isHidden = !(await plant(page));
  const findPlanted = async () =>
    (await tab.listMentions(url))?.find(({ text }) => sentence.includes(text));
  const mention = isHidden ? null : await waitFor(findPlanted);
  const isMarked = mention !== null && (await waitFor(() => hasMarks(page))) !== null;
  const isSameMarked = await isDocument(page, 'planted');
  let hasOpenedCard = false;
  if (mention !== null) {
    await tab.revealMention(url, mention.id);
    hasOpenedCard = (await waitFor(() => hasCard(page))) !== null;
    await page.keyboard.press('Escape');
    await waitFor(async () => !(await hasCard(page)));
  }
  const isSameAfterCard = await isDocument(page, 'planted');
  return {
    mentions,
    reading: { from, to },
    hash,
    isSame: { read: isRead, marked: isSameMarked, card: isSameAfterCard },
    isHidden,
    isMarked,
    hasOpenedCard,
    errors: errors.take(),
  };
}

/** Wait until the extension found the same twice; a page without mentions gives no other sign. */
async function waitForReading(tab: ExtensionTab, url: string): Promise<readonly FoundMention[]> {
  const end = Date.now() + longestWaitMs;
  let before: number | null = null;
  for (;;) {
    await sleep(settleMs);
    const mentions = await tab.listMentions(url);
    if (mentions !== null && mentions.length === before) return mentions;
    before = mentions?.length ?? null;
    if (Date.now() > end) throw new Error(`the extension does not read ${url}`);
  }
}

/** Put a paragraph with mentions in; false when the page hides it. */
function plant(page: Page): Promise<boolean> {
  return page.evaluate((text) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    // Some pages stay hidden until a script of theirs has run.
    paragraph.style.cssText = 'all: initial; display: block;';
    document.body.prepend(paragraph);
    (globalThis as Notes).planted = new XMLSerializer().serializeToString(document);
    return paragraph.checkVisibility();
  }, sentence);
}

function isDocument(page: Page, note: keyof Notes): Promise<boolean> {
  return page.evaluate(
    (key) =>
      new XMLSerializer().serializeToString(document) === (globalThis as Notes)[key as 'parsed'],
    note,
  );
}

function hashDocument(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const bytes = new TextEncoder().encode(new XMLSerializer().serializeToString(document));
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  });
}

function hasMarks(page: Page): Promise<boolean> {
  return page.evaluate(() => [...CSS.highlights.values()].some(({ size }) => size > 0));
}

/** The host of the card is the last element of the document and shows nothing of its inside. */
function hasCard(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('div[popover]:empty:popover-open') !== null);
}

/** Ask until the answer is something; null when it never is. */
async function waitFor<Answer>(
  ask: () => Promise<Answer | false | null | undefined>,
): Promise<Answer | null> {
  const end = Date.now() + longestWaitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) return null;
    await sleep(20);
  }
}

async function sleep(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
