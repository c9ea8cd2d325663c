import type { StartFinder } from '@/core/detection/start-finder';
import { isInside } from '@/platform/dom-properties';
import { isBlank, isCutInPieces, type FlowOptions } from './text-flows';
import { createTextWalk } from './text-walk';
import { findUnseenTexts } from './unseen-texts';

/** Looks through the text of a part of the page for what may be a mention, without its blocks. */
export type TextSweep = {
  /** Look through some texts more; gives those to be read in full, null when all are seen. */
  readonly next: () => readonly Text[] | null;
};

/** Texts looked through in one go, in UTF-16 code units, and how many of them; about half a millisecond. */
const sweepLength = 32_000;
const sweepTexts = 1000;
/** How many different runs of white space are known by heart; indented pages have a few hundred. */
const mostBlanks = 1000;
const lastAsciiBlank = 32;
/** As many texts as a name may be spread over are looked at twice, where one go ends and the next begins. */
const overlap = 16;

/**
 * Create a sweep over `root`. Where a block begins is not asked: to know the elements around every
 * text costs several times what it costs to see that no alias starts in it.
 */
export function createTextSweep(
  root: Node & ParentNode,
  { findStarts, ...options }: FlowOptions & { readonly findStarts: StartFinder },
): TextSweep {
  const walk = createTextWalk(root, options);
  const unseen = findUnseenTexts(root);
  const isWhiteSpace = createWhiteSpaceTest();
  // Each go writes over the last: in Chromium, lists that grow anew cost as much as the walk.
  const nodes: Text[] = [];
  const texts: string[] = [];
  let count = 0;
  let current: Text | null = null;
  let isAtEnd = false;
  let hasRestarted = false;

  /** The page may have thrown out the text the walk came to, and all before it. */
  function resume(): void {
    if (current === null || isInside(current, root)) return;
    const last = nodes.slice(0, count).findLast((node) => isInside(node, root));
    if (last || !hasRestarted) walk.moveTo(last ?? root);
    hasRestarted ||= !last;
  }

  /** Begin the next go with the last texts of this one, as they are now. */
  function keepOverlap(): void {
    const kept = nodes.slice(Math.max(0, count - overlap), count);
    count = kept.length;
    for (const [index, node] of kept.entries()) {
      nodes[index] = node;
      texts[index] = node.data;
    }
  }

  return {
    next() {
      if (isAtEnd) return null;
      resume();
      keepOverlap();
      const long: Text[] = [];
      let length = 0;
      for (let visits = 0; length < sweepLength && visits < sweepTexts; visits += 1) {
        const node = walk.next();
        if (!node) {
          isAtEnd = true;
          break;
        }
        current = node;
        if (visits === 0) unseen.resume(node);
        if (unseen.isNext(node)) continue;
        const { data } = node;
        if (data === '') continue;
        const text = isWhiteSpace(data) ? ' ' : data;
        // One blank parts texts as well as many.
        if (text === ' ' && texts[count - 1] === ' ') continue;
        if (isCutInPieces(text)) {
          long.push(node);
          break;
        }
        nodes[count] = node;
        texts[count] = text;
        count += 1;
        length += text.length;
      }
      const starts = findStarts(texts.slice(0, count).join('\0'));
      return [...listNodesAt(starts, nodes, texts), ...long];
    },
  };
}

/**
 * Create the test of texts for being white space alone. Of the texts of indented pages two in three
 * are, and so are most of their letters, but few of them differ.
 */
function createWhiteSpaceTest(): (text: string) => boolean {
  const known = new Set<string>();
  return (text) => {
    if (text.charCodeAt(0) > lastAsciiBlank) return false;
    if (known.has(text)) return true;
    if (!isBlank(text)) return false;
    if (known.size < mostBlanks) known.add(text);
    return true;
  };
}

function listNodesAt(
  starts: readonly number[],
  nodes: readonly Text[],
  texts: readonly string[],
): Text[] {
  const found: Text[] = [];
  let index = 0;
  let end = texts[0]?.length ?? 0;
  for (const start of starts) {
    while (start > end) {
      index += 1;
      end += 1 + (texts[index]?.length ?? 0);
    }
    const node = nodes[index];
    if (node && found.at(-1) !== node) found.push(node);
  }
  return found;
}
