import { expect } from 'vitest';
import { type HostilePage, sentence } from '../hostile-page';
import { revealMention } from '@/tests/support/browser/mention-list';
import { clickControl, readCard, waitForCard } from '@/tests/support/browser/open-card';
import { hoverText, locateText, sleep } from '@/tests/support/browser/page-reading';

/** Dispatches every kind of `events` on the word, its block, the document and the window. */
const forge = `
  const word = document.createRange();
  word.setStart(text.firstChild, text.firstChild.data.indexOf('Salidarnast') + 2);
  const { x, y } = word.getBoundingClientRect();
  const place = { clientX: x, clientY: y, screenX: x, screenY: y, bubbles: true, composed: true,
    cancelable: true, isPrimary: true, view: window, detail: 1 };
  // The last one counts: nothing that comes after it may close a card it has opened.
  const targets = [window, document, document.body, text.firstChild, text];
  let heard = 0;
  for (const type of ['pointermove', 'mousemove', 'click', 'touchend'])
    addEventListener(type, () => { heard += 1; }, true);
  function forge(types, extra) {
    for (const target of targets) for (const type of types) {
      const event = new PointerEvent(type, { ...place, ...extra, clientX: x + Math.random() * 4 });
      try { Object.defineProperty(event, 'isTrusted', { value: true }); } catch {}
      target.dispatchEvent(event);
    }
  }`;

/** Pages that make up what a reader does, or move things under the reader's hand. */
export const eventPages: readonly HostilePage[] = [
  {
    title: 'opens no card by pointer movements it makes up',
    defence: 'pointer movements are real',
    body: `${sentence}<script>${forge}
      // With time between to rest on the name.
      const timer = setInterval(() => forge(['pointerover', 'pointermove', 'mousemove'], { pointerType: 'mouse' }), 700);
      rest = () => clearInterval(timer);</script>`,
    isLive: 'new Promise((resolve) => setTimeout(() => resolve(heard > 0), 800))',
    check: ({ expectNoCard }) => expectNoCard(),
  },
  {
    title: 'opens no card by taps it makes up',
    defence: 'taps are real',
    body: `${sentence}<script>${forge}
      const timer = setInterval(() => {
        for (const pointerType of ['touch', 'pen']) forge(['pointerdown', 'pointerup', 'click'], { pointerType });
        text.click();
      }, 50);
      rest = () => clearInterval(timer);</script>`,
    isLive: 'new Promise((resolve) => setTimeout(() => resolve(heard > 0), 100))',
    check: ({ expectNoCard }) => expectNoCard(),
  },
  {
    title: 'opens no card by moving a name under the resting pointer',
    defence: 'only movement opens cards',
    body: `${sentence}<script>
      function move() { text.style.marginTop = '300px'; }
      let entered = 0;
      text.addEventListener('mouseover', () => { entered += 1; });</script>`,
    isLive: 'typeof move === "function"',
    async act(page) {
      const { x, y } = await locateText(page, 'Salidarnast');
      await page.mouse.move(x, y + 284);
      await sleep(100);
      await page.evaluate('move()');
    },
    async check({ page, expectNoCard }) {
      await expectNoCard();
      const { y } = await locateText(page, 'Salidarnast');
      expect(y).toBeGreaterThan(300);
    },
  },
  {
    title: 'closes no card by keys it makes up',
    defence: 'keys are real',
    body: `${sentence}<script>
      function press() {
        for (const key of ['Escape', 'a', 'Enter']) for (const target of [window, document, document.body])
          target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, composed: true, cancelable: true }));
      }
      let pressed = 0;
      addEventListener('keydown', ({ key }) => { if (key === 'Escape') pressed += 1; });</script>`,
    isLive: 'press(), pressed > 0',
    async check({ page, openCard }) {
      await openCard();
      await page.evaluate('press()');
      await sleep(200);
      expect(await readCard(page)).not.toBeNull();
    },
  },
  {
    title: 'closes no card by presses and leavings it makes up',
    defence: 'presses are real',
    body: `${sentence}<script>${forge}
      function leave() {
        forge(['pointerdown'], { pointerType: 'mouse' });
        forge(['pointerout'], { pointerType: 'mouse', relatedTarget: null });
      }
      addEventListener('pointerdown', () => { heard += 1; });</script>`,
    isLive: 'leave(), heard > 0',
    async check({ page, openCard }) {
      await openCard();
      await page.evaluate('leave()');
      await sleep(600);
      expect(await readCard(page)).not.toBeNull();
    },
  },
  {
    title: 'presses no button of a card',
    defence: 'closed root',
    body: `${sentence}<button id="own">Own</button><script>
      const pressed = [];
      own.onclick = () => pressed.push('own');
      function press() {
        for (const element of document.querySelectorAll('*')) {
          const root = element.shadowRoot;
          for (const button of [element, ...(root?.querySelectorAll('button') ?? [])])
            if (/^(?!html|body)/.test(button.localName)) {
              button.click();
              button.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true }));
            }
        }
      }</script>`,
    isLive: 'press(), pressed.length > 0',
    async check({ page, openCard, copyByHand, readClipboard }) {
      await copyByHand('what the reader wrote');
      const { title } = await openCard();
      await clickControl(page, 'Pin');
      await page.evaluate('press()');
      await sleep(300);
      expect((await readCard(page))?.title).toBe(title);
      expect(await readClipboard()).toBe('what the reader wrote');
      await page.keyboard.press('Escape');
    },
  },
  {
    title: 'keeps cards to the list at most, by swallowing what the reader does',
    defence: 'lists ask the page script',
    body: `${sentence}<script>
      let swallowed = 0;
      for (const type of ['pointermove', 'pointerover', 'mousemove', 'keydown', 'scroll'])
        addEventListener(type, (event) => { event.stopImmediatePropagation(); swallowed += 1; }, true);</script>`,
    isLive: 'dispatchEvent(new Event("scroll")), swallowed > 0',
    async check({ page, context, expectNoCard }) {
      await hoverText(page, 'Salidarnast');
      await expectNoCard();
      await revealMention(context.launched, page, 'Salidarnast');
      expect((await waitForCard(page)).title).toBe('Salidarnast');
      await clickControl(page, 'Close');
    },
  },
];
