import { expect } from 'vitest';
import { type Check, type HostilePage, sentence } from '../hostile-page';

/**
 * `trap(owner, names)` puts in the place of each method, getter and constructor something that
 * notes the call and throws: what the page script uses would be noted, were it in the page's world.
 */
const trap = `
  const define = Object.defineProperty, describe = Object.getOwnPropertyDescriptor;
  function trap(owner, names) {
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index];
      const old = describe(owner, name);
      if (!old) continue;
      const caught = function () { see(typeof name === 'symbol' ? 'symbol' : name); throw new Error('trapped'); };
      define(owner, name, 'value' in old
        ? { ...old, value: caught }
        : { ...old, get: caught, set: caught });
    }
  }
  function isTrapped(use) { try { use(); return false; } catch { return true; } }`;

const opens: Check = async ({ page, openCard }) => {
  const noted = await page.evaluate('noted');
  await openCard();
  expect(await page.evaluate('noted')).toBe(noted);
};

function setTraps(traps: string): string {
  return `${sentence}<script>${trap}${traps}</script>`;
}

/** Pages that put traps in the place of what the browser gives scripts. */
export const prototypePages: readonly HostilePage[] = [
  {
    title: 'hears nothing by traps in nodes, elements and documents',
    defence: 'isolated world',
    body: setTraps(`
      trap(Node.prototype, ['textContent', 'nodeValue', 'parentNode', 'nodeType', 'isConnected', 'getRootNode', 'compareDocumentPosition', 'contains', 'appendChild']);
      trap(CharacterData.prototype, ['data']);
      trap(Element.prototype, ['localName', 'matches', 'getAttribute', 'querySelectorAll', 'shadowRoot', 'checkVisibility', 'attachShadow', 'append', 'setAttribute', 'scrollIntoView']);
      trap(Document.prototype, ['createTreeWalker', 'createRange', 'createElementNS', 'createElement', 'querySelectorAll', 'body', 'documentElement', 'readyState', 'contentType', 'title', 'activeElement']);`),
    isLive: 'isTrapped(() => text.textContent)',
    check: opens,
  },
  {
    title: 'hears nothing by traps in ranges and walkers',
    defence: 'isolated world',
    body: setTraps(`
      trap(Range.prototype, ['setStart', 'setEnd', 'getClientRects', 'getBoundingClientRect', 'toString']);
      trap(TreeWalker.prototype, ['nextNode', 'currentNode']);
      trap(AbstractRange.prototype, ['startContainer', 'startOffset', 'endContainer', 'endOffset']);
      trap(window, ['StaticRange', 'Range', 'TreeWalker', 'NodeFilter']);`),
    isLive: 'isTrapped(() => document.createRange().getClientRects())',
    check: opens,
  },
  {
    title: 'hears nothing by traps in arrays, maps, texts and iterators',
    defence: 'isolated world',
    body: setTraps(`
      trap(Array.prototype, ['map', 'push', 'filter', 'forEach', 'flatMap', 'some', 'every', 'find', 'entries', 'slice', 'sort', 'at', 'includes', 'join', 'shift', 'concat', Symbol.iterator]);
      for (const Type of [Map, Set, WeakMap, WeakSet]) trap(Type.prototype, ['get', 'set', 'has', 'add', 'delete', 'values', Symbol.iterator]);
      trap(String.prototype, ['slice', 'indexOf', 'charCodeAt', 'codePointAt', 'toLowerCase', 'normalize', 'split', 'trim', 'replace', 'matchAll', Symbol.iterator]);
      trap(RegExp.prototype, ['exec', 'test', Symbol.replace, Symbol.split, Symbol.matchAll]);`),
    isLive: 'isTrapped(() => [1].map(String))',
    check: opens,
  },
  {
    title: 'hears nothing by setters of Object.prototype, JSON and promises',
    defence: 'isolated world',
    body: setTraps(`
      for (const name of ['id', 'type', 'text', 'cardId', 'packId', 'mentions', 'range', 'options', 'signal', 'toJSON', 'count'])
        define(Object.prototype, name, { configurable: true, get() { see('get ' + name); }, set() { see('set ' + name); } });
      trap(JSON, ['parse', 'stringify']);
      trap(Promise.prototype, ['then', 'catch', 'finally']);
      trap(Promise, ['all', 'race', 'resolve', 'withResolvers']);
      trap(Object, ['keys', 'entries', 'hasOwn', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'freeze']);`),
    isLive: 'isTrapped(() => JSON.stringify({})) && isTrapped(() => Object.keys({}))',
    check: opens,
  },
  {
    title: 'stops nothing by timers that throw',
    defence: 'isolated world',
    body: setTraps(`
      trap(window, ['setTimeout', 'setInterval', 'clearTimeout', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask', 'scheduler', 'MessageChannel', 'AbortController', 'performance', 'Date']);
      trap(EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']);
      trap(Performance.prototype, ['now', 'timeOrigin']);`),
    isLive: 'isTrapped(() => setTimeout(() => {}))',
    check: opens,
  },
  {
    title: 'stops nothing by observers that throw',
    defence: 'isolated world',
    body: setTraps(`
      for (const Type of [MutationObserver, ResizeObserver, IntersectionObserver]) trap(Type.prototype, ['observe', 'disconnect', 'takeRecords']);
      trap(window, ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']);`),
    isLive: 'isTrapped(() => new MutationObserver(() => {}))',
    async check({ page, openCard }) {
      await page.evaluate(
        `text.after(Object.assign(document.createElement('p'), { textContent: 'BKDP and the International Labour Organization met.' }))`,
      );
      await openCard('International Labour Organization');
      expect(await page.evaluate('noted')).toBe('MutationObserver;');
      await page.evaluate('text.nextSibling.remove()');
    },
  },
  {
    title: 'stops nothing by an interface for highlights and style sheets of its own',
    defence: 'isolated world',
    body: setTraps(`
      trap(CSSStyleSheet.prototype, ['replaceSync', 'replace', 'insertRule']);
      trap(HighlightRegistry.prototype, ['set', 'get', 'delete', 'clear']);
      trap(Highlight.prototype, ['add', 'has', 'delete', 'size']);
      trap(window, ['CSSStyleSheet', 'Highlight', 'StaticRange']);
      define(CSS, 'highlights', { value: new Map() });
      define(document, 'adoptedStyleSheets', { get() { see('sheets'); return []; }, set() { see('sheets set'); } });`),
    isLive: 'isTrapped(() => new Highlight()) && CSS.highlights instanceof Map',
    check: opens,
  },
  {
    title: 'hears and stops nothing by traps in what the card is made of',
    defence: 'isolated world',
    body: setTraps(`
      trap(Element.prototype, ['attachShadow', 'append', 'remove', 'animate', 'classList', 'className', 'getBoundingClientRect']);
      trap(HTMLElement.prototype, ['showPopover', 'hidePopover', 'togglePopover', 'popover', 'focus', 'style', 'dataset', 'attachInternals']);
      trap(window, ['customElements', 'ElementInternals', 'ShadowRoot', 'HTMLDivElement']);
      trap(CustomElementRegistry.prototype, ['define', 'get']);`),
    isLive: 'isTrapped(() => text.attachShadow({ mode: "open" }))',
    check: opens,
  },
  {
    title: 'leads no pointer astray by false answers about points and layout',
    defence: 'isolated world',
    body: setTraps(`
      trap(Document.prototype, ['elementFromPoint', 'elementsFromPoint', 'caretPositionFromPoint', 'caretRangeFromPoint', 'getSelection', 'hidden', 'visibilityState', 'hasFocus']);
      trap(window, ['getComputedStyle', 'matchMedia', 'getSelection', 'innerWidth', 'innerHeight', 'scrollY', 'visualViewport', 'devicePixelRatio', 'find']);
      trap(Element.prototype, ['getClientRects', 'getBoundingClientRect', 'clientWidth', 'clientHeight', 'scrollTop']);
      trap(Event.prototype, ['target', 'composedPath', 'timeStamp', 'isTrusted']);
      trap(MouseEvent.prototype, ['clientX', 'clientY', 'buttons', 'relatedTarget']);`),
    isLive: 'isTrapped(() => document.elementFromPoint(1, 1))',
    check: opens,
  },
  {
    title: 'hears no error and no stack of the extension',
    defence: 'isolated world',
    body: setTraps(`
      Error.prepareStackTrace = () => { see('stack'); return 'stack'; };
      addEventListener('error', () => see('error'), true);
      addEventListener('unhandledrejection', () => see('rejection'), true);
      define(Error.prototype, 'stack', { get() { see('stack'); } });
      trap(console, ['log', 'warn', 'error', 'debug', 'info']);
      trap(window, ['Error', 'reportError', 'DOMException', 'crypto', 'Symbol']);
      trap(crypto.constructor.prototype, ['getRandomValues', 'randomUUID']);`),
    isLive: 'isTrapped(() => console.log(1))',
    check: opens,
  },
  {
    title: 'neither hears nor changes what is copied by traps in the clipboard',
    defence: 'isolated world',
    body: setTraps(`
      trap(navigator.clipboard.constructor.prototype, ['write', 'writeText', 'read', 'readText']);
      trap(Navigator.prototype, ['clipboard']);
      trap(DataTransfer.prototype, ['setData', 'getData']);
      trap(Document.prototype, ['execCommand']);
      trap(window, ['ClipboardItem', 'Blob', 'ClipboardEvent']);`),
    isLive: 'isTrapped(() => navigator.clipboard)',
    async check({ page, openCard, expectCopy }) {
      await openCard();
      await expectCopy();
      expect(await page.evaluate('noted')).toBe('clipboard;');
    },
  },
];
