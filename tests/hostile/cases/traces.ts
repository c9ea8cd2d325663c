import { expect } from 'vitest';
import { type HostilePage, sentence } from '../hostile-page';
import { sleep } from '@/tests/support/browser/page-reading';

/** Says nothing a pack knows, and notes whatever happens to it. */
const watch = `<h1>Weather</h1><p id="text">Rain in the morning, sun in the afternoon.</p><script>
  for (const type of ['message', 'messageerror', 'error', 'scroll', 'resize', 'storage', 'toggle', 'beforetoggle', 'slotchange', 'copy', 'selectionchange'])
    addEventListener(type, ({ data }) => see(type + JSON.stringify(data ?? '')), true);
  new MutationObserver((records) => { for (const { type } of records) see(type); })
    .observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
  const observer = new PerformanceObserver((list) => { for (const { entryType, name } of list.getEntries()) if (/extension/.test(name)) see(entryType + name); });
  observer.observe({ entryTypes: PerformanceObserver.supportedEntryTypes.filter((type) => /^(?:resource|mark|measure)$/.test(type)) });`;

/** Pages that want to know whether the extension is there. */
export const tracePages: readonly HostilePage[] = [
  {
    title: 'finds no trace on a page without mentions by observing all it can',
    defence: 'nothing before the first mark',
    marks: 0,
    body: `${watch}
      // Drivers leave functions of their own in a tab.
      const isOfPage = (name) => !name.startsWith('__aria');
      const look = () => [CSS.highlights.size, document.adoptedStyleSheets.length, document.styleSheets.length,
        document.documentElement.children.length, document.documentElement.attributes.length, window.length,
        Object.getOwnPropertyNames(window).filter(isOfPage).length, performance.getEntriesByType('resource').length].join();</script>`,
    isLive:
      'new Promise((resolve) => { text.title = "x"; setTimeout(() => resolve(noted.includes("attributes")), 300); })',
    act: async (page) => {
      await sleep(500);
      await page.evaluate('see(look())');
    },
  },
  {
    title: 'cannot learn the name of marks on one page and ask for it on the next',
    defence: 'names are new in each document',
    body: `${sentence}<script>
      function compare() {
        const before = sessionStorage.getItem('name');
        const name = [...CSS.highlights.keys()].join();
        sessionStorage.setItem('name', name);
        return before !== null && before === name;
      }</script>`,
    isLive: 'sessionStorage.setItem("x", "1"), sessionStorage.getItem("x") === "1"',
    limit: 'the name is known once a page has marks',
    async check({ page }) {
      await page.evaluate('compare()');
      await page.reload();
      await page.waitForFunction('CSS.highlights.size > 0');
      expect(await page.evaluate('compare()')).toBe(false);
    },
  },
  {
    title: 'sees no style of marks on a page without mentions',
    defence: 'nothing before the first mark',
    marks: 0,
    body: `${watch}
      const look = (name) => ['color', 'textDecorationLine', 'backgroundColor'].map((property) => getComputedStyle(text, '::highlight(' + name + ')')[property]).join();
      const names = ['fact-cards', 'facts', 'fact', 'mention', 'mark', 'cards', 'known'];</script>
      <style>::highlight(known) { text-decoration: underline; color: red }</style>`,
    isLive: 'look("known").includes("underline")',
    act: async (page) => {
      await sleep(500);
      await page.evaluate('for (const name of names) see(look(name))');
      await page.evaluate('see(document.adoptedStyleSheets.length)');
    },
  },
  {
    title: 'can load nothing of the extension, even knowing its address',
    defence: 'nothing accessible',
    marks: 0,
    body: `${watch}
      async function probe(origin) {
        const files = ['mentions.js', 'finder.js', 'card.js', 'popup.html', 'icon/16.png', 'manifest.json'];
        let loaded = 0;
        for (const file of files) {
          await fetch(origin + '/' + file).then(() => { loaded += 1; }, () => {});
          await new Promise((resolve) => {
            const element = document.createElement(file.endsWith('.js') ? 'script' : 'img');
            element.onload = () => { loaded += 1; resolve(); };
            element.onerror = resolve;
            element.src = origin + '/' + file;
            document.head.append(element);
          });
        }
        return loaded;
      }</script>`,
    isLive: 'probe(location.origin).then((loaded) => loaded > 0)',
    async check({ page, context }) {
      // In a tab of its own, for what cannot be had is an error of the page that asks for it.
      const prober = await context.launched.browser.newPage();
      await prober.goto(page.url());
      expect(await prober.evaluate(`probe("${context.launched.extensionOrigin}")`)).toBe(0);
      await prober.close();
      await page.bringToFront();
    },
  },
  {
    title: 'is told nothing and heeded in nothing by messages',
    defence: 'no messages to pages',
    body: `${sentence}<script>
      addEventListener('message', ({ data }) => see('heard ' + JSON.stringify(data)));
      const channel = new BroadcastChannel('fact-cards');
      channel.onmessage = ({ data }) => see('channel ' + JSON.stringify(data));
      see(typeof window.browser + typeof window.chrome?.runtime?.sendMessage);
      function tell() {
        const messages = ['listMentions', 'setPageOff', 'copyCitation', 'scriptWanted', 'mentionsCounted', 'wipe', 'fact-cards:mentions:wxt:content-script-started']
          .flatMap((type) => [{ type }, { type, isOff: true, mentionId: '1', count: 99 }, type]);
        for (const message of messages) {
          window.postMessage(message, '*');
          channel.postMessage(message);
          for (const target of [window, document]) target.dispatchEvent(new CustomEvent(message.type ?? message, { detail: message }));
          try { chrome.runtime.sendMessage(message); } catch {}
        }
      }</script>`,
    isLive:
      'tell(), new Promise((resolve) => setTimeout(() => resolve(noted.includes("heard")), 100))',
    async check({ page, openCard }) {
      await page.evaluate('tell()');
      await sleep(200);
      await openCard();
    },
  },
];
