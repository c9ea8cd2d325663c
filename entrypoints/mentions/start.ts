import { createClipboard } from '@/platform/clipboard';
import { browser, isExtensionAlive } from '@/platform/extension-api';
import { isOfLostWindow } from './lost-window';
import { type GuardedClipboard, runPageScript } from './page-script';

/** Where a later run of the script in the same document finds this one; pages cannot see it. */
const runKey = Symbol.for('fact-cards');

type Run = {
  readonly document: Document;
  readonly isAlive: () => boolean;
  readonly stop: () => void;
};

/** Start in this document, unless a run is at work here already or the document is no page. */
export async function startPageScript(): Promise<void> {
  const runs = globalThis as { [runKey]?: Run };
  if (!isExtensionAlive() || !isReadablePage() || isAtWork(runs[runKey])) return;
  runs[runKey]?.stop();
  const stopping = new AbortController();
  const { signal } = stopping;
  runs[runKey] = { document, isAlive: isExtensionAlive, stop: () => stopping.abort() };
  // Before any script of the page, so that what is copied is what the reader asked for.
  const clipboard = createGuardedClipboard(signal);

  try {
    await runPageScript({
      name: nameDocument(),
      clipboard,
      whenReadable: whenReadable(),
      stop: () => stopping.abort(),
      signal,
    });
  } catch (error) {
    // A page may remove a frame at any time, while its options are read too.
    if (!isOfLostWindow(error)) throw error;
  }
}

/** Wait until the document can be read; false when it never can. */
async function whenReadable(): Promise<boolean> {
  await whenActivated();
  await whenParsed();
  return !isGone() && document.documentElement.namespaceURI === 'http://www.w3.org/1999/xhtml';
}

/** Create a clipboard whose listener can be taken away, where there is nothing to copy, and put back. */
function createGuardedClipboard(signal: AbortSignal): GuardedClipboard {
  let guarding: AbortController | null = null;
  let clipboard = guard();

  function guard() {
    guarding?.abort();
    guarding = new AbortController();
    return createClipboard(window, AbortSignal.any([signal, guarding.signal]));
  }

  return {
    copy: (citation) => clipboard.copy(citation),
    guard({ isAnew }) {
      if (isAnew || guarding === null) clipboard = guard();
    },
    release() {
      guarding?.abort();
      guarding = null;
    },
  };
}

/** A page may take over the window of the initial about:blank before it (HTML, 7.4.5), not its document. */
function isAtWork(run: Run | undefined): boolean {
  return run !== undefined && run.document === document && run.isAlive();
}

/** XML, SVG, images and media are shown by viewers of the browser; there is nothing to read. */
function isReadablePage(): boolean {
  const { contentType } = document;
  return /^(?:text\/(?!xml)|application\/(?:xhtml\+xml|json|ld\+json|manifest\+json))/.test(
    contentType,
  );
}

/** A page may remove a frame while this script waits in it. */
function isGone(): boolean {
  return document.defaultView === null;
}

/** A page prepared in advance may never be shown. */
async function whenActivated(): Promise<void> {
  if (!(document as { readonly prerendering?: boolean }).prerendering) return;
  await new Promise((resolve) => {
    document.addEventListener('prerenderingchange', resolve, { once: true });
  });
}

async function whenParsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve, { once: true });
  });
}

/**
 * Make the name marks and card go by: new in each document, and the same for a newer run of this
 * extension, which so finds what an older one left when Firefox cut it off.
 */
function nameDocument(): string {
  let hash = 0xcbf29ce484222325n;
  for (const letter of `${browser.runtime.getURL('')}${performance.timeOrigin}`)
    hash = BigInt.asUintN(64, (hash ^ BigInt(letter.charCodeAt(0))) * 0x100000001b3n);
  return `m${hash.toString(36)}`;
}
