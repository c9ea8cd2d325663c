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

/** Some of the texts nobody sees, in document order, and how many of them are passed. */
type Queue = { readonly texts: readonly Node[]; passed: number };

const unseenSelector = [...unseenNames].join();

/** List the elements that are not seen, by name for a document: it keeps such lists, selectors cost more. */
function listUnseen(root: Node & ParentNode): readonly ArrayLike<Element>[] {
  return root === document
    ? [...unseenNames].map((name) => document.getElementsByTagName(name))
    : [queryAll(root, unseenSelector)];
}

function listTexts(elements: ArrayLike<Element>): Node[] {
  const texts: Node[] = [];
  let outer: Element | null = null;
  for (const element of Array.from(elements)) {
    const last = getLastInside(element);
    if (last === element || (outer && isInside(element, outer))) continue;
    outer = element;
    // Scripts and style sheets, nearly all there are, have one text.
    if (getFirstChild(element) === last) {
      texts.push(last);
      continue;
    }
    const walk = createTextWalk(element);
    for (let text = walk.next(); text; text = walk.next()) texts.push(text);
  }
  return texts;
}

/**
 * Find the texts in `root` that nobody sees. Comparing each text with the next of them costs next to
 * nothing; to ask for its parent, or to look it up in a set, costs as much as to visit it.
 */
export function findUnseenTexts(root: Node & ParentNode): UnseenTexts {
  const queues = listUnseen(root)
    .map((elements): Queue => ({ texts: listTexts(elements), passed: 0 }))
    .filter(({ texts }) => texts.length > 0);
  return {
    resume(node) {
      for (const queue of queues) {
        for (; queue.passed < queue.texts.length; queue.passed += 1) {
          const next = queue.texts[queue.passed];
          if (next && isInside(next, root) && compareNodes(next, node) >= 0) break;
        }
      }
    },
    isNext(node) {
      let isUnseen = false;
      for (const queue of queues) {
        if (node !== queue.texts[queue.passed]) continue;
        queue.passed += 1;
        isUnseen = true;
      }
      return isUnseen;
    },
  };
}
