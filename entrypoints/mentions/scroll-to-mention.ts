import { findParentElement } from '@/platform/dom-properties';
import { listRects } from '@/platform/range-rects';
import type { PlacedMention } from './mention-map';

/** Bring a mention into view, in every scrolled box around it. */
export function scrollToMention(mention: PlacedMention): void {
  const element = findParentElement(mention.range.startContainer);
  if (!element) return;
  Element.prototype.scrollIntoView.call(element, { block: 'center', behavior: 'instant' });
  // A long paragraph may be in view while the mention in it is not.
  const rect = listRects(mention.range)[0];
  if (rect && (rect.top < 0 || rect.bottom > innerHeight))
    window.scrollBy({ top: rect.top - innerHeight / 2, behavior: 'instant' });
}
