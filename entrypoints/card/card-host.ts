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
  /** Put it on top of everything; false when the page does not let it. */
  readonly show: () => boolean;
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

  return {
    frame,
    noticeFrame,
    element,
    show() {
      const parent = findTopLayerParent();
      if (element.parentNode !== parent || !element.matches(':popover-open')) {
        // A form in fullscreen may have a control called “append”.
        Element.prototype.append.call(parent, element);
        element.showPopover();
      }
      return element.isConnected;
    },
    hide() {
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

/** All that is outside a modal dialog or the fullscreen element is inert, popovers too. */
function findTopLayerParent(): Element {
  const { fullscreenElement } = document;
  const dialogs = queryAll(document, 'dialog:modal');
  const dialog = dialogs[dialogs.length - 1];
  if (dialog && (!fullscreenElement || fullscreenElement.contains(dialog))) return dialog;
  return fullscreenElement && !opaqueNames.has(getLocalName(fullscreenElement))
    ? fullscreenElement
    : document.documentElement;
}
