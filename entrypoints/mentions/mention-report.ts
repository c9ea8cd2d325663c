import type { PageReport } from '@/platform/messages';
import { findParentElement, isVisible } from '@/platform/dom-properties';
import { listRects } from '@/platform/range-rects';
import type { PlacedMention } from './mention-map';
import { createHeadingFinder } from './reading-order';

const longestHeading = 200;

/** Describe the mentions a reader can see, in reading order, for lists outside the page. */
export function createReport(
  wanted: readonly PlacedMention[],
  state: Omit<PageReport, 'mentions' | 'inViewId'>,
): PageReport {
  const findHeading = createHeadingFinder();
  const visible = wanted.filter(({ range }) => {
    const parent = findParentElement(range.startContainer);
    return parent !== null && isVisible(parent);
  });
  return {
    ...state,
    mentions: visible.map(({ id, packId, cardId, text, range }) => ({
      id,
      packId,
      cardId,
      text: tidy(text),
      heading: toHeading(findHeading(range.startContainer)),
    })),
    inViewId: findInView(visible)?.id ?? null,
  };
}

/** Find the first mention in or below what is in view; text runs down the page nearly always. */
function findInView(mentions: readonly PlacedMention[]): PlacedMention | null {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const mention = mentions[middle];
    const bottom = (mention && listRects(mention.range)[0]?.bottom) ?? 0;
    if (bottom < 0) low = middle + 1;
    else high = middle;
  }
  return mentions[low] ?? null;
}

function toHeading(heading: Element | null): string | null {
  const text = tidy(heading?.textContent ?? '');
  return text === '' ? null : text.slice(0, longestHeading);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
