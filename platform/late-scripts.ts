import { browser } from 'wxt/browser';
import { belarusianScript, needsBelarusian } from './translate';

/**
 * Scripts that come to a page only once it needs them, beside `mentions`, which comes to every page:
 * - `finder`, with aliases and all that judges them, where the text has words an alias starts with;
 * - `card`, with facts and all that shows them, where a reader is about to open a card.
 * All run in the extension's isolated world, whose globals pages cannot see.
 */
export type LateScript = keyof typeof files;

const files = { card: '/card.js', finder: '/finder.js' } as const;
const getKey = (script: LateScript): symbol => Symbol.for(`fact-cards.${script}`);
type Globals = Record<symbol, unknown>;

/** A background script that does not wake up in this time will not answer, in milliseconds. */
export const longestAnswerMs = 3000;

/** Make what a script has to give available to the others of this document. */
export function provideLate(script: LateScript, value: unknown): void {
  (globalThis as Globals)[getKey(script)] = value;
}

/**
 * Load what `script` provides into this document, once; null when the extension or the page is
 * gone. A page that goes into the browser's cache meanwhile may never be answered.
 */
export async function loadLate<Value>(script: LateScript): Promise<Value | null> {
  const globals = globalThis as Globals;
  const key = getKey(script);
  if (!globals[key]) {
    try {
      await browser.runtime.sendMessage({ type: 'scriptWanted', script });
    } catch {
      // The extension was reloaded, or access to the site withdrawn.
      return null;
    }
  }
  return (globals[key] as Value | undefined) ?? null;
}

/** Answer pages that want a script, from the background, until `signal` aborts. */
export function serveLateScripts(signal: AbortSignal): void {
  browser.runtime.onMessage.addListener(answerScriptWanted);
  signal.addEventListener('abort', () =>
    browser.runtime.onMessage.removeListener(answerScriptWanted),
  );
}

type OnMessage = Parameters<typeof browser.runtime.onMessage.addListener>[0];

function answerScriptWanted(
  message: unknown,
  { id, tab, frameId = 0 }: Parameters<OnMessage>[1],
): Promise<boolean> | undefined {
  const script = readWanted(message);
  if (script === null || id !== browser.runtime.id || tab?.id === undefined) return undefined;
  return inject(script, { tabId: tab.id, frameIds: [frameId] });
}

function readWanted(message: unknown): LateScript | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, script } = message as { readonly type?: unknown; readonly script?: unknown };
  return type === 'scriptWanted' && (script === 'card' || script === 'finder') ? script : null;
}

async function inject(
  script: LateScript,
  target: { tabId: number; frameIds: number[] },
): Promise<boolean> {
  const file = files[script];
  await browser.scripting.executeScript({
    target,
    files: script === 'card' && needsBelarusian() ? [belarusianScript, file] : [file],
    injectImmediately: true,
  });
  return true;
}

/** Give up on who does not answer within `ms`: by default, as long as a background needs to wake up. */
export async function giveUpAfter(ms = longestAnswerMs): Promise<null> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
  return null;
}
