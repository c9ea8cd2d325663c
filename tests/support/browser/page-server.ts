import { createServer, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
};

/** A page served under a path of its own, with the headers that make it awkward. */
export type ServedPage = {
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly headers?: OutgoingHttpHeaders;
  /** 200 unless given. */
  readonly status?: number;
};

export type PageServer = {
  /** `http://127.0.0.1:<port>`, a secure context. */
  readonly origin: string;
  /** The same server under a plain-http name that browsers count as another site. */
  readonly insecureOrigin: string;
  /** Serve `page` from now on, in place of any file of that path; returns its full address. */
  add(page: ServedPage): string;
  /** Paths asked for so far, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
};

/** Serve the files of `folder` and the pages added later, on this machine only. */
export async function startPageServer(folder: string): Promise<PageServer> {
  const pages = new Map<string, ServedPage>();
  const requests: string[] = [];

  async function answerWithFile(path: string, response: ServerResponse): Promise<void> {
    const file = normalize(join(folder, path));
    try {
      if (!file.startsWith(folder + sep)) throw new Error(`${path} leaves the folder`);
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': getContentType(path) }).end(body);
    } catch {
      // Browsers ask for an icon by themselves; a 404 would count as an error of the page.
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
    }
  }

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    requests.push(path);
    const page = pages.get(path);
    if (page !== undefined) {
      const headers = { 'content-type': getContentType(path), ...page.headers };
      response.writeHead(page.status ?? 200, headers);
      response.end(page.body);
      return;
    }
    void answerWithFile(path, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const origin = `http://127.0.0.1:${address.port}`;

  return {
    origin,
    insecureOrigin: `http://site.test:${address.port}`,
    requests,
    add(page) {
      pages.set(page.path, page);
      return origin + page.path;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function getContentType(path: string): string {
  return contentTypes[extname(path)] ?? contentTypes['.html'] ?? '';
}
