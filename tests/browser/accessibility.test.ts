import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evaluateInClosedRoot } from '@/tests/support/browser/closed-root';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { openExtensionPage } from '@/tests/support/browser/launch';
import { waitForCard, waitForNoCard } from '@/tests/support/browser/open-card';
import { hoverText, sleep, waitForMarks } from '@/tests/support/browser/page-reading';
import { type PageServer, startPageServer } from '@/tests/support/browser/page-server';

type AxeReport = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly {
      readonly target: readonly unknown[];
      readonly failureSummary: string;
    }[];
  }[];
};
declare const axe: {
  run(options: { rules: Record<string, { enabled: boolean }> }): Promise<AxeReport>;
};
/** The gallery is many pages in one: what concerns a page as a whole is checked on the real ones. */
const pageRules = [
  'landmark-no-duplicate-main',
  'landmark-unique',
  'landmark-main-is-top-level',
  'region',
];

const project = join(import.meta.dirname, '../..');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** Run axe in a page; returns one line for each offending element. */
async function listViolations(page: Page, skippedRules: string[] = []): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (rules) =>
      axe.run({ rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])) }),
    skippedRules,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** List the colour of every text in the card, each with the colour of the paper behind it. */
function listColours(root: ShadowRoot): [text: string, paper: string][] {
  const texts = [...root.querySelectorAll('.card *')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
  );
  return texts.map((element) => {
    let behind: Element | null = element;
    while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') {
      behind = behind.parentElement;
    }
    return [
      getComputedStyle(element).color,
      behind ? getComputedStyle(behind).backgroundColor : '',
    ];
  });
}

/** Relative luminance of a computed `rgb()` colour, as WCAG 2.2 defines it. */
function toLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? [])
    .map((value) => Number(value) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function measureContrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [toLuminance(one), toLuminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** List the texts that are cut off, or stand out of their component at the side. */
function listClippedTexts(): string[] {
  return [...document.querySelectorAll('.specimen *:not(.visually-hidden)')].flatMap((element) => {
    const specimen = element.closest('.specimen');
    const text = [...element.childNodes].find(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
    if (specimen === null || text === undefined || element.closest('select') !== null) return [];
    const range = new Range();
    range.selectNodeContents(element);
    const [inner, outer] = [range.getBoundingClientRect(), specimen.getBoundingClientRect()];
    if (inner.width === 0 || element.checkVisibility({ opacityProperty: true }) === false)
      return [];
    const isCut =
      getComputedStyle(element).overflowX !== 'visible' &&
      element.scrollWidth > element.clientWidth + 1;
    const isOut = inner.right > outer.right + 1 || inner.left < outer.left - 1;
    return isCut || isOut ? [`${specimen.id}: ${element.textContent}`] : [];
  });
}

const languages = readdirSync(join(project, 'public/_locales'));

let gallery: PageServer;
beforeAll(async () => {
  await build({ configFile: join(project, 'tests/gallery/vite.config.ts'), logLevel: 'error' });
  gallery = await startPageServer(join(project, 'artifacts/gallery'));
}, 60_000);
afterAll(() => gallery.close());

describeInBrowsers('accessibility', (context) => {
  it.each(['theme=light', 'theme=dark', 'theme=light&dir=rtl'])(
    'axe finds nothing in any state of any component with %s',
    async (query) => {
      const page = await context.launched.browser.newPage();
      await page.setViewport({ width: 1760, height: 1000 });
      await page.goto(`${gallery.origin}/index.html?${query}`);
      // Specimens press their buttons one after the other.
      await page.waitForSelector('#card-undo .notice-bar');
      expect(await listViolations(page, pageRules)).toEqual([]);
      await page.close();
    },
    60_000,
  );

  it('clips no text in any state of any component, whatever the language', async () => {
    const page = await context.launched.browser.newPage();
    await page.setViewport({ width: 1760, height: 1000 });
    const clipped: Record<string, readonly string[]> = {};
    for (const language of languages) {
      await page.goto(`${gallery.origin}/index.html?language=${language}`);
      await page.waitForSelector('#card-undo .notice-bar');
      clipped[language] = await page.evaluate(listClippedTexts);
    }
    expect(clipped).toEqual(Object.fromEntries(languages.map((language) => [language, []])));
    await page.close();
  }, 180_000);

  it('keeps the text of a card readable on pages of every lightness', async () => {
    const page = await context.launched.browser.newPage();
    await page.goto(`${context.server.origin}/article/index.html`);
    await waitForMarks(page);
    const weakest: number[] = [];
    for (let step = 0; step < 12; step += 1) {
      const grey = Math.round((step * 255) / 11);
      await page.evaluate((level) => {
        document.body.style.cssText = `background: rgb(${level}, ${level}, ${level}) !important`;
      }, grey);
      await page.mouse.move(5, 5);
      // The pointer must be seen to leave before it counts as coming back.
      await sleep(200);
      await hoverText(page, 'Salidarnast');
      await waitForCard(page);
      const colours = (await evaluateInClosedRoot(page, listColours, null)) ?? [];
      expect(colours.length).toBeGreaterThan(10);
      weakest.push(Math.min(...colours.map(([text, paper]) => measureContrast(text, paper))));
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
    }
    expect(weakest).toHaveLength(12);
    expect(Math.min(...weakest)).toBeGreaterThanOrEqual(4.5);
    await page.close();
  }, 60_000);

  it.each(['popup.html', 'sidepanel.html', 'options.html', 'welcome.html'])(
    'axe finds nothing in %s',
    async (path) => {
      const page = await openExtensionPage(context.launched, path);
      await page.waitForSelector('main');
      expect(await listViolations(page)).toEqual([]);
      await page.close();
    },
  );
});
