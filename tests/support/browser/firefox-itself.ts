import type { Browser } from 'puppeteer-core';

/** The parts of WebDriver BiDi used here, which puppeteer speaks but does not offer. */
type BidiConnection = {
  send(
    method: 'browsingContext.getTree',
    params: object,
  ): Promise<{ result: { contexts: readonly { context: string }[] } }>;
  send(
    method: 'script.callFunction',
    params: object,
  ): Promise<{
    result:
      | { type: 'success'; result: { value?: string } }
      | { type: 'exception'; exceptionDetails: { text: string } };
  }>;
};

/**
 * Run a function in Firefox’s own window, which may do all the browser may. It is sent as source
 * text: it must not refer to anything outside itself. Argument and result travel as JSON.
 */
export async function evaluateInFirefoxItself<Argument, Result>(
  browser: Browser,
  inFirefox: (argument: Argument) => Result | Promise<Result>,
  argument: Argument,
): Promise<Result> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: `async (json) => JSON.stringify((await (${inFirefox.toString()})(JSON.parse(json))) ?? null)`,
    awaitPromise: true,
    arguments: [{ type: 'string', value: JSON.stringify(argument ?? null) }],
    target: { context: tree.result.contexts[0]?.context },
  });
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
  return JSON.parse(result.result.value ?? 'null') as Result;
}
