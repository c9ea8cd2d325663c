import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';

/** A page opened in the browser, with a JavaScript world of its own like a content script's. */
export type BenchTab = {
  /** Run `expression` in the isolated world and get its JSON value, promises awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly cdp: CDPSession;
  readonly page: Page;
  readonly close: () => Promise<void>;
};

/** A browser and a local server from which pages are loaded, each from a site of its own. */
export type BenchBrowser = {
  /** Load `html` in a new tab; a new `site` is a new renderer process, so nothing is warm. */
  readonly open: (html: string, site: string) => Promise<BenchTab>;
  readonly version: string;
  readonly close: () => Promise<void>;
};

/** Start Chromium from `executablePath`; pages reach nothing but the local server. */
export async function startBrowser(executablePath: string): Promise<BenchBrowser> {
  const documents = new Map<string, string>();
  const server = await startServer(documents);
  const { port } = server.address() as AddressInfo;
  const browser = await launch({
    executablePath,
    headless: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  return {
    version: await browser.version(),
    open: async (html, site) => {
      const path = `/${documents.size}`;
      documents.set(path, html);
      const tab = await openTab(browser, `http://${site}.test:${port}${path}`);
      documents.set(path, '');
      return tab;
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

async function startServer(documents: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer((request, response) => {
    const html = documents.get(request.url ?? '');
    response.writeHead(html === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      // Scripts of saved pages would change the page under the measurement.
      'content-security-policy': "script-src 'none'",
    });
    response.end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

async function openTab(browser: Browser, url: string): Promise<BenchTab> {
  const page = await browser.newPage();
  const cdp = await page.createCDPSession();
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 60_000 });
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bench',
  });
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  };
  return { evaluate, cdp, page, close: () => page.close() };
}
