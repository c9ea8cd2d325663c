import { expect } from 'vitest';
import type { PageServer } from '@/tests/support/browser/page-server';
import type { RobustCase } from '../robust-case';
import { hoverMark, isCardOpen, listAllMarks } from '../visit';

const framed = '<!doctype html><title>Frame</title><body><p>FIDH spoke.</p>';

function serveFrame(server: PageServer, headers = {}): string {
  return server.add({ path: '/robust-frame', body: framed, headers });
}

function serveAround(server: PageServer, body: string): string {
  return server.add({ path: '/robust-frames', body: `<!doctype html><title>Outer</title>${body}` });
}

/** Documents inside documents, and windows of windows. */
export const frameCases: readonly RobustCase[] = [
  {
    name: 'marks a frame of the same origin',
    defence: 'frames are read',
    page(server) {
      serveFrame(server);
      return serveAround(
        server,
        '<iframe src="/robust-frame" width="600" height="400"></iframe><p>BKDP',
      );
    },
    marks: ['FIDH', 'BKDP'],
    card: 'FIDH',
  },
  {
    name: 'marks a frame of another site',
    defence: 'frames are read',
    page(server) {
      serveFrame(server);
      const src = `${server.insecureOrigin}/robust-frame`;
      return serveAround(
        server,
        `<p>BKDP<p><iframe src="${src}" width="600" height="400"></iframe>`,
      );
    },
    marks: ['FIDH', 'BKDP'],
    async check({ page }) {
      // Chromium's driver does not tell a frame of another process that the pointer left it.
      const frame = await hoverMark(page, 'FIDH');
      await expect.poll(() => isCardOpen(frame), { timeout: 5000 }).toBe(true);
    },
  },
  {
    name: 'marks frames without an address: srcdoc, about:blank, blob and data',
    defence: 'frames without an address are read',
    page: `<iframe srcdoc="<p>FIDH spoke." width="500" height="300"></iframe>
      <iframe id="blank"></iframe><iframe id="blob"></iframe>
      <iframe src="data:text/html,<p>Ilya Nuzov spoke."></iframe><script>
      blank.contentDocument.body.innerHTML = '<p>Salidarnast spoke.';
      const page = new Blob(['<p>BKDP spoke.'], { type: 'text/html' });
      blob.contentWindow.location = URL.createObjectURL(page);
      </script>`,
    marks: ['FIDH', 'Salidarnast', 'BKDP', 'Ilya Nuzov'],
    card: 'FIDH',
  },
  {
    name: 'marks a blank frame that is filled by writing',
    defence: 'frames without an address are read',
    page: `<iframe width="500" height="300"></iframe><script>
      const inner = document.querySelector('iframe').contentDocument;
      inner.open(); inner.write('<!doctype html><p>FIDH spoke.'); inner.close();</script>`,
    marks: ['FIDH'],
    card: 'FIDH',
  },
  {
    name: 'marks sandboxed frames, with scripts and without',
    defence: 'frames are read',
    page(server) {
      serveFrame(server);
      return serveAround(
        server,
        `<iframe src="/robust-frame" sandbox width="500" height="300"></iframe>
         <iframe src="/robust-frame" sandbox="allow-scripts"></iframe>`,
      );
    },
    marks: ['FIDH', 'FIDH'],
    card: 'FIDH',
  },
  {
    name: 'marks the pages of a frameset',
    defence: 'frames are read',
    page(server) {
      serveFrame(server);
      return server.add({
        path: '/robust-frameset',
        body: `<!doctype html><title>Set</title><frameset cols="50%,50%">
          <frame src="/robust-frame"><frame src="/robust-frame"></frameset>`,
      });
    },
    marks: ['FIDH', 'FIDH'],
    card: 'FIDH',
  },
  {
    name: 'marks a frame that is added late, and not twice when it moves',
    defence: 'frames are read',
    page(server) {
      serveFrame(server);
      return serveAround(server, '<p>BKDP</p><div></div>');
    },
    before: ['BKDP'],
    act: (page) =>
      page.evaluate(async () => {
        const frame = document.createElement('iframe');
        frame.src = '/robust-frame';
        const loaded = (): Promise<unknown> =>
          new Promise((resolve) => {
            frame.addEventListener('load', resolve, { once: true });
          });
        const first = loaded();
        document.body.append(frame);
        await first;
        const second = loaded();
        document.querySelector('div')?.append(frame);
        await second;
      }),
    marks: ['FIDH', 'BKDP'],
  },
  {
    name: 'marks a window the page opened and wrote itself',
    defence: 'frames without an address are read',
    page: `<p>BKDP spoke.</p><button onclick="const w = open('', '', 'width=600,height=400');
      w.document.write('<title>Small</title><p>FIDH spoke.'); w.document.close()">Open</button>`,
    before: ['BKDP'],
    act: (page) => page.click('button'),
    marks: ['BKDP'],
    async check({ launched }) {
      const pages = await launched.browser.pages();
      const titles = await Promise.all(pages.map((other) => other.title().catch(() => '')));
      const opened = pages[titles.indexOf('Small')];
      if (!opened) throw new Error('no window was opened');
      await expect.poll(() => listAllMarks(opened), { timeout: 5000 }).toEqual(['FIDH']);
      await opened.close();
    },
  },
];
