import cardActionsCss from '@/assets/card-actions.css?inline';
import cardCss from '@/assets/card.css?inline';
import controlsCss from '@/assets/controls.css?inline';
import tokensCss from '@/assets/tokens.css?inline';
import {
  findParentElement,
  getLocalName,
  isInDocument,
  isMatch,
  queryAll,
} from '@/platform/dom-properties';
import hostCss from './host.css?inline';

/** The one element the page script ever puts into a page, and only while a card is open. */
export type CardHost = {
  /** What the card is rendered into and placed by. */
  readonly frame: HTMLElement;
  /** What a notice is rendered into, along the bottom edge. */
  readonly noticeFrame: HTMLElement;
  readonly element: HTMLElement;
  /**
   * Put it on top of everything and keep it there until `hide`; `anchor` is what it belongs to in
   * the page. False when the page does not let it.
   */
  readonly show: (anchor: Element | null) => boolean;
  readonly hide: () => void;
  /** Find what inside it has the focus. */
  readonly findFocus: () => Element | null;
};

/** Elements that show nothing of what is inside them. */
const opaqueNames = new Set(['video', 'audio', 'iframe', 'img', 'canvas', 'object', 'embed']);

/**
 * Create the host. It is a plain `div`: a page can reach the closed shadow root of an element whose
 * name it may define itself.
 */
export function createCardHost(className: string): CardHost {
  const element = createDiv();
  element.className = className;
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [tokensCss, controlsCss, cardCss, cardActionsCss, hostCss].map(
    createSheet,
  );
  const frame = createFrame();
  const noticeFrame = createFrame();
  noticeFrame.dataset['surface'] = 'notice';
  root.append(noticeFrame, frame);
  let showing: AbortController | null = null;

  function raise(anchor: Element | null): void {
    const { activeElement } = root;
    const parent = findTopLayerParent(anchor);
    if (element.parentNode === parent) element.hidePopover();
    else parent.append(element);
    element.showPopover();
    if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  }

  return {
    frame,
    noticeFrame,
    element,
    show(anchor) {
      showing?.abort();
      showing = new AbortController();
      const parent = findTopLayerParent(anchor);
      if (element.parentNode !== parent || !element.matches(':popover-open')) {
        // A form in fullscreen may have a control called “append”.
        Element.prototype.append.call(parent, element);
        element.showPopover();
      }
      watchTopLayer(element, { raise: () => raise(anchor), signal: showing.signal });
      return element.isConnected;
    },
    hide() {
      showing?.abort();
      element.remove();
    },
    findFocus: () => root.activeElement,
  };
}

/** In XHTML documents with a prefix, `createElement` makes elements of no use. */
function createDiv(): HTMLElement {
  return document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
}

function createFrame(): HTMLElement {
  const frame = createDiv();
  frame.className = 'frame';
  return frame;
}

function createSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** A page that always puts something on top again means it. */
const maxRaises = 3;

/** Tell when the page puts something over the host: what enters the top layer last lies on top. */
function watchTopLayer(
  host: HTMLElement,
  { raise, signal }: { readonly raise: () => void; readonly signal: AbortSignal },
): void {
  let raises = 0;
  const onChange = ({ target }: Event): void => {
    const isOver =
      target instanceof Element && target !== host && isMatch(target, topLayerSelector);
    if (!isOver || !host.isConnected || raises >= maxRaises) return;
    raises += 1;
    try {
      raise();
    } catch {
      // The page changed the element in this very moment: it does not want it on top.
    }
  };
  for (const type of ['toggle', 'fullscreenchange'])
    document.addEventListener(type, onChange, { capture: true, signal });
}

const topLayerSelector = ':popover-open,dialog:modal,:fullscreen';

/**
 * All that is outside a modal dialog or the fullscreen element is inert, popovers too; and a page's
 * own popover closes when the reader presses something outside it.
 */
function findTopLayerParent(anchor: Element | null): Element {
  const around: Element[] = [];
  const isThere = anchor !== null && isInDocument(anchor);
  for (let step = isThere ? anchor : null; step; step = findParentElement(step)) around.push(step);
  const dialogs = queryAll(document, 'dialog:modal');
  const covers = [document.fullscreenElement, dialogs[dialogs.length - 1]];
  const cover = covers.findLast((element) => element && !opaqueNames.has(getLocalName(element)));
  if (cover && !around.includes(cover)) return cover;
  return around.find((element) => isMatch(element, topLayerSelector)) ?? document.documentElement;
}
