import { getLocalName, getParent, isElement, isMatch, isRendered } from '@/platform/dom-properties';
import { breakSelector, inlineNames } from './flow-rules';
import { createSurroundingsFinder, type Surroundings } from './surroundings';
import { createTextWalk } from './text-walk';

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
export type FlowReader = {
  readonly next: () => TextFlow | null;
  /**
   * Go to the flow `node` is in, or to one as many flows before it as `flowsBefore` says, but not
   * back into what is read; gives whether that is where reading stopped before, or whether `node`
   * is not read at all.
   */
  readonly seek: (
    node: Text,
    options: { readonly flowsBefore: number; readonly isRead: (node: Text) => boolean },
  ) => 'continued' | 'apart' | 'unreadable';
};

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

/** A text node with what is needed to tell where a flow ends. */
type Place = {
  readonly node: Text;
  readonly text: string;
  readonly parent: Node;
  readonly around: Surroundings;
};

/** Longer texts are cut at white space, so that no single block keeps the matcher too long. */
const longestPiece = 20_000;

/** Say whether a text, or the node of one, is so long that it makes flows of its own, piece by piece. */
export function isCutInPieces({ length }: { readonly length: number }): boolean {
  return length > longestPiece;
}

/** Create a reader of the flows in `root`: a document, a shadow root or an element. */
export function createFlowReader(root: Node & ParentNode, options: FlowOptions): FlowReader {
  const getSurroundings = createSurroundingsFinder(root, options);
  const walk = createTextWalk(root, options);
  let ahead = walk.next();
  let rest: { node: Text; from: number; around: Surroundings } | null = null;

  function locate(node: Text): Place {
    const parent = getParent(node) ?? root;
    return { node, text: node.data, parent, around: getSurroundings(parent) };
  }

  function isLeftOut({ container }: Surroundings): boolean {
    return (
      (options.only !== undefined && container !== options.only) || container === options.except
    );
  }

  /** Say whether a flow ends between two texts with nothing to read between them. */
  function isParted(before: Place, after: Place): boolean {
    return (
      before.around.container !== after.around.container ||
      isCutInPieces(before.text) ||
      isCutInPieces(after.text) ||
      (before.parent !== after.parent && meetsOnOtherLine(before, after)) ||
      walk.isBetween(before.node, after.node, isBreak)
    );
  }

  function next(): TextFlow | null {
    if (rest && !options.isOverfull?.(rest.node)) return cut(rest);
    rest = null;
    const places: Place[] = [];
    while (ahead) {
      const place = locate(ahead);
      const { around } = place;
      const last = places.at(-1);
      if (around.skippedBy || isLeftOut(around)) {
        ahead = around.skippedBy ? walk.moveBeyond(around.skippedBy) : walk.next();
        if (around.isUnseen || !last) continue;
        break;
      }
      if (last && isParted(last, place)) break;
      ahead = walk.next();
      if (!last && isBlank(place.text)) continue;
      if (isCutInPieces(place.text)) return cut({ node: place.node, from: 0, around });
      places.push(place);
    }
    return toFlow(places);
  }

  function cut(piece: { node: Text; from: number; around: Surroundings }): TextFlow {
    const { node, from, around } = piece;
    // Firefox copies the whole of a text whenever it is asked for its data.
    const window = node.substringData(from, longestPiece);
    const isLast = from + window.length >= node.length;
    const space = isLast ? -1 : window.search(/\s\S*$/);
    const text = space > 0 ? window.slice(0, space) : window;
    rest = isLast ? null : { node, from: from + text.length, around };
    const { kind, language, container } = around;
    return { segments: [{ node, start: 0, from }], text, kind, language, container };
  }

  return {
    next,
    seek(node, { flowsBefore, isRead }) {
      let later = locate(node);
      if (later.around.skippedBy || isLeftOut(later.around)) return 'unreadable';
      walk.moveTo(node);
      let start = node;
      let flowCount = 0;
      let isBroken = false;
      let isContinued = false;
      for (let before = walk.previous(); before;) {
        const place = locate(before);
        const { around } = place;
        if (around.skippedBy || isLeftOut(around)) {
          isBroken ||= !around.isUnseen;
          before = around.skippedBy ? walk.moveBefore(around.skippedBy) : walk.previous();
          continue;
        }
        isBroken ||= isParted(place, later);
        later = place;
        // A flow begins with words; until then it is not known which flow white space is in.
        if (!isBlank(place.text)) {
          isContinued = isRead(before);
          if (isBroken) flowCount += 1;
          if (isContinued || flowCount > flowsBefore) break;
          isBroken = false;
          start = before;
        }
        before = walk.previous();
      }
      rest = null;
      ahead = start;
      walk.moveTo(start);
      return isContinued ? 'continued' : 'apart';
    },
  };
}

/** Say whether a line or a word ends at `element` although no text tells. */
function isBreak(element: Element): boolean {
  return isMatch(element, breakSelector);
}

function toFlow(places: readonly Place[]): TextFlow | null {
  const last = places.at(-1);
  if (!last) return null;
  const segments: FlowSegment[] = [];
  let length = 0;
  for (const { node, text } of places) {
    segments.push({ node, start: length, from: 0 });
    length += text.length;
  }
  const text = places.length === 1 ? last.text : places.map((place) => place.text).join('');
  const { kind, language, container } = last.around;
  return { segments, text, kind, language, container };
}

/** Say whether `text` is white space alone. */
export function isBlank(text: string): boolean {
  return (text.length < 3 || text.charCodeAt(0) <= 32) && text.trim() === '';
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

/** Characters no line begins with, and none ends with. */
const readsOn = /[\s,.;:!?)\]…]/u;
const leadsOn = /[\s([]/u;

/** Elements such as a row of flex items meet without a space in the source, yet read apart. */
function meetsOnOtherLine(before: Place, after: Place): boolean {
  if (readsOn.test(after.text.charAt(0))) return false;
  if (leadsOn.test(before.text.charAt(before.text.length - 1))) return false;
  return [before.parent, after.parent].some(
    (parent) => isElement(parent) && !isInlineOnScreen(parent),
  );
}

function isInlineOnScreen(element: Element): boolean {
  if (!inlineNames.has(getLocalName(element)) || !isRendered(element)) return true;
  const { display, float } = getComputedStyle(element);
  return /^(?:inline|contents|ruby)/.test(display) || float !== 'none';
}
