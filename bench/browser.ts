import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launch, type Page } from 'puppeteer-core';
import { getIsolatedRealm } from '@/tests/support/browser/isolated-realm';
import { type BrowserName, findBrowser } from '@/scripts/find-browser.mjs';

/** A page opened in the browser. */
export type BenchTab = {
  /** Run `expression` in a world of its own, like a content script's; gives its JSON value, promises awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** A browser and a local server from which pages are loaded, each from a site of its own. */
export type BenchBrowser = {
  /** Load `html` in a new tab; a new `site` is a new renderer process, so nothing is warm. */
  readonly open: (html: string, site: string) => Promise<BenchTab>;
  readonly version: string;
  readonly close: () => Promise<void>;
};

/** Start a browser without the extension; pages reach nothing but the local server. */
export async function startBrowser(name: BrowserName): Promise<BenchBrowser> {
  const executablePath = findBrowser(name);
  if (executablePath === null) throw new Error(`no ${name} found; npm run setup installs it`);
  const documents = new Map<string, string>();
  const server = await startServer(documents);
  const { port } = server.address() as AddressInfo;
  const isChromium = name === 'chromium';
  const browser = await launch(
    isChromium
      ? { executablePath, headless: true, args: chromiumArguments }
      : { browser: 'firefox', executablePath, headless: true },
  );
  return {
    version: await browser.version(),
    open: async (html, site) => {
      const path = `/${documents.size}`;
      documents.set(path, html);
      const host = isChromium ? `${site}.test` : '127.0.0.1';
      const page = await browser.newPage();
      await page.goto(`http://${host}:${port}${path}`, {
        waitUntil: 'domcontentloaded',
        timeout: 60_000,
      });
      documents.set(path, '');
      return isChromium
        ? isolate(page)
        : { evaluate: (code) => getIsolatedRealm(page).evaluate(code), close: () => page.close() };
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

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

async function isolate(page: Page): Promise<BenchTab> {
  const cdp = await page.createCDPSession();
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
  return { evaluate, close: () => page.close() };
}
