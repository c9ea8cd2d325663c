import type { Browser } from 'puppeteer-core';

/** The parts of WebDriver BiDi used here, which puppeteer speaks but does not offer. */
type BidiConnection = {
  send(method: string, params: object): Promise<{ result: unknown }>;
};
type Tree = { contexts: readonly { context: string; url: string }[] };
type ScriptResult =
  | { type: 'success'; result: { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/**
 * Run a function in Firefox's own window, which knows keyboard shortcuts, menus and preferences.
 * It is sent as source text and must not refer to anything outside itself.
 */
export async function evaluateInFirefoxWindow<Argument>(
  browser: Browser,
  inWindow: (argument: Argument) => unknown,
  argument: Argument,
): Promise<string> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const { contexts } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' }))
    .result as Tree;
  const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (window === undefined) throw new Error('Firefox shows no window');
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: `async (json) => String(await (${inWindow.toString()})(JSON.parse(json)))`,
    arguments: [{ type: 'string', value: JSON.stringify(argument) }],
    awaitPromise: true,
    target: { context: window.context },
  });
  const outcome = result as ScriptResult;
  if (outcome.type === 'exception') throw new Error(outcome.exceptionDetails.text);
  return String(outcome.result.value);
}
