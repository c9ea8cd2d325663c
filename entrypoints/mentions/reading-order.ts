import { findHost, getParent, isElement } from '@/platform/dom-properties';
import { isHeadingElement } from './flow-rules';

/** Compare where two nodes stand in the page: negative when `one` is read before `other`. */
export function compareNodes(one: Node, other: Node): number {
  if (one === other) return 0;
  const position = one.compareDocumentPosition(other);
  if (position & Node.DOCUMENT_POSITION_DISCONNECTED) return compareAcrossTrees(one, other);
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/**
 * Creates a look-up of the heading above a node, or of the last such that `isUsable` says can be
 * used; it holds as long as the page does not change. Going back from the node element by element
 * costs less than a list of all headings, and what was asked before is not gone through again.
 */
export function createHeadingFinder(
  isUsable: (heading: Element) => boolean = () => true,
): (node: Node) => Element | null {
  // Only elements are shown.
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT) as Walker;
  /** By element: the last usable heading up to it. */
  const known = new Map<Element, Element | null>();

  return (node) => {
    const outer = getPathOfHosts(node)[0] ?? node;
    walker.currentNode = outer;
    const first = isElement(outer) ? outer : walker.previousNode();
    let element = first;
    while (element && !known.has(element)) {
      if (isHeadingElement(element) && isUsable(element)) known.set(element, element);
      else element = walker.previousNode();
    }
    const heading = (element && known.get(element)) ?? null;
    if (first) known.set(first, heading);
    return heading;
  };
}

type Walker = Omit<TreeWalker, 'previousNode'> & { readonly previousNode: () => Element | null };

/** Nodes of different shadow trees are compared where their hosts part. */
function compareAcrossTrees(one: Node, other: Node): number {
  const path = getPathOfHosts(one);
  const otherPath = getPathOfHosts(other);
  for (let depth = 0; depth < Math.max(path.length, otherPath.length); depth += 1) {
    const host = path[depth];
    const otherHost = otherPath[depth];
    // A host comes before what is inside it.
    if (!host || !otherHost) return host ? 1 : -1;
    if (host !== otherHost) return compareInTree(host, otherHost);
  }
  return 0;
}

function compareInTree(one: Node, other: Node): number {
  const position = one.compareDocumentPosition(other);
  if (position & Node.DOCUMENT_POSITION_FOLLOWING) return -1;
  return position & Node.DOCUMENT_POSITION_PRECEDING ? 1 : 0;
}

/** The hosts around `node`, outermost first, and `node` itself last. */
function getPathOfHosts(node: Node): Node[] {
  const path: Node[] = [node];
  for (let root = node.getRootNode(); ;) {
    const host = findHost(root);
    if (!host) break;
    path.unshift(host);
    root = host.getRootNode();
  }
  return path.filter((step) => getParent(step) !== null || step === node);
}
