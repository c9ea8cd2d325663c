import type { ExtensionBrowser } from './launch';

/** The parts of WebDriver BiDi and of Firefox's own interfaces used here. */
type BidiConnection = {
  send(method: string, params: object): Promise<{ result: unknown }>;
};
type Tree = { readonly contexts: readonly { readonly context: string }[] };
type Evaluated = { readonly result: { readonly value: string } };

/**
 * What Firefox itself notes among the errors: that a driver runs scripts in the extension's pages,
 * and that a page went away before the extension's interface had answered it.
 */
const notices =
  /^(?:Content Script execution in moz-ext|Promise \w+ (?:while|after) context|InvalidStateError: JSWindowActorChild)/;

/**
 * List the errors of the extension's scripts in any page so far. Firefox tells a page's driver
 * nothing of them, only its own console; in Chromium they are among the errors of the page.
 */
export async function listExtensionErrors({
  browser,
  name,
  extensionOrigin,
}: ExtensionBrowser): Promise<string[]> {
  if (name === 'chromium' || extensionOrigin === null) return [];
  const { connection } = browser as unknown as { connection: BidiConnection };
  const { contexts } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' }))
    .result as Tree;
  const { result } = (
    await connection.send('script.evaluate', {
      expression: `JSON.stringify(Services.console.getMessageArray().flatMap((message) => {
        if (!(message instanceof Ci.nsIScriptError)) return [];
        const isOurs = (message.sourceName + message.stack).includes(${JSON.stringify(extensionOrigin)});
        const isError = (message.flags & Ci.nsIScriptError.warningFlag) === 0;
        return isOurs && isError ? [message.errorMessage] : [];
      }))`,
      awaitPromise: false,
      target: { context: contexts[0]?.context },
    })
  ).result as Evaluated;
  const messages = JSON.parse(result.value) as string[];
  return messages.filter((message) => !notices.test(message));
}
