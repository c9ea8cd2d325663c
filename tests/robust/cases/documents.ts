import type { OutgoingHttpHeaders } from 'node:http';
import type { RobustCase } from '../robust-case';

const lines = '<p>FIDH spoke.</p><p>Salidarnast spoke.</p>';

function serveAs(
  path: string,
  body: string,
  headers: OutgoingHttpHeaders = {},
): RobustCase['page'] {
  return (server) => server.add({ path, body, headers });
}

/** Documents of other types, and documents that forbid nearly everything. */
export const documentCases: readonly RobustCase[] = [
  {
    name: 'works under a policy that forbids all',
    defence: 'marks leave the tree alone',
    page: serveAs('/robust-csp', `<!doctype html><title>Strict</title>${lines}`, {
      'content-security-policy': "default-src 'none'; style-src 'none'; base-uri 'none'",
    }),
    marks: ['FIDH', 'Salidarnast'],
    card: 'FIDH',
  },
  {
    name: 'works where only trusted types may be written',
    defence: 'marks leave the tree alone',
    page: serveAs('/robust-trusted', `<!doctype html><title>Trusted</title>${lines}`, {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
    }),
    marks: ['FIDH', 'Salidarnast'],
    card: 'FIDH',
  },
  {
    name: 'works in a page that its server puts into a sandbox',
    defence: 'marks leave the tree alone',
    page: serveAs('/robust-sandbox', `<!doctype html><title>Sandbox</title>${lines}`, {
      'content-security-policy': 'sandbox',
    }),
    marks: ['FIDH', 'Salidarnast'],
    card: 'FIDH',
  },
  {
    name: 'works in a page that forbids the clipboard and isolates itself',
    defence: 'marks leave the tree alone',
    page: serveAs('/robust-isolated', `<!doctype html><title>Isolated</title>${lines}`, {
      'permissions-policy': 'clipboard-write=(), fullscreen=()',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    }),
    marks: ['FIDH', 'Salidarnast'],
    card: 'FIDH',
  },
  {
    name: 'works in XHTML, with prefixes and character data',
    defence: 'character data is read',
    page: serveAs(
      '/robust.xhtml',
      `<?xml version="1.0"?><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head>
       <h:title>X</h:title></h:head><h:body><h:p>The <h:b>International</h:b> Labour Organization</h:p>
       <h:p><![CDATA[FIDH & others]]></h:p><h:pre>BKDP</h:pre></h:body></h:html>`,
    ),
    marks: ['International Labour Organization', 'FIDH'],
    card: 'FIDH',
  },
  {
    name: 'is silent in XML',
    defence: 'viewers are left alone',
    page: serveAs('/robust.xml', '<?xml version="1.0"?><news><item>FIDH spoke.</item></news>'),
    marks: [],
  },
  {
    name: 'is silent in RSS feeds',
    defence: 'viewers are left alone',
    page: serveAs(
      '/robust-rss.xml',
      '<?xml version="1.0"?><rss version="2.0"><channel><title>FIDH</title></channel></rss>',
      { 'content-type': 'text/xml' },
    ),
    marks: [],
  },
  {
    name: 'is silent in a picture',
    defence: 'viewers are left alone',
    page: serveAs(
      '/robust.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="50"><text y="20">FIDH</text></svg>',
    ),
    marks: [],
  },
  {
    name: 'marks plain text',
    defence: 'plain text is no code',
    page: serveAs('/robust.txt', 'FIDH spoke.\n\nSo did the International\nLabour Organization.\n'),
    marks: ['FIDH', 'International Labour Organization'],
    card: 'FIDH',
  },
  {
    name: 'marks JSON as the browser shows it',
    defence: 'plain text is no code',
    page: serveAs('/robust.json', JSON.stringify({ who: 'FIDH', what: { said: 'Salidarnast' } })),
    marks: ['FIDH', 'Salidarnast'],
  },
];
