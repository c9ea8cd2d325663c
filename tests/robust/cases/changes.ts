import type { RobustCase } from '../robust-case';
import { hoverMark } from '../visit';

const page = '<p id="first">FIDH spoke.</p><p id="second">Salidarnast spoke.</p>';
const before = ['FIDH', 'Salidarnast'];

/** Changes of text that is marked already. */
export const changeCases: readonly RobustCase[] = [
  {
    name: 'never marks other words when the text under a mark is edited',
    defence: 'edited text is read again',
    page,
    before,
    act: (opened) =>
      opened.evaluate(() => {
        const text = document.querySelector('#first')?.firstChild as Text;
        text.data = 'XXXX spoke.';
        const other = document.querySelector('#second')?.firstChild as Text;
        other.insertData(0, 'Yesterday BKDP and ');
      }),
    marks: ['BKDP', 'Salidarnast'],
    card: 'Salidarnast',
  },
  {
    name: 'forgets a text that was emptied, whatever comes after',
    defence: 'blocks are forgotten before they are read again',
    page,
    before,
    act: (opened) =>
      opened.evaluate(async () => {
        const text = document.querySelector('#first')?.firstChild as Text;
        text.data = '';
        await new Promise((resolve) => {
          setTimeout(resolve, 200);
        });
        document.body.insertAdjacentHTML('beforeend', '<p>The ILO and Belarus: Viasna, FIDH.');
      }),
    marks: ['Salidarnast', 'ILO', 'Viasna', 'FIDH'],
  },
  {
    name: 'marks a name whose nodes are split, joined and split again',
    defence: 'texts of a block are joined',
    page: '<p id="first">The International Labour Organization met.</p>',
    before: ['International Labour Organization'],
    act: (opened) =>
      opened.evaluate(async () => {
        const paragraph = document.querySelector('#first') as Element;
        const rest = (paragraph.firstChild as Text).splitText(10);
        rest.splitText(12);
        await new Promise((resolve) => {
          setTimeout(resolve, 150);
        });
        paragraph.normalize();
        await new Promise((resolve) => {
          setTimeout(resolve, 150);
        });
        (paragraph.firstChild as Text).splitText(20);
      }),
    marks: ['International Labour Organization'],
    card: 'International Labour Organization',
  },
  {
    name: 'follows nodes that move',
    defence: 'added texts are read',
    page: `${page}<div id="end"></div>`,
    before,
    act: (opened) =>
      opened.evaluate(async () => {
        const end = document.querySelector('#end');
        for (const id of ['#first', '#second', '#first'])
          end?.append(document.querySelector(id) ?? '');
        // A block that has just come is read with all that is in it.
        await new Promise((resolve) => setTimeout(resolve, 500));
        document.querySelector('#first')?.prepend('BKDP, ');
      }),
    marks: [...before, 'BKDP'],
    card: 'FIDH',
  },
  {
    name: 'sees a name that an inline tag is put into, and out of',
    defence: 'lost texts are noticed',
    page: '<p id="first">International Labour Organization.</p><p id="second">BK<i>DP</i>X</p>',
    before: ['International Labour Organization'],
    act: (opened) =>
      opened.evaluate(() => {
        const range = document.createRange();
        const text = document.querySelector('#first')?.firstChild as Text;
        range.setStart(text, 3);
        range.setEnd(text, 16);
        range.surroundContents(document.createElement('b'));
        document.querySelector('#second')?.lastChild?.remove();
      }),
    marks: ['International Labour Organization', 'BKDP'],
    card: 'BKDP',
  },
  {
    name: 'survives a virtual DOM that writes the same and other words into the same nodes',
    defence: 'edited text is read again',
    page: '<ul></ul>',
    async act(opened) {
      await opened.evaluate(async () => {
        const list = document.querySelector('ul');
        const names = ['FIDH', 'Salidarnast', 'BKDP'];
        for (let round = 0; round < 12; round += 1) {
          const wanted = [...names, ...names].slice(round % 3, (round % 3) + 3);
          for (const [index, name] of wanted.entries()) {
            const item = list?.children[index] ?? document.createElement('li');
            if (!item.isConnected) list?.append(item);
            if (item.firstChild instanceof Text) item.firstChild.nodeValue = `${name} ${round}`;
            else item.textContent = `${name} ${round}`;
          }
          await new Promise((resolve) => {
            setTimeout(resolve, 40);
          });
        }
      });
    },
    marks: ['FIDH', 'Salidarnast', 'BKDP'],
    card: 'FIDH',
  },
  {
    name: 'closes the card when the words under it go',
    defence: 'cards close with their words',
    page,
    before,
    marks: ['Salidarnast'],
    async act(opened) {
      await hoverMark(opened, 'FIDH').catch(() => null);
      await opened.waitForSelector('div:popover-open', { timeout: 3000 }).catch(() => null);
      await opened.evaluate(() => document.querySelector('#first')?.replaceChildren('Nothing.'));
    },
  },
];
