import { findShadowRoot, getLocalName, isElement, queryAll } from '@/platform/dom-properties';

/** Elements looked at in one go; about 0.2 ms. */
const batchSize = 4000;

/**
 * Look for open shadow roots in `root`; every call of the result looks at some elements more and
 * returns false when it has seen all. Custom elements without one may come to have it later.
 */
export function createShadowRootSearch(
  root: Node & ParentNode,
  {
    onFound,
    onCustomElement,
  }: {
    readonly onFound: (root: ShadowRoot) => void;
    readonly onCustomElement: (element: Element) => void;
  },
): () => boolean {
  const elements = isElement(root) ? [root, ...queryAll(root, '*')] : queryAll(root, '*');
  let index = 0;
  return () => {
    const end = Math.min(index + batchSize, elements.length);
    for (; index < end; index += 1) {
      const element = elements[index];
      if (!element) continue;
      const shadowRoot = findShadowRoot(element);
      if (shadowRoot) onFound(shadowRoot);
      else if (getLocalName(element).includes('-')) onCustomElement(element);
    }
    return index < elements.length;
  };
}
