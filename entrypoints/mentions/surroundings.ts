import {
  findHost,
  findParentElement,
  getAttribute,
  getLocalName,
  getParent,
  isElement,
  isMatch,
} from '@/platform/dom-properties';
import { getSkippedSelector, inlineNames, isHeadingElement, unseenNames } from './flow-rules';

/** All that text inherits from the elements around it; shared by all inline elements of a block. */
export type Surroundings = {
  /** The block the text stands in: an element, or the top of a shadow tree. */
  readonly container: Node;
  readonly kind: 'text' | 'heading';
  /** BCP 47 tag of the nearest `lang`; null when the page gives none. */
  readonly language: string | null;
  /** The outermost node whose text is not read; null for text that is. */
  readonly skippedBy: Node | null;
  /** Nobody sees it, so it does not part what stands before and after. */
  readonly isUnseen: boolean;
};

/** Create a look-up of what surrounds the children of a node in `root`, as long as the page stays as it is. */
export function createSurroundingsFinder(
  root: Node & ParentNode,
  options: { readonly marksCode: boolean },
): (parent: Node) => Surroundings {
  const skippedSelector = getSkippedSelector(options);
  const outermost = describeRoot(root, options);
  const known = new Map<Node, Surroundings>([[root, outermost]]);

  function derive(element: Element, outer: Surroundings): Surroundings {
    if (outer.skippedBy) return outer;
    const name = getLocalName(element);
    const isInline = inlineNames.has(name);
    const isSkipped = isMatch(element, skippedSelector);
    const language = getAttribute(element, 'lang');
    const isHeading = isHeadingElement(element);
    if (isInline && !isSkipped && language === null && !isHeading) return outer;
    return {
      container: isInline && !isHeading ? outer.container : element,
      kind: isHeading ? 'heading' : outer.kind,
      language: language ?? outer.language,
      skippedBy: isSkipped ? element : null,
      isUnseen: isSkipped && unseenNames.has(name),
    };
  }

  function describe(parent: Node): Surroundings {
    const path: Node[] = [];
    let node: Node | null = parent;
    while (node && !known.has(node)) {
      path.push(node);
      node = getParent(node);
    }
    let surroundings = (node && known.get(node)) ?? outermost;
    for (const inner of path.reverse()) {
      if (isElement(inner)) surroundings = derive(inner, surroundings);
      known.set(inner, surroundings);
    }
    return surroundings;
  }

  return (parent) => known.get(parent) ?? describe(parent);
}

/** What the elements around `root`, and `root` itself, say about the text in it. */
function describeRoot(
  root: Node & ParentNode,
  options: { readonly marksCode: boolean },
): Surroundings {
  const skippedSelector = getSkippedSelector(options);
  let container: Node | null = null;
  let language: string | null = null;
  let isHeading = false;
  let isSkipped = false;
  const start = findHost(root) ?? root;
  if (start !== root) container = root;
  for (let node: Node | null = start; isElement(node); node = findParentElement(node)) {
    if (!inlineNames.has(getLocalName(node))) container ??= node;
    language ??= getAttribute(node, 'lang');
    isHeading ||= isHeadingElement(node);
    isSkipped ||= isMatch(node, skippedSelector);
  }
  return {
    container: container ?? root,
    kind: isHeading ? 'heading' : 'text',
    language,
    skippedBy: isSkipped ? root : null,
    isUnseen: false,
  };
}
