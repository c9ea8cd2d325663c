import { build } from 'esbuild';

/** A page React renders on the server and takes over in the browser. */
export type ReactPage = {
  readonly html: string;
  /** To be served as /react-client.js; the page calls `hydrate()` when it is time. */
  readonly client: string;
};

/** The whole document is React's, so that it misses whatever is not as it made it. */
const app = `
  import { createElement as h, useState } from 'react';
  function App() {
    const [name, setName] = useState('Salidarnast');
    return h('html', { lang: 'en' },
      h('head', null, h('title', null, 'Page'), h('script', { src: '/react-client.js' })),
      h('body', null,
        h('p', null, 'FIDH and the International ', 'Lab', 'our Organization'),
        h('button', { onClick: () => setName('BKDP') }, 'Change'),
        h('p', { id: 'said' }, name, ' spoke.')));
  }`;

/** Build the page with the installed React. */
export async function buildReactPage(): Promise<ReactPage> {
  const [client, server] = await Promise.all([
    bundle(`${app}
      import { hydrateRoot } from 'react-dom/client';
      globalThis.hydrate = () => hydrateRoot(document, h(App));`),
    bundle(`${app}
      import { renderToString } from 'react-dom/server';
      globalThis.renderedPage = '<!doctype html>' + renderToString(h(App));`),
  ]);
  await import(`data:text/javascript,${encodeURIComponent(server)}`);
  const { renderedPage } = globalThis as unknown as { renderedPage: string };
  return { html: renderedPage, client };
}

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    // The development build says what is wrong with a page it did not make.
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return outputFiles[0]?.text ?? '';
}
