import { expect } from 'vitest';
import { type HostilePage, sentence } from '../hostile-page';
import { getIsolatedRealm } from '@/tests/support/browser/isolated-realm';
import { listMarks, locateText, sleep, waitForMarks } from '@/tests/support/browser/page-reading';

const marked = ['Salidarnast'];
const other = '<p id="other">Nothing known stands in this line of text.</p>';
/** Adding text lets the extension look at the page again. */
const stir = `
  let stirs = 0;
  function stir() {
    const line = document.createElement('p');
    line.textContent = 'Line ' + (stirs += 1);
    document.body.append(line);
  }`;

/** Pages that tamper with the browser's register of highlights, which they share with us. */
export const registryPages: readonly HostilePage[] = [
  {
    title: 'sees its own highlights beside those of the extension, and keeps them',
    defence: 'only own highlights go',
    body: `${sentence}${other}<script>
      const own = new Highlight(new StaticRange({ startContainer: other.firstChild, startOffset: 0, endContainer: other.firstChild, endOffset: 7 }));
      CSS.highlights.set('own', own);</script>`,
    isLive: 'CSS.highlights.get("own") === own',
    limit: 'the register of highlights is shared',
    async check({ page }) {
      await page.evaluate('text.remove()');
      await page.waitForFunction('CSS.highlights.size === 1');
      expect(await page.evaluate('CSS.highlights.get("own") === own && own.size === 1')).toBe(true);
    },
  },
  {
    title: 'gets marks back when it clears the register once',
    defence: 'marks are put back',
    body: `${sentence}<script>${stir}</script>`,
    isLive: 'CSS.highlights.clear(), CSS.highlights.size === 0',
    limit: 'the register of highlights is shared',
    async check({ page }) {
      await page.evaluate('CSS.highlights.clear(), stir()');
      expect(await waitForMarks(page)).toEqual(marked);
    },
  },
  {
    title: 'is not fought when it clears the register again and again',
    defence: 'marks are put back a few times only',
    body: `${sentence}<script>${stir}
      let returns = 0;
      function fight() {
        const timer = setInterval(() => {
          if (CSS.highlights.size > 0) returns += 1;
          CSS.highlights.clear();
          stir();
        }, 60);
        rest = () => clearInterval(timer);
      }</script>`,
    isLive: 'CSS.highlights.clear(), CSS.highlights.size === 0',
    limit: 'the register of highlights is shared',
    async check({ page, openCard }) {
      await page.evaluate('fight()');
      await sleep(2500);
      expect(await page.evaluate('returns')).toBeLessThanOrEqual(4);
      await page.evaluate('rest()');
      // What is marked and what is known are two things.
      await openCard();
    },
  },
  {
    title: 'opens no card where it put a mark of its own under our name',
    defence: 'marks are put back',
    body: `${sentence}${other}<script>${stir}
      function plant() {
        const range = document.createRange();
        range.selectNodeContents(other);
        for (const name of [...CSS.highlights.keys()]) CSS.highlights.set(name, new Highlight(range));
      }</script>`,
    isLive: 'plant(), [...CSS.highlights.values()].every((highlight) => highlight.size === 1)',
    limit: 'the register of highlights is shared',
    async check({ page, expectNoCard }) {
      await page.evaluate('plant(), stir()');
      await expect.poll(() => listMarks(page), { timeout: 10_000 }).toEqual(marked);
      const { x, y } = await locateText(page, 'Nothing known');
      await page.mouse.move(x - 30, y + 40);
      await page.mouse.move(x, y, { steps: 4 });
      await expectNoCard();
    },
  },
  {
    title: 'cannot move a mark to other words',
    defence: 'marks do not move',
    body: `<p id="text">Workers in Minsk turned to <i id="name">Salidarnast</i>. <i id="lie">Anyone else</i></p><script>
      function move() {
        for (const highlight of CSS.highlights.values()) for (const range of highlight) {
          try { range.setStart(lie.firstChild, 0); range.setEnd(lie.firstChild, 6); } catch {}
          try { Object.defineProperty(range, 'startContainer', { value: lie.firstChild }); } catch {}
        }
      }
      function movesOwn() {
        const own = document.createRange();
        own.selectNodeContents(text);
        CSS.highlights.set('own', new Highlight(own));
        move();
        CSS.highlights.delete('own');
        return own.toString() === 'Anyone';
      }</script>`,
    isLive: 'movesOwn()',
    limit: 'the register of highlights is shared',
    async check({ page, expectNoCard, openCard }) {
      await page.evaluate('move()');
      const { x, y } = await locateText(page, 'Anyone else');
      await page.mouse.move(x - 30, y + 40);
      await page.mouse.move(x, y, { steps: 4 });
      await expectNoCard();
      await openCard();
    },
  },
  {
    title: 'is not noticed by a page that searches its own text',
    defence: 'marks leave the tree alone',
    body: `${sentence}<script>
      function search() {
        const found = [];
        getSelection().removeAllRanges();
        while (window.find('Salidarnast') && found.length < 9) found.push(getSelection().anchorOffset);
        getSelection().removeAllRanges();
        return found.join();
      }</script>`,
    isLive: 'see(search()), noted === "29,45;"',
    async act(page) {
      await page.evaluate('see("later " + search() + " " + document.body.innerText)');
    },
  },
  {
    title: 'leaves marks readable among 10,000 highlights',
    defence: 'only own highlights go',
    body: `${sentence}<script>
      for (let index = 0; index < 10000; index += 1) CSS.highlights.set('h' + index, new Highlight());</script>`,
    isLive: 'CSS.highlights.size >= 10000',
    limit: 'the register of highlights is shared',
    async check({ page, openCard }) {
      await openCard();
      await page.evaluate('text.remove()');
      await page.waitForFunction('CSS.highlights.size === 10000');
    },
  },
  {
    title: 'gets the look of marks back when it replaces all style sheets',
    defence: 'marks are put back',
    body: `${sentence}<script>${stir}
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('p { margin: 1em }');
      function replace() { document.adoptedStyleSheets = [Object.freeze(sheet)]; stir(); }</script>`,
    isLive: 'document.adoptedStyleSheets = [sheet], document.adoptedStyleSheets.length === 1',
    limit: 'the list of style sheets is shared',
    async check({ page }) {
      await page.evaluate('replace()');
      await getIsolatedRealm(page).waitForFunction(() => document.adoptedStyleSheets.length === 2, {
        timeout: 3000,
        polling: 50,
      });
    },
  },
];
