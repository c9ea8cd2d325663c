import { createServer, request as sendRequest } from 'node:http';
import type { Socket } from 'node:net';

/** A proxy every request of a browser goes through; only those to `origin` are let through. */
export type CountingProxy = {
  /** `127.0.0.1:<port>`. */
  readonly address: string;
  /** `METHOD url` of every request that was made, `CONNECT host:port` of encrypted ones. */
  readonly requests: readonly string[];
  close(): Promise<void>;
};

/** Start a proxy in front of the page server at `origin`. */
export async function startCountingProxy(origin: string): Promise<CountingProxy> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (request.url?.startsWith(`${origin}/`) !== true) {
      response.writeHead(502).end();
      return;
    }
    const { method, headers } = request;
    request.pipe(
      sendRequest(request.url, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }),
    );
  });
  server.on('connect', (request, socket: Socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Blocked\r\n\r\n');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    address: `127.0.0.1:${address.port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
