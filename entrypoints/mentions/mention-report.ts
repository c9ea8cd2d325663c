import { findFirstIndex } from '@/core/bisect';
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
  return mentions[findFirstIndex(mentions, isAbove)] ?? null;
}

function isAbove({ range }: PlacedMention): boolean {
  return (listRects(range)[0]?.bottom ?? 0) < 0;
}

function toHeading(heading: Element | null): string | null {
  const text = tidy(heading?.textContent ?? '');
  return text === '' ? null : text.slice(0, longestHeading);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
