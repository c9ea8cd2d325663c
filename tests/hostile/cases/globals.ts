import { type Check, type HostilePage, sentence } from '../hostile-page';

/** Controls named like what a script reads of an element; in Chromium the form answers with them. */
const clobberedNames = [
  'nodeType', 'nodeName', 'nodeValue', 'parentNode', 'parentElement', 'childNodes', 'firstChild',
  'lastChild', 'nextSibling', 'previousSibling', 'ownerDocument', 'isConnected', 'getRootNode',
  'contains', 'compareDocumentPosition', 'textContent', 'innerText', 'innerHTML', 'attributes',
  'getAttribute', 'hasAttribute', 'matches', 'closest', 'querySelector', 'querySelectorAll',
  'localName', 'tagName', 'namespaceURI', 'children', 'shadowRoot', 'assignedSlot', 'host', 'id',
  'className', 'classList', 'dataset', 'style', 'lang', 'dir', 'hidden', 'isContentEditable',
  'checkVisibility', 'getBoundingClientRect', 'getClientRects', 'scrollIntoView', 'focus', 'blur',
  'append', 'appendChild', 'remove', 'addEventListener', 'clientWidth', 'clientHeight',
  'clientLeft', 'clientTop', 'offsetWidth', 'offsetHeight', 'offsetParent', 'scrollTop',
  'scrollLeft', 'then', 'toString', 'valueOf', 'constructor', 'adoptedStyleSheets',
]; // prettier-ignore

const openAndCopy: Check = async ({ openCard, expectCopy }) => {
  await openCard();
  await expectCopy();
};

/** Pages that put elements of their own in the place of what scripts rely on. */
export const globalPages: readonly HostilePage[] = [
  {
    title: 'shows cards beside elements called browser and chrome',
    defence: 'the interface of the extension is kept',
    body: `<div id="browser">x</div><form id="chrome" name="chrome"><input name="runtime"></form>${sentence}`,
    isLive: 'window.browser === document.getElementById("browser")',
    check: openAndCopy,
  },
  {
    title: 'shows cards beside frames called browser and chrome that have a runtime with an id',
    defence: 'the interface of the extension is kept',
    body: `<iframe name="browser" srcdoc="<div id=runtime>x</div>"></iframe>
      <iframe name="chrome" srcdoc="<div id=runtime>x</div>"></iframe>${sentence}`,
    isLive: 'window.browser === frames[0]',
    check: openAndCopy,
  },
  {
    title: 'shows cards inside a form whose controls are called like properties of nodes',
    defence: 'getters of prototypes',
    body: `<form id="form"><h2>Belarus</h2>${sentence}
      ${clobberedNames.map((name) => `<input name="${name}" hidden>`).join('')}</form>`,
    isLive: 'form.parentNode instanceof HTMLInputElement',
    check: openAndCopy,
  },
  {
    title: 'shows cards in a document whose properties are called by images and forms',
    defence: 'isolated world',
    body: `${[
      'body',
      'head',
      'documentElement',
      'activeElement',
      'title',
      'designMode',
      'hidden',
      'fullscreenElement',
      'createTreeWalker',
      'createRange',
      'querySelectorAll',
      'readyState',
      'contentType',
      'execCommand',
      'elementFromPoint',
      'addEventListener',
      'adoptedStyleSheets',
      'createElementNS',
    ]
      .map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`)
      .join('')}${sentence}`,
    isLive: 'document.createTreeWalker instanceof HTMLCollection',
    check: openAndCopy,
  },
];
