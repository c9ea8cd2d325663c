import { findShadowRoot, queryAll } from '@/platform/dom-properties';

/** Elements looked at in one go; about 0.2 ms. */
const batchSize = 4000;

/**
 * Look for open shadow roots below `root`; every call of the result looks at some elements more
 * and returns false when it has seen all.
 */
export function createShadowRootSearch(
  root: Node & ParentNode,
  onFound: (root: ShadowRoot) => void,
): () => boolean {
  const elements = queryAll(root, '*');
  let index = 0;
  return () => {
    const end = Math.min(index + batchSize, elements.length);
    for (; index < end; index += 1) {
      const element = elements[index];
      const shadowRoot = element && findShadowRoot(element);
      if (shadowRoot) onFound(shadowRoot);
    }
    return index < elements.length;
  };
}
