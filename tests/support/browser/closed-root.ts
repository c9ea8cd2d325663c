import type { CDPSession, Frame, Page } from 'puppeteer-core';

/**
 * Functions passed to the page are sent as source text: they must not refer to anything outside
 * themselves. Arguments and results travel as JSON.
 */
type InPage<Argument, Result> = (root: ShadowRoot, argument: Argument) => Result;

/**
 * Look into the card of a page or frame, which no script there can: drivers may read closed shadow
 * roots.
 */
export async function evaluateInClosedRoot<Argument, Result>(
  place: Page | Frame,
  inPage: InPage<Argument, Result>,
  argument: Argument,
): Promise<Result | null> {
  const frame = 'mainFrame' in place ? place.mainFrame() : place;
  const isFirefox = (await frame.page().browser().version()).startsWith('firefox');
  const source = `(root, argument) => JSON.stringify((${inPage.toString()})(root, argument) ?? null)`;
  const json = JSON.stringify(argument ?? null);
  const result = isFirefox
    ? await evaluateInFirefox(frame, source, json)
    : await evaluateInChromium(frame, source, json);
  return result === null ? null : (JSON.parse(result) as Result);
}

async function evaluateInChromium(
  frame: Frame,
  source: string,
  json: string,
): Promise<string | null> {
  // Frames of other sites are processes of their own, each with a session that puppeteer keeps.
  const { client: session, _id: frameId } = frame as unknown as {
    client: CDPSession;
    _id: string;
  };
  // A world of its own, so that what the page has done to prototypes misleads nobody.
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId,
    worldName: 'closed-root',
  });
  const find = `[...document.querySelectorAll('div:empty')].find((element) =>
    element.hasAttribute('popover') && !element.shadowRoot)`;
  const host = await session.send('Runtime.evaluate', {
    expression: find,
    contextId: executionContextId,
  });
  if (host.result.objectId === undefined) return null;
  const { node } = await session.send('DOM.describeNode', {
    objectId: host.result.objectId,
    depth: 0,
    pierce: true,
  });
  const backendNodeId = node.shadowRoots?.find(
    ({ shadowRootType }) => shadowRootType === 'closed',
  )?.backendNodeId;
  if (backendNodeId === undefined) return null;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId });
  if (object.objectId === undefined) return null;
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function (json) { return (${source})(this, JSON.parse(json)); }`,
    arguments: [{ value: json }],
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return String(result.value);
}

/** The parts of WebDriver BiDi used here, which puppeteer speaks but does not offer. */
type RemoteNode = {
  sharedId?: string;
  value?: { mode?: string; shadowRoot?: RemoteNode | null; children?: RemoteNode[] };
};
type ScriptResult =
  | { type: 'success'; result: RemoteNode & { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };
type BidiConnection = {
  send(method: string, params: object): Promise<{ result: ScriptResult }>;
};

function findClosedRootId(node: RemoteNode): string | null {
  const root = node.value?.shadowRoot;
  if (root?.value?.mode === 'closed' && root.sharedId !== undefined) return root.sharedId;
  for (const child of node.value?.children ?? []) {
    const found = findClosedRootId(child);
    if (found !== null) return found;
  }
  return null;
}

async function evaluateInFirefox(
  frame: Frame,
  source: string,
  json: string,
): Promise<string | null> {
  const { connection } = frame.page().browser() as unknown as { connection: BidiConnection };
  const { _id: context } = frame as unknown as { _id: string };
  const call = async (functionDeclaration: string, options: object): Promise<RemoteNode> => {
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration,
      awaitPromise: false,
      // A sandbox, so that what the page has done to prototypes misleads nobody.
      target: { context, sandbox: 'closed-root' },
      ...options,
    });
    if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
    return result.result;
  };
  // Hosts first: serialising a whole article to find one element would take seconds.
  const hosts = await call(
    `() => [...document.querySelectorAll('div:empty')].filter((element) =>
      element.hasAttribute('popover') && !element.shadowRoot)`,
    { serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 } },
  );
  const rootId = (hosts.value as unknown as RemoteNode[])
    .map(findClosedRootId)
    .find((id) => id !== null);
  if (rootId === undefined || rootId === null) return null;
  const result = await call(`(root, json) => (${source})(root, JSON.parse(json))`, {
    arguments: [{ sharedId: rootId }, { type: 'string', value: json }],
  });
  return String(result.value);
}
