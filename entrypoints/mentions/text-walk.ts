import { getLastInside, isElement, isInside, isText } from '@/platform/dom-properties';

/** Walks over the texts below a root, from one place in it to another. */
export type TextWalk = {
  /** Move on to the next text; null at the end. */
  readonly next: () => Text | null;
  /** Move on to the first text after all that is in `node`. */
  readonly moveBeyond: (node: Node) => Text | null;
  /** Move back to the text before; null at the beginning. */
  readonly previous: () => Text | null;
  /** Move back to the last text before `node` and all that is in it. */
  readonly moveBefore: (node: Node) => Text | null;
  readonly moveTo: (node: Node) => void;
  /** Say whether `isWanted` holds for an element that begins between two texts; the walk stays where it is. */
  readonly isBetween: (
    before: Text,
    after: Text,
    isWanted: (element: Element) => boolean,
  ) => boolean;
};

/** XHTML may write text as character data. */
const textNodes = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;

/** Create a walk over `root`, which begins before the first text in or after `from`, if given. */
export function createTextWalk(
  root: Node,
  { from, until }: { readonly from?: Node | undefined; readonly until?: Node | undefined } = {},
): TextWalk {
  const walker = document.createTreeWalker(root, textNodes);
  const nodes = document.createTreeWalker(root, textNodes | NodeFilter.SHOW_ELEMENT);
  const first = from ? findFrom(from) : null;
  const end = until ? findFrom(until) : null;
  let isBefore = first !== null;
  const isEmpty = from !== undefined && first === null;
  walker.currentNode = root;

  function findFrom(node: Node): Text | null {
    walker.currentNode = node;
    // Only text nodes are shown.
    return (isText(node) ? node : walker.nextNode()) as Text | null;
  }

  function next(): Text | null {
    if (isBefore && first) {
      isBefore = false;
      walker.currentNode = first;
      return first;
    }
    const node = isEmpty ? null : (walker.nextNode() as Text | null);
    return node === end ? null : node;
  }

  function previous(): Text | null {
    return walker.currentNode === first ? null : (walker.previousNode() as Text | null);
  }

  return {
    next,
    previous,
    moveBeyond(node) {
      if (end && isInside(end, node)) return null;
      walker.currentNode = getLastInside(node);
      return next();
    },
    moveBefore(node) {
      if (first && isInside(first, node)) return null;
      walker.currentNode = node;
      return previous();
    },
    isBetween(before, after, isWanted) {
      nodes.currentNode = before;
      for (let node = nodes.nextNode(); node && node !== after; node = nodes.nextNode())
        if (isElement(node) && isWanted(node)) return true;
      return false;
    },
    moveTo(node) {
      isBefore = false;
      walker.currentNode = node;
    },
  };
}
