import { expect } from 'vitest';
import { type HostilePage, sentence } from '../hostile-page';
import { readCard, waitForNoCard } from '@/tests/support/browser/open-card';
import { hoverText, listMarks, sleep, waitForMarks } from '@/tests/support/browser/page-reading';

/** Pages that never rest, or swap themselves for others. */
export const changePages: readonly HostilePage[] = [
  {
    title: 'gets no mark on other words by rewriting its text a thousand times a second',
    defence: 'edited text loses its marks',
    body: `${sentence}<p id="storm">FIDH</p><script>
      const words = ['FIDH', 'nothing at all', 'x', '', 'Anyone else, in no list'];
      let writes = 0;
      function start() {
        const timer = setInterval(() => {
          // Each time it ends with other words.
          for (let index = 0; index < 21; index += 1) storm.firstChild.data = words[(writes += 1) % words.length];
        }, 10);
        rest = () => { clearInterval(timer); storm.firstChild.data = 'FIDH'; };
      }</script>`,
    isLive: 'storm.firstChild.data === "FIDH"',
    async act(page) {
      await page.evaluate('start()');
      await sleep(300);
    },
    async check({ page, openCard }) {
      for (let looks = 0; looks < 10; looks += 1) {
        const marks = await listMarks(page);
        expect(marks.filter((mark) => !/^(?:Belarus|Salidarnast|FIDH)$/.test(mark))).toEqual([]);
        await sleep(30);
      }
      expect(await page.evaluate('writes')).toBeGreaterThan(100);
      await page.evaluate('rest()');
      await openCard();
    },
  },
  {
    title: 'keeps marks right while it adds, moves and removes blocks without end',
    defence: 'lost text loses its marks',
    body: `${sentence}<div id="storm"></div><script>
      let steps = 0;
      function start() {
        const timer = setInterval(() => {
          for (let index = 0; index < 10; index += 1) {
            steps += 1;
            const line = document.createElement('p');
            line.textContent = 'BKDP wrote line ' + steps;
            storm.prepend(line);
            if (storm.childNodes.length > 20) storm.lastChild.remove();
            if (steps % 3 === 0) storm.append(storm.firstChild);
          }
        }, 10);
        rest = () => { clearInterval(timer); storm.replaceChildren(); };
      }</script>`,
    isLive: 'storm.childNodes.length === 0',
    async act(page) {
      await page.evaluate('start()');
      await sleep(600);
    },
    async check({ page, openCard }) {
      await page.evaluate('rest()');
      await page.waitForFunction(
        '[...CSS.highlights.values()].every((highlight) => [...highlight].every(({ startContainer }) => startContainer.isConnected))',
        { timeout: 3000, polling: 50 },
      );
      await openCard();
    },
  },
  {
    title: 'is followed when it swaps its text while it floods its history',
    defence: 'changes are followed',
    body: `${sentence}<script>
      let entries = 0;
      function flood() {
        for (let index = 0; index < 40; index += 1) {
          try { history[index % 2 ? 'pushState' : 'replaceState']({ index }, '', '#' + index); } catch {}
          dispatchEvent(new PopStateEvent('popstate', { state: index }));
          dispatchEvent(new HashChangeEvent('hashchange'));
          entries += 1;
        }
        text.textContent = 'The International Labour Organization met BKDP.';
      }</script>`,
    isLive: 'entries === 0',
    async act(page) {
      await page.evaluate('flood()');
    },
    async check({ page, openCard }) {
      await page.waitForFunction('location.hash === "#39"');
      await openCard('International Labour Organization');
      expect(await listMarks(page)).toEqual(['International Labour Organization', 'BKDP']);
    },
  },
  {
    title: 'is read anew each time it opens and writes its document',
    defence: 'replaced documents are read',
    body: `${sentence}<script>
      function replace(count) {
        for (let index = 0; index < count; index += 1) {
          document.open();
          document.write('<!doctype html><title>New ' + index + '</title><p id="text">Document ' + index + ': workers in Belarus turned to Salidarnast.</p>');
          document.close();
        }
      }</script>`,
    isLive: 'replace(1), document.title === "New 0"',
    async act(page) {
      await page.evaluate('replace(20)');
    },
    async check({ page, openCard, expectCopy }) {
      await waitForMarks(page);
      await openCard();
      await expectCopy();
    },
  },
  {
    title: 'breaks nothing by frames that remove themselves, and by frames it writes',
    defence: 'nothing fails aloud',
    body: `${sentence}<script>
      let frames_ = 0;
      function addFrames() {
        for (let index = 0; index < 15; index += 1) {
          const srcdoc = document.createElement('iframe');
          srcdoc.srcdoc = '<p>Salidarnast</p><script>setTimeout(() => frameElement.remove(), ' + index * 20 + ')<\\/script>';
          const blank = document.createElement('iframe');
          const script = document.createElement('iframe');
          script.src = 'javascript:"<p>Salidarnast</p>"';
          document.body.append(srcdoc, blank, script);
          blank.contentDocument.write('<p>Salidarnast</p>');
          text.after(blank.contentDocument.adoptNode(blank.contentDocument.body.firstChild));
          if (index % 2) blank.remove();
          frames_ += 3;
        }
        setTimeout(() => { for (const frame of document.querySelectorAll('iframe')) frame.remove(); for (const line of document.querySelectorAll('p:not([id])')) line.remove(); }, 500);
      }</script>`,
    isLive: 'frames_ === 0',
    async act(page) {
      await page.evaluate('addFrames()');
      await page.waitForFunction('window.length === 0', { timeout: 5000, polling: 50 });
      await sleep(200);
    },
    async check({ openCard }) {
      await openCard();
    },
  },
  {
    title: 'opens no card while the whole page can be written in',
    defence: 'writers are left alone',
    marks: 0,
    body: `${sentence}<script>document.designMode = 'on'; rest = () => { document.designMode = 'off'; };</script>`,
    isLive: 'document.designMode === "on"',
    async check({ page, expectNoCard }) {
      await hoverText(page, 'Salidarnast');
      await expectNoCard();
    },
  },
  {
    title: 'keeps cards open and the keyboard working though it steals the focus all the time',
    defence: 'cards need no focus',
    body: `${sentence}<button id="thief">Thief</button><script>
      let thefts = 0;
      const timer = setInterval(() => { if (document.activeElement !== thief) thefts += 1; thief.focus(); }, 20);
      rest = () => { clearInterval(timer); thief.blur(); };</script>`,
    isLive:
      'new Promise((resolve) => setTimeout(() => resolve(thefts > 0 && document.activeElement === thief), 100))',
    async check({ page, openCard, expectCopy }) {
      await openCard();
      await expectCopy();
      expect(await readCard(page)).not.toBeNull();
      await page.keyboard.press('Escape');
      await waitForNoCard(page);
    },
  },
];
