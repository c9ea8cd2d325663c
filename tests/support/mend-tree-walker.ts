/**
 * Happy DOM 21 passes by an element when it goes back out of one whose last child is not shown; this is
 * `previousNode` as https://dom.spec.whatwg.org/#dom-treewalker-previousnode has it, without filters.
 */
TreeWalker.prototype.previousNode = function previousNode(this: TreeWalker): Node | null {
  const { root, whatToShow } = this;
  const isShown = ({ nodeType }: Node): boolean => (whatToShow & (1 << (nodeType - 1))) !== 0;
  for (let node: Node | null = this.currentNode; node && node !== root;) {
    let before: Node | null = node.previousSibling;
    while (before?.lastChild) before = before.lastChild;
    node = before ?? node.parentNode;
    if (!node || !isShown(node)) continue;
    this.currentNode = node;
    return node;
  }
  return null;
};
