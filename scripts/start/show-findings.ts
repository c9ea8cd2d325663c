import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Card, Pack } from '@/core/pack';
import type { ExtensionBrowser } from '@/tests/support/browser/launch';
import { listMentions } from '@/tests/support/browser/mention-list';
import { hoverText, sleep, waitForMarks } from '@/tests/support/browser/page-reading';
import { waitForCard } from '@/tests/support/browser/open-card';
import { openPopup } from '@/tests/support/browser/popup';

/** Longer than a card takes to fade in. */
const fadeMs = 400;

type Findings = {
  readonly launched: ExtensionBrowser;
  /** The tab that shows the sample article. */
  readonly page: Page;
  readonly pack: Pack;
  /** Where the screenshots go. */
  readonly folder: string;
};

/** Print every mention with its card and the card's first fact, and save three screenshots. */
export async function showFindings({ launched, page, pack, folder }: Findings): Promise<void> {
  await waitForMarks(page);
  const cards = new Map(pack.cards.map((card) => [card.id, card]));
  const mentions = await listMentions(launched, page);
  await page.bringToFront();

  const rows = mentions.map(({ text, cardId }) => ({
    mention: text,
    card: cards.get(cardId)?.title ?? cardId,
    'first fact': getFirstStatement(pack, cards.get(cardId)),
  }));
  console.log(formatTable(rows));
  const cardCount = new Set(mentions.map(({ cardId }) => cardId)).size;
  console.log(`${mentions.length} mentions of ${cardCount} cards on the sample article`);

  await save(page, join(folder, 'page.png'));
  await hoverText(page, 'Article\u00a033');
  await waitForCard(page);
  await sleep(fadeMs);
  await save(page, join(folder, 'card.png'));
  const popup = await openPopup(launched, page);
  await save(popup, join(folder, 'popup.png'));
  await popup.close();
}

async function save(page: Page, path: string): Promise<void> {
  await page.screenshot({ path: path as `${string}.png` });
  console.log(`saved ${path}`);
}

function getFirstStatement({ facts }: Pack, card: Card | undefined): string {
  return facts.find(({ id }) => id === card?.factIds[0])?.statement ?? '';
}

/** Format rows as aligned columns, each cell cut to what fits a terminal. */
function formatTable(rows: readonly Readonly<Record<string, string>>[]): string {
  const widths: Readonly<Record<string, number>> = { mention: 34, card: 44, 'first fact': 78 };
  const columns = Object.entries(widths);
  const lines = [
    columns.map(([name, width]) => name.padEnd(width)).join('  '),
    columns.map(([, width]) => '─'.repeat(width)).join('  '),
    ...rows.map((row) =>
      columns
        .map(([name, width]) => fit(row[name] ?? '', width))
        .join('  ')
        .trimEnd(),
    ),
  ];
  return lines.join('\n');
}

function fit(text: string, width: number): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > width ? `${line.slice(0, width - 1)}…` : line.padEnd(width);
}
