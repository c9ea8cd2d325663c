import { chooseMarked } from '@/core/mark-density';
import type { Density } from '@/core/options';
import { findParentElement, isVisible, listBoxes } from '@/platform/dom-properties';
import { listRects } from '@/platform/range-rects';
import type { Highlighter } from './highlighter';
import type { MentionMap, PlacedMention } from './mention-map';
import { createHeadingFinder } from './reading-order';

/** Keeps the marks in step with the mentions and with what the reader wants to see. */
export type Marker = ReturnType<typeof createMarker>;

/** Create a marker of `mentions`. */
export function createMarker(mentions: MentionMap, highlighter: Highlighter) {
  const marked = new Set<PlacedMention>();

  return {
    /** Mark what `density` asks for among `wanted`, in reading order, and nothing else. */
    refresh(wanted: readonly PlacedMention[], density: Density): void {
      const chosen = new Set(chooseMentions(wanted, density));
      for (const mention of marked) if (!chosen.has(mention)) this.unmark(mention);
      for (const mention of chosen) {
        if (marked.has(mention)) continue;
        marked.add(mention);
        highlighter.add(mention);
      }
      highlighter.restore();
    },
    unmark(mention: PlacedMention): void {
      if (marked.delete(mention)) highlighter.remove(mention);
    },
    /** Remove every mark and the style sheet with them. */
    clear(): void {
      marked.clear();
      highlighter.clear();
    },
    isMarked: (mention: PlacedMention): boolean => marked.has(mention),
    findIn(parent: Node): readonly PlacedMention[] {
      const found = mentions.findIn(parent);
      return found ? [...found].filter((mention) => marked.has(mention)) : [];
    },
    get size(): number {
      return marked.size;
    },
  };
}

function chooseMentions(wanted: readonly PlacedMention[], density: Density): PlacedMention[] {
  if (density === 'none' || wanted.length === 0) return [];
  if (density === 'every') return [...wanted];
  const findHeading = createHeadingFinder();
  // Before its first layout, Firefox takes everything for hidden.
  const isLaidOut = isVisible(document.body ?? document.documentElement);
  const candidates = wanted.map((mention) => ({
    mention,
    cardKey: `${mention.packId}/${mention.cardId}`,
    section: density === 'first-per-section' ? findHeading(mention.range.startContainer) : null,
  }));
  const isShown = ({ mention: { range } }: (typeof candidates)[number]): boolean =>
    !isLaidOut || isVisible(findParentElement(range.startContainer) ?? document.documentElement);
  // What is hidden must not stand for the mention the reader sees, yet be marked once it is shown.
  const shown = new Set(candidates.filter(isShown));
  let chosen = chooseMarked([...shown], density);
  // Measured last, and only what would be marked: unlike the rest, this may cost a layout.
  for (let tiny = isLaidOut ? chosen.filter(isTiny) : []; tiny.length > 0;) {
    for (const candidate of tiny) shown.delete(candidate);
    chosen = chooseMarked([...shown], density);
    tiny = chosen.filter(isTiny);
  }
  const hidden = candidates.filter((candidate) => !shown.has(candidate));
  return [...chosen, ...chooseMarked(hidden, density)].map(({ mention }) => mention);
}

/** Mentions that have been seen to have a size. */
const sized = new WeakSet<PlacedMention>();

/** Text for screen readers alone is drawn in letters of no size, or in a box of one pixel. */
function isTiny({ mention }: { readonly mention: PlacedMention }): boolean {
  if (sized.has(mention)) return false;
  const parent = findParentElement(mention.range.startContainer);
  const boxes = parent ? listBoxes(parent) : [];
  const isBoxTiny = boxes.length > 0 && boxes.every(({ width, height }) => width * height <= 1);
  if (isBoxTiny || listRects(mention.range).length === 0) return true;
  sized.add(mention);
  return false;
}
