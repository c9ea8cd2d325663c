import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { waitThroughNavigation } from '@/tests/support/browser/launch';
import type { RobustCase } from '../robust-case';

/** Ways to come from one page to the next, or from one view of it to another. */
export const navigationCases: readonly RobustCase[] = [
  {
    name: 'follows a page that changes its address by itself',
    defence: 'added elements are read',
    page: '<main><p>FIDH spoke.</p></main>',
    before: ['FIDH'],
    act: (page) =>
      page.evaluate(async () => {
        const main = document.querySelector('main');
        const show = async (text: string): Promise<void> => {
          if (main) main.innerHTML = `<h1>${text}</h1><p>${text} spoke.</p>`;
          await new Promise(requestAnimationFrame);
        };
        history.pushState(null, '', '/robust-pushed');
        await show('Viasna');
        history.replaceState(null, '', '/robust-replaced');
        await show('BKDP');
        location.hash = 'view';
        await show('Salidarnast');
      }),
    // Once under the heading, once in it: a heading begins its section.
    marks: ['Salidarnast'],
    card: 'Salidarnast',
  },
  {
    name: 'marks what scrolling brings, each time',
    defence: 'added elements are read',
    page: `<main><p>FIDH spoke.</p></main><script>
      let pages = 0;
      addEventListener('scroll', () => {
        if (pages >= 5 || scrollY + innerHeight < document.body.scrollHeight - 50) return;
        pages += 1;
        document.querySelector('main').insertAdjacentHTML('beforeend',
          '<h2>Page ' + pages + '</h2><p style="height: 900px">Salidarnast spoke.</p>');
      });
      document.querySelector('p').style.height = '1200px';</script>`,
    before: ['FIDH'],
    act: (page) =>
      page.evaluate(async () => {
        while (document.querySelectorAll('h2').length < 5) {
          scrollTo(0, document.body.scrollHeight);
          await new Promise(requestAnimationFrame);
        }
      }),
    marks: ['FIDH', ...Array<string>(5).fill('Salidarnast')],
    card: 'Salidarnast',
  },
  {
    name: 'marks a tab whose text is loaded when it is chosen',
    defence: 'added texts are read',
    page: `<button onclick="fetch('/robust-tab.txt').then((r) => r.text()).then((text) => {
      document.querySelector('section').textContent = text; })">More</button><section></section>`,
    async act(page, server) {
      server.add({ path: '/robust-tab.txt', body: 'FIDH spoke.' });
      await page.click('button');
    },
    marks: ['FIDH'],
    card: 'FIDH',
  },
  {
    name: 'keeps its marks when the reader goes on and back',
    defence: 'resting pages are left in peace',
    page: '<p>FIDH spoke. <a href="/robust-next">On</a>',
    before: ['FIDH'],
    async act(page, server) {
      server.add({
        path: '/robust-next',
        body: '<!doctype html><title>Next</title><p>BKDP spoke.',
      });
      await Promise.all([page.waitForNavigation(), page.click('a')]);
      await goBack(page);
    },
    // Firefox's driver has lost track of the tab by then.
    changesTab: true,
    marks: ['FIDH'],
    card: 'FIDH',
  },
  {
    name: 'opens cards on a page that was left while they were loading',
    defence: 'cards are asked for again',
    page: `<p>FIDH spoke.<script>
      addEventListener('pointermove', () => location.assign('/robust-next'), { once: true });</script>`,
    before: ['FIDH'],
    async act(page, server) {
      server.add({
        path: '/robust-next',
        body: '<!doctype html><title>Next</title><p>BKDP spoke.',
      });
      await page.mouse.move(300, 300);
      await waitThroughNavigation(page, () => document.title === 'Next');
      await goBack(page);
    },
    // Firefox's driver has lost track of the tab by then.
    changesTab: true,
    marks: ['FIDH'],
    card: 'FIDH',
  },
  {
    name: 'follows redirects and refreshing pages',
    defence: 'pointers find marks',
    page: (server) => {
      server.add({ path: '/robust-target', body: '<!doctype html><title>T</title><p>FIDH spoke.' });
      server.add({
        path: '/robust-refresh',
        body: `<!doctype html><title>Old</title>
          <meta http-equiv="refresh" content="0; url=/robust-target"><p>BKDP spoke.`,
      });
      const headers = { location: '/robust-refresh' };
      return server.add({ path: '/robust-redirect', body: '', status: 302, headers });
    },
    act: (page) => page.waitForFunction(() => location.pathname === '/robust-target'),
    marks: ['FIDH'],
    card: 'FIDH',
  },
  {
    name: 'reads a page again that writes itself anew',
    defence: 'replaced documents are read',
    page: '<p>FIDH spoke.',
    before: ['FIDH'],
    act: (page) =>
      page.evaluate(() => {
        document.open();
        document.write('<!doctype html><title>New</title><p>Salidarnast spoke.');
        document.close();
      }),
    marks: ['Salidarnast'],
    card: 'Salidarnast',
  },
  {
    name: 'reads a body, and a whole tree, that take the place of the old',
    defence: 'replaced trees are read',
    page: '<p>FIDH spoke.',
    before: ['FIDH'],
    act: (page) =>
      page.evaluate(async () => {
        document.body = document.createElement('body');
        document.body.append('BKDP spoke.');
        await new Promise((resolve) => {
          setTimeout(resolve, 200);
        });
        const html = document.createElement('html');
        html.innerHTML = '<head></head><body><p>Salidarnast spoke.</body>';
        document.documentElement.replaceWith(html);
      }),
    marks: ['Salidarnast'],
    card: 'Salidarnast',
  },
  {
    name: 'is not led astray by a base address',
    defence: 'pointers find marks',
    page: '<base href="https://elsewhere.test/" target="_blank"><p>FIDH spoke.',
    marks: ['FIDH'],
    card: 'FIDH',
  },
  {
    name: 'waits while a page is only prepared, until the reader comes',
    defence: 'prepared pages are not read',
    // Firefox prepares no pages.
    onlyIn: 'chromium',
    changesTab: true,
    page(server) {
      // No driver follows a prepared page: it tells itself what it sees, by what it asks for.
      for (const path of ['/prepared', '/marked-early', '/marked-then'])
        server.add({ path: `/robust-is${path}`, body: '' });
      server.add({
        path: '/robust-next',
        body: `<!doctype html><title>Prepared</title><p>FIDH spoke.</p><script>
          const look = setInterval(() => {
            if (document.prerendering && CSS.highlights.size > 0) fetch('/robust-is/marked-early');
            if (document.prerendering && performance.now() > 400) fetch('/robust-is/prepared');
            if (!document.prerendering && CSS.highlights.size > 0) {
              clearInterval(look);
              fetch('/robust-is/marked-then');
            }
          }, 50);</script>`,
      });
      return server.add({
        path: '/robust-preparing',
        body: `<!doctype html><title>Old</title><p>BKDP spoke. <a href="/robust-next">On</a>
          <script type="speculationrules">{"prerender": [{"source": "list",
          "urls": ["/robust-next"], "eagerness": "immediate"}]}</script>`,
      });
    },
    marks: ['BKDP'],
    async check({ page, server }) {
      const isAsked = (what: string) => (): boolean =>
        server.requests.includes(`/robust-is/${what}`);
      await expect.poll(isAsked('prepared'), { timeout: 8000 }).toBe(true);
      await page.click('a').catch(() => null);
      await expect.poll(isAsked('marked-then'), { timeout: 8000 }).toBe(true);
      expect(isAsked('marked-early')()).toBe(false);
    },
  },
];

/** Drivers wait for a loading that never comes when the page rested in the browser's cache. */
async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => setTimeout(() => history.back(), 0));
  await waitThroughNavigation(page, () => document.title === 'Page');
}
