import {
  findParentElement,
  getLocalName,
  isInDocument,
  isInside,
  isMatch,
  queryAll,
} from '@/platform/dom-properties';

const topLayerSelector = ':popover-open,dialog:modal,:fullscreen';

/** Elements that show nothing of what is inside them. */
const opaqueNames = new Set(['video', 'audio', 'iframe', 'img', 'canvas', 'object', 'embed']);

/**
 * Find where in the page a host belongs that is to lie on top of everything around `anchor`.
 * All that is outside a modal dialog or the fullscreen element is inert, popovers too; and a page's
 * own popover closes when the reader presses something outside it.
 */
export function findTopLayerParent(anchor: Element | null): Element {
  const around: Element[] = [];
  const isThere = anchor !== null && isInDocument(anchor);
  for (let step = isThere ? anchor : null; step; step = findParentElement(step)) around.push(step);
  const dialogs = queryAll(document, 'dialog:modal');
  const covers = [document.fullscreenElement, dialogs[dialogs.length - 1]];
  const cover = covers.findLast((element) => element && !opaqueNames.has(getLocalName(element)));
  if (cover && !around.includes(cover)) return cover;
  return around.find((element) => isMatch(element, topLayerSelector)) ?? document.documentElement;
}

/** A page that always puts something on top again means it. */
const maxRaises = 3;

/** Knows whether something of the page lies over the host in the top layer. */
export type TopLayer = {
  /** Say whether something has come over the host, or fades it, as far as can be told from here. */
  readonly isCovered: () => boolean;
  /** Put the host on top again, unless the page has had it under too often. */
  readonly raise: () => void;
  /** Take note that the host was put on top just now. */
  readonly noteRaised: () => void;
  /** Put the host on top whenever the page puts something over it, until `signal` aborts. */
  readonly start: (signal: AbortSignal) => void;
};

/** Watch what the page puts into the top layer: what enters it last lies on top. */
export function createTopLayer(host: Element, putOnTop: () => void): TopLayer {
  let raises = 0;
  let beneath = new WeakSet<Element>();
  let listening: AbortSignal | null = null;
  let roots = new WeakSet<ShadowRoot>();

  /** List what lies in the top layer, and hear of what will happen there: events stay in their root. */
  function survey(): readonly Element[] {
    const { elements, shadowRoots } = listTopLayer();
    for (const root of shadowRoots) {
      if (listening === null || roots.has(root)) continue;
      roots.add(root);
      root.addEventListener('toggle', onChange, { capture: true, signal: listening });
    }
    return elements;
  }

  function noteRaised(): void {
    beneath = new WeakSet(needsOwnMeasure ? survey() : []);
  }

  function raise(): void {
    if (!host.isConnected || raises >= maxRaises) return;
    raises += 1;
    try {
      putOnTop();
      noteRaised();
    } catch {
      // The page changed the element in this very moment: it does not want it on top.
    }
  }

  function onChange({ target }: Event): void {
    if (!(target instanceof Element) || target === host || !isMatch(target, topLayerSelector))
      return;
    beneath.delete(target);
    raise();
  }

  return {
    isCovered() {
      if (!needsOwnMeasure) return false;
      return (
        isFaded() || survey().some((element) => !beneath.has(element) && !isInside(host, element))
      );
    },
    raise,
    noteRaised,
    start(signal) {
      raises = 0;
      listening = signal;
      roots = new WeakSet();
      for (const type of ['toggle', 'fullscreenchange'])
        document.addEventListener(type, onChange, { capture: true, signal });
    },
  };
}

/** Chromium measures itself whether an element is seen as it is, which no page can get around. */
const needsOwnMeasure = !('trackVisibility' in IntersectionObserver.prototype);

/** Firefox alone lends these to extensions, and fades the top layer with the root element. */
type Faded = Document & { readonly activeViewTransition?: object | null };
type Host = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };

function isFaded(): boolean {
  const { filter } = getComputedStyle(document.documentElement);
  return (document as Faded).activeViewTransition != null || !isColouring(filter);
}

/** Say whether a filter only changes colours, as for dark pages, so that all can still be read. */
function isColouring(filter: string): boolean {
  return /^(?:none|(?:(?:hue-rotate|grayscale|sepia)\([^()]*\)|invert\((?:1|0?\.9\d*)\)| )+)$/.test(
    filter,
  );
}

type TopLayerContents = {
  readonly elements: readonly Element[];
  /** Those some of them are in. */
  readonly shadowRoots: readonly ShadowRoot[];
};

/** List all of the page that is in the top layer, in closed shadow trees too. */
function listTopLayer(): TopLayerContents {
  const elements: Element[] = [];
  const shadowRoots: ShadowRoot[] = [];
  const waiting: (Document | ShadowRoot)[] = [document];
  for (let root = waiting.pop(); root; root = waiting.pop()) {
    const found = queryAll(root, topLayerSelector);
    elements.push(...found);
    if (found.length > 0 && root instanceof ShadowRoot) shadowRoots.push(root);
    for (const element of queryAll(root, '*')) {
      const inner = (element as Host).openOrClosedShadowRoot;
      if (inner) waiting.push(inner);
    }
  }
  return { elements, shadowRoots };
}
