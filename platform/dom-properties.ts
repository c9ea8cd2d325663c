/**
 * Property reads that a page cannot redirect: in Chromium, a form answers `form.parentNode` with its
 * control of that name, even to an extension. The getters of the prototypes cannot be shadowed so.
 */

/** Matches what a reader presses to make something happen. */
export const controlSelector =
  'a[href],button,input,select,textarea,label,summary,option,audio,video,[role="button" i],' +
  '[role="link" i],[role="menuitem" i],[role="tab" i],[onclick]';

type Getter<Owner, Value> = (this: Owner) => Value;

function getGetter<Owner, Value>(prototype: object, name: string): Getter<Owner, Value> {
  const getter: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (typeof getter !== 'function') throw new Error(`The browser has no property ${name}`);
  return getter as Getter<Owner, Value>;
}

function getMethod<Owner, Arguments extends unknown[], Value>(
  prototype: object,
  name: string,
): (this: Owner, ...values: Arguments) => Value {
  const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
  if (typeof method !== 'function') throw new Error(`The browser has no method ${name}`);
  return method as (this: Owner, ...values: Arguments) => Value;
}

const nodeType = getGetter<Node, number>(Node.prototype, 'nodeType');
const parentNode = getGetter<Node, Node | null>(Node.prototype, 'parentNode');
const firstChild = getGetter<Node, Node | null>(Node.prototype, 'firstChild');
const lastChild = getGetter<Node, Node | null>(Node.prototype, 'lastChild');
const localName = getGetter<Element, string>(Element.prototype, 'localName');
const shadowRoot = getGetter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');
const isConnected = getGetter<Node, boolean>(Node.prototype, 'isConnected');

const contains = getMethod<Node, [Node], boolean>(Node.prototype, 'contains');
const matches = getMethod<Element, [string], boolean>(Element.prototype, 'matches');
const attribute = getMethod<Element, [string], string | null>(Element.prototype, 'getAttribute');
const queryElement = getMethod<Element, [string], NodeListOf<Element>>(
  Element.prototype,
  'querySelectorAll',
);
const clientRects = getMethod<Element, [], DOMRectList>(Element.prototype, 'getClientRects');
const checkVisibility = getMethod<Element, [CheckVisibilityOptions], boolean>(
  Element.prototype,
  'checkVisibility',
);

/** Say whether `node` is an element, of this document or one adopted from another. */
export function isElement(node: Node | null): node is Element {
  return node !== null && nodeType.call(node) === Node.ELEMENT_NODE;
}

/** Say whether `node` is a text node (CDATA sections of XHTML count). */
export function isText(node: Node | null): node is Text {
  if (node === null) return false;
  const type = nodeType.call(node);
  return type === Node.TEXT_NODE || type === Node.CDATA_SECTION_NODE;
}

/** Find the host when `node` is a shadow root, null otherwise. */
export function findHost(node: Node): Element | null {
  return node instanceof ShadowRoot ? node.host : null;
}

/** Say whether `element` matches `selector`. */
export function isMatch(element: Element, selector: string): boolean {
  return matches.call(element, selector);
}

/** Get an attribute of `element`; null when it has none of that name. */
export function getAttribute(element: Element, name: string): string | null {
  return attribute.call(element, name);
}

/** Find all elements below `root` that match `selector`, in document order. */
export function queryAll(root: Node & ParentNode, selector: string): NodeListOf<Element> {
  return isElement(root) ? queryElement.call(root, selector) : root.querySelectorAll(selector);
}

/** Say whether `element` has a box and is not made invisible. */
export function isRendered(element: Element): boolean {
  return checkVisibility.call(element, { visibilityProperty: true });
}

/** Say whether the text of `element` is rendered and not made invisible; costs about a microsecond. */
export function isVisible(element: Element): boolean {
  const boxless: Element[] = [];
  let current: Element | null = element;
  for (; current && !isRendered(current); current = findParentElement(current))
    boxless.push(current);
  if (!current) return false;
  // Without a box of its own, an element counts as not rendered, though its text may be. Asked from
  // the outside in: for the style of what is hidden, Chromium goes up through all that is around it.
  return boxless.reverse().every((inner) => {
    const { display, visibility } = getComputedStyle(inner);
    return display === 'contents' && visibility === 'visible';
  });
}

/** List the boxes of `element` in the viewport; none when it is not rendered or has none of its own. */
export function listBoxes(element: Element): readonly DOMRect[] {
  return [...clientRects.call(element)];
}

/** Get the parent of `node`; null at the top of a tree. */
export function getParent(node: Node): Node | null {
  return parentNode.call(node);
}

/** Get the first child of `node`; null when it is empty. */
export function getFirstChild(node: Node): Node | null {
  return firstChild.call(node);
}

/** Get the last of all nodes in `node`; itself when it is empty. */
export function getLastInside(node: Node): Node {
  let last = node;
  for (let child = lastChild.call(node); child; child = lastChild.call(child)) last = child;
  return last;
}

/** Get the name of `element` without prefix, in lower case for HTML. */
export function getLocalName(element: Element): string {
  return localName.call(element);
}

/** Find the open shadow root of `element`. */
export function findShadowRoot(element: Element): ShadowRoot | null {
  return shadowRoot.call(element);
}

/**
 * Say whether `node` is in a document, through shadow roots too. Firefox no longer knows as nodes
 * those that came from a frame which is gone: they are not.
 */
export function isInDocument(node: Node): boolean {
  try {
    return isConnected.call(node);
  } catch {
    return false;
  }
}

/** Say whether `node` is `ancestor` or below it in the same tree; what is no node any more is not. */
export function isInside(node: Node, ancestor: Node): boolean {
  try {
    return contains.call(ancestor, node);
  } catch {
    return false;
  }
}

/** Find the element around `node`, going from a shadow root to its host. */
export function findParentElement(node: Node): Element | null {
  const parent = getParent(node);
  if (parent === null) return null;
  return isElement(parent) ? parent : findHost(parent);
}

/**
 * Say whether a form around `node` has a control named like a property of forms: code that is not
 * ours and reads such a property then goes astray.
 */
export function isInMisleadingForm(node: Node): boolean {
  for (let element = findParentElement(node); element; element = findParentElement(element)) {
    if (getLocalName(element) !== 'form') continue;
    for (const name in HTMLFormElement.prototype) if (Object.hasOwn(element, name)) return true;
  }
  return false;
}

/** Find what has the focus, inside open shadow trees too. */
export function findFocus(): Element | null {
  let focus = document.activeElement;
  for (let root = focus && findShadowRoot(focus); root?.activeElement;) {
    focus = root.activeElement;
    root = findShadowRoot(focus);
  }
  return focus;
}
