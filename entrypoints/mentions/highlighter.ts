import { getLocalName, isElement } from '@/platform/dom-properties';
import { dropMarkSheets } from './leftovers';
import type { PlacedMention } from './mention-map';

/** Where a mark is painted. */
type Place = Pick<PlacedMention, 'range' | 'places'>;

/** Paints marks with the CSS Custom Highlight API, which leaves the page's tree as it is. */
export type Highlighter = {
  readonly add: (place: Place) => void;
  readonly remove: (place: Place) => void;
  readonly clear: () => void;
  /** Put back what the page threw out: the style sheet, and, a few times at most, the marks. */
  readonly restore: () => void;
};

/** Who empties the registry again and again means it. */
const maxRestores = 3;

/** The colour of the text contrasts with the page wherever the text does; a link has a line of its own above. */
const markStyle =
  'text-decoration: underline dotted 1px currentColor; text-underline-offset: 0.3em;';

/** Create a highlighter that registers under `name`, with its first mark and not before. */
export function createHighlighter(name: string): Highlighter {
  const sheet = new CSSStyleSheet();
  const painted = new Set<string>();
  const roots = new Map<DocumentOrShadowRoot, number>();
  let highlight: Highlight | null = null;
  let restores = 0;

  function adopt(root: DocumentOrShadowRoot): void {
    const count = roots.get(root) ?? 0;
    roots.set(root, count + 1);
    if (count > 0) return;
    dropMarkSheets(root, name);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  /**
   * Let marks be painted in elements such as `parent`. A rule for all elements would have the browser
   * compute the style of each one anew, which takes longer than to find the mentions.
   */
  function paintIn(parent: Node): void {
    // Firefox paints no mark in text right in a shadow tree, whatever the rule.
    const selector = isElement(parent) ? CSS.escape(getLocalName(parent)) : ':host';
    if (painted.has(selector)) return;
    painted.add(selector);
    sheet.insertRule(`@media not print { ${selector}::highlight(${name}) { ${markStyle} } }`);
  }

  function release(root: DocumentOrShadowRoot): void {
    const count = (roots.get(root) ?? 0) - 1;
    if (count > 0) roots.set(root, count);
    else if (roots.delete(root))
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  }

  function clear(): void {
    highlight?.clear();
    if (highlight && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    highlight = null;
    // Firefox paints highlights in a shadow tree only by a sheet of that tree, so there may be many.
    for (const root of roots.keys()) {
      roots.set(root, 1);
      release(root);
    }
  }

  return {
    add({ range, places }) {
      if (!highlight) {
        highlight = new Highlight();
        CSS.highlights.set(name, highlight);
      }
      if (highlight.has(range)) return;
      highlight.add(range);
      for (const { parent } of places) paintIn(parent);
      adopt(getRoot(range));
    },
    remove({ range }) {
      if (!highlight?.delete(range)) return;
      release(rootOf.get(range) ?? document);
      if (highlight.size === 0) clear();
    },
    clear,
    restore() {
      // Pages that change their theme often set all their sheets anew.
      for (const root of roots.keys())
        if (!root.adoptedStyleSheets.includes(sheet))
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      if (!highlight || restores >= maxRestores || CSS.highlights.get(name) === highlight) return;
      restores += 1;
      CSS.highlights.set(name, highlight);
    },
  };
}

/** The node may have left its tree by the time its mark goes. */
const rootOf = new WeakMap<StaticRange, DocumentOrShadowRoot>();

function getRoot(range: StaticRange): DocumentOrShadowRoot {
  const root = range.startContainer.getRootNode();
  const result = root instanceof ShadowRoot ? root : document;
  rootOf.set(range, result);
  return result;
}
