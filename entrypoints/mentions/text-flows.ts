import {
  findHost,
  findParentElement,
  getAttribute,
  getLocalName,
  getParent,
  isElement,
  isMatch,
  isText,
  queryAll,
} from '@/platform/dom-properties';
import {
  breakSelector,
  getSkippedSelector,
  headingNames,
  headingSelector,
  inlineNames,
  unseenNames,
} from './flow-rules';

/** A stretch of one text node inside a flow: `start` in the flow, `from` in the node. */
export type FlowSegment = { readonly node: Text; readonly start: number; readonly from: number };

/** Text the reader reads in one go, joined over inline elements and broken at blocks. */
export type TextFlow = {
  readonly segments: readonly FlowSegment[];
  readonly text: string;
  readonly kind: 'text' | 'heading';
  /** BCP 47 tag of the nearest `lang`; null when the page gives none. */
  readonly language: string | null;
  /** The block the text stands in: an element, or the top of a shadow tree. */
  readonly container: Node;
};

/** Reads the flows below a root one after the other, in document order. */
export type FlowReader = { readonly next: () => TextFlow | null };

export type FlowOptions = {
  readonly marksCode: boolean;
  /** Read only what stands in this block itself, not in blocks inside it; null reads all. */
  readonly only?: Node;
  /** Leave out what stands in this block itself; it is read elsewhere. */
  readonly except?: Node;
  /** Begin with the first text in or after this node. */
  readonly from?: Node;
  /** End before the first text in or after this node. */
  readonly until?: Node;
  /** Says, between the pieces of a long text, whether the rest of it can be left out. */
  readonly isOverfull?: (node: Node) => boolean;
};

/** All that text inherits from the elements around it; shared by all inline elements of a block. */
type Surroundings = {
  readonly container: Node;
  readonly kind: 'text' | 'heading';
  readonly language: string | null;
  readonly isSkipped: boolean;
  /** Nobody sees it, so it does not part what stands before and after. */
  readonly isUnseen: boolean;
};

/** Longer texts are cut at white space, so that no single block keeps the matcher too long. */
const longestPiece = 20_000;

/** XHTML may write text as character data. */
const textNodes = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION;

/** Create a reader of the flows in `root`: a document, a shadow root or an element. */
export function createFlowReader(root: Node & ParentNode, options: FlowOptions): FlowReader {
  const skipped = new Set(queryAll(root, getSkippedSelector(options)));
  const breaks = findTextAfterBreaks(root);
  const known = new Map<Node, Surroundings>();
  known.set(root, describeRoot(root, options));
  const hasHeadingRoles = queryAll(root, '[role="heading" i]').length > 0;
  const hasLanguages = queryAll(root, '[lang]').length > 0;
  const walker = document.createTreeWalker(root, textNodes);
  const last = options.until ? findTextFrom(walker, options.until) : null;
  let ahead = options.from ? findTextFrom(walker, options.from) : nextText();
  let rest: { node: Text; from: number; surroundings: Surroundings } | null = null;

  function nextText(): Text | null {
    // Only text nodes are shown.
    const node = walker.nextNode() as Text | null;
    return node === last ? null : node;
  }

  function derive(element: Element, outer: Surroundings): Surroundings {
    if (outer.isSkipped) return outer;
    const name = getLocalName(element);
    const isInline = inlineNames.has(name);
    const isSkipped = skipped.size > 0 && skipped.has(element);
    const language = hasLanguages ? getAttribute(element, 'lang') : null;
    if (isInline && !isSkipped && language === null && !hasHeadingRoles) return outer;
    const isHeading =
      headingNames.has(name) || (hasHeadingRoles && isMatch(element, headingSelector));
    return {
      container: isInline && !isHeading ? outer.container : element,
      kind: isHeading ? 'heading' : outer.kind,
      language: language ?? outer.language,
      isSkipped,
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
    let surroundings = (node && known.get(node)) ?? describeRoot(root, options);
    for (const inner of path.reverse()) {
      if (isElement(inner)) surroundings = derive(inner, surroundings);
      known.set(inner, surroundings);
    }
    return surroundings;
  }

  function isLeftOut({ container }: Surroundings): boolean {
    return (
      (options.only !== undefined && container !== options.only) || container === options.except
    );
  }

  function next(): TextFlow | null {
    if (rest && !options.isOverfull?.(rest.node)) return cut(rest);
    rest = null;
    const segments: FlowSegment[] = [];
    const parts: string[] = [];
    let length = 0;
    let current: Surroundings | null = null;
    let parent: Node | null = null;
    let surroundings: Surroundings | null = null;
    for (; ahead; ahead = nextText()) {
      const node: Text = ahead;
      const nodeParent = getParent(node) ?? root;
      if (nodeParent !== parent || !surroundings) {
        const around = known.get(nodeParent) ?? describe(nodeParent);
        if (around.isUnseen) continue;
        surroundings = around;
        const before = parts.at(-1);
        if (before && parent && meetsOnOtherLine(before, node, parent)) break;
        parent = nodeParent;
      }
      if (surroundings.isSkipped || isLeftOut(surroundings)) {
        if (!current) continue;
        ahead = nextText();
        break;
      }
      if (current && (!isSameFlow(surroundings, current) || breaks.has(node))) break;
      const text = node.data;
      if (!current && (text.length < 3 || isBlankStart(text)) && text.trim() === '') continue;
      if (text.length > longestPiece) {
        if (!current) {
          ahead = nextText();
          return cut({ node, from: 0, surroundings });
        }
        break;
      }
      current = surroundings;
      segments.push({ node, start: length, from: 0 });
      parts.push(text);
      length += text.length;
    }
    return (
      current && toFlow(segments, parts.length === 1 ? (parts[0] ?? '') : parts.join(''), current)
    );
  }

  function cut(piece: { node: Text; from: number; surroundings: Surroundings }): TextFlow {
    const { node, from, surroundings } = piece;
    const window = node.data.slice(from, from + longestPiece);
    const isLast = from + window.length >= node.data.length;
    const space = isLast ? -1 : window.search(/\s\S*$/);
    const text = space > 0 ? window.slice(0, space) : window;
    rest = isLast ? null : { node, from: from + text.length, surroundings };
    return toFlow([{ node, start: 0, from }], text, surroundings);
  }

  return { next };
}

/** Move `walker` to the first text in or after `node`. */
function findTextFrom(walker: TreeWalker, node: Node): Text | null {
  walker.currentNode = node;
  return (isText(node) ? node : walker.nextNode()) as Text | null;
}

function toFlow(segments: FlowSegment[], text: string, surroundings: Surroundings): TextFlow {
  const { kind, language, container } = surroundings;
  return { segments, text, kind, language, container };
}

function isSameFlow(one: Surroundings, other: Surroundings): boolean {
  return one === other || one.container === other.container;
}

function isBlankStart(text: string): boolean {
  return text.charCodeAt(0) <= 32;
}

/** Find the block `node` stands in: an element, or the top of a shadow tree or document. */
export function getContainer(node: Node): Node {
  let current = node;
  for (;;) {
    const parent = getParent(current);
    if (isElement(current) && !inlineNames.has(getLocalName(current))) return current;
    if (parent === null) return current;
    current = parent;
  }
}

/** The text nodes before which a line or a word ends. */
function findTextAfterBreaks(root: Node & ParentNode): Set<Node> {
  const result = new Set<Node>();
  const breaks = queryAll(root, breakSelector);
  if (breaks.length === 0) return result;
  const walker = document.createTreeWalker(root, textNodes);
  for (const element of breaks) {
    walker.currentNode = element;
    const following = walker.nextNode();
    if (following) result.add(following);
  }
  return result;
}

/** Elements such as a row of flex items meet without a space in the source, yet read apart. */
function meetsOnOtherLine(before: string, node: Text, parentBefore: Node): boolean {
  if (before.charCodeAt(before.length - 1) <= 32 || node.data.charCodeAt(0) <= 32) return false;
  return [parentBefore, getParent(node)].some(
    (parent) => isElement(parent) && !isInlineOnScreen(parent),
  );
}

function isInlineOnScreen(element: Element): boolean {
  if (!inlineNames.has(getLocalName(element))) return true;
  const { display, float } = getComputedStyle(element);
  return /^(?:inline|contents|ruby)/.test(display) || float !== 'none';
}

/** What the elements around `root`, and `root` itself, say about the text in it. */
function describeRoot(root: Node & ParentNode, options: FlowOptions): Surroundings {
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
    isHeading ||= isMatch(node, headingSelector);
    isSkipped ||= isMatch(node, skippedSelector);
  }
  const kind = isHeading ? 'heading' : 'text';
  return { container: container ?? root, kind, language, isSkipped, isUnseen: false };
}
