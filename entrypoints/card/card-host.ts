import cardActionsCss from '@/assets/card-actions.css?inline';
import cardCss from '@/assets/card.css?inline';
import controlsCss from '@/assets/controls.css?inline';
import tokensCss from '@/assets/tokens.css?inline';
import hostCss from './host.css?inline';
import { guardPresses } from './press-guard';
import { createSight } from './sight';
import { createTopLayer, findTopLayerParent } from './top-layer';

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
  /** Say whether it lies on top of the page, where alone it is displayed. */
  readonly isThere: () => boolean;
  /** Find what inside it has the focus. */
  readonly findFocus: () => Element | null;
};

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
  let anchor: Element | null = null;
  const topLayer = createTopLayer(element, () => {
    const { activeElement } = root;
    const parent = findTopLayerParent(anchor);
    if (element.parentNode === parent) element.hidePopover();
    else parent.append(element);
    element.showPopover();
    if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  });
  const sights = new Map(
    [frame, noticeFrame].map((part) => [part, createSight(part, topLayer)] as const),
  );
  guardPresses(root, sights);
  const isThere = (): boolean => element.isConnected && element.matches(':popover-open');

  return {
    frame,
    noticeFrame,
    element,
    isThere,
    show(newAnchor) {
      showing?.abort();
      showing = new AbortController();
      anchor = newAnchor;
      const parent = findTopLayerParent(anchor);
      if (element.parentNode !== parent || !isThere()) {
        // A form in fullscreen may have a control called “append”.
        Element.prototype.append.call(parent, element);
        element.showPopover();
        topLayer.noteRaised();
      }
      topLayer.start(showing.signal);
      for (const sight of sights.values()) sight.start(showing.signal);
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
