import { getFirstChild, getLastInside, isInside, queryAll } from '@/platform/dom-properties';
import { unseenNames } from './flow-rules';
import { compareNodes } from './reading-order';
import { createTextWalk } from './text-walk';

/** Tells which texts of a walk nobody sees; asked in document order, and of every text on the way. */
export type UnseenTexts = {
  /** Take up the walk at `node`; the page may have changed since. */
  readonly resume: (node: Text) => void;
  /** Say whether nobody sees `node`, the next text of the walk. */
  readonly isNext: (node: Text) => boolean;
};

/** A selector of twelve names costs as much as the whole sweep; of a document it is known which it has. */
function getUnseenSelector(root: Node): string {
  const present = [...unseenNames].filter(
    (name) => root !== document || document.getElementsByTagName(name).length > 0,
  );
  return present.join() || ':not(*)';
}

/**
 * Find the texts in `root` that nobody sees. Comparing each text with the next of them costs next to
 * nothing; to ask for its parent, or to look it up in a set, costs as much as to visit it.
 */
export function findUnseenTexts(root: Node & ParentNode): UnseenTexts {
  const unseen: Node[] = [];
  let outer: Element | null = null;
  for (const element of queryAll(root, getUnseenSelector(root))) {
    const last = getLastInside(element);
    if (last === element || (outer && isInside(element, outer))) continue;
    outer = element;
    // Scripts and style sheets, nearly all there are, have one text.
    if (getFirstChild(element) === last) {
      unseen.push(last);
      continue;
    }
    const walk = createTextWalk(element);
    for (let text = walk.next(); text; text = walk.next()) unseen.push(text);
  }
  let index = 0;
  return {
    resume(node) {
      for (; index < unseen.length; index += 1) {
        const next = unseen[index];
        if (next && isInside(next, root) && compareNodes(next, node) >= 0) break;
      }
    },
    isNext(node) {
      if (node !== unseen[index]) return false;
      index += 1;
      return true;
    },
  };
}
