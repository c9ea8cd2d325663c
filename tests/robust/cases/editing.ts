import type { RobustCase } from '../robust-case';

/** What readers write in, or could; a sure mention after it proves that all was read. */
export const editingCases: readonly RobustCase[] = [
  {
    name: 'leaves what can be edited alone',
    defence: 'editables are not read',
    page: `<div contenteditable>FIDH <p>Viasna</p> <b contenteditable="false">BKDP</b></div>
      <div contenteditable="plaintext-only">Salidarnast</div>
      <textarea>FIDH</textarea><input value="FIDH"><select><option>Viasna</select>
      <div role="textbox">BKDP</div><div role="SearchBox">FIDH</div>
      <p contenteditable="false">Ilya Nuzov spoke.`,
    marks: ['Ilya Nuzov'],
  },
  {
    name: 'leaves code editors alone',
    defence: 'editables are not read',
    page: `${['CodeMirror', 'cm-editor', 'monaco-editor', 'ace_editor']
      .map((name) => `<div class="${name} theme"><div class="line">FIDH <b>Viasna</b></div></div>`)
      .join('')}<p>Ilya Nuzov spoke.`,
    marks: ['Ilya Nuzov'],
  },
  {
    name: 'leaves code alone',
    defence: 'code is not read',
    page: '<pre>FIDH</pre><p><code>Viasna</code> <kbd>BKDP</kbd> <samp>FIDH</samp> Ilya Nuzov.',
    marks: ['Ilya Nuzov'],
  },
  {
    name: 'leaves a frame in design mode alone',
    defence: 'design mode is respected',
    page: `<iframe srcdoc="<p>FIDH and Viasna"></iframe><p>Ilya Nuzov spoke.
      <script>frames[0].addEventListener('DOMContentLoaded', () => {
        frames[0].document.designMode = 'on';
      });</script>`,
    act: (page) =>
      page.evaluate(() => {
        const frame = document.querySelector('iframe')?.contentDocument;
        if (frame) frame.designMode = 'on';
        frame?.body.append(' Salidarnast');
      }),
    marks: ['Ilya Nuzov'],
  },
  {
    name: 'takes its marks away where the reader begins to edit',
    defence: 'editing is noticed',
    page: `<p id="note">FIDH spoke.</p><p>Ilya Nuzov spoke.`,
    before: ['FIDH', 'Ilya Nuzov'],
    act: (page) =>
      page.evaluate(() => {
        document.querySelector('#note')?.setAttribute('contenteditable', 'true');
      }),
    marks: ['Ilya Nuzov'],
  },
  {
    name: 'keeps marks out of what is typed, and every key for the page',
    defence: 'editables are not read',
    page: '<div contenteditable id="note"></div><p>Ilya Nuzov spoke.',
    before: ['Ilya Nuzov'],
    async act(page) {
      await page.click('#note');
      await page.keyboard.type('FIDH & Viasna', { delay: 5 });
      // Once this is marked, what was typed before it has been looked at too.
      await page.evaluate(() => document.body.append('BKDP spoke.'));
    },
    marks: ['Ilya Nuzov', 'BKDP'],
  },
  {
    name: 'marks the words of buttons, links and labels, and lets them work',
    defence: 'controls are read',
    page: `<button onclick="this.dataset.clicked = 1"><span>FIDH</span></button>
      <label><input type="checkbox"> Salidarnast</label> <a href="#followed">BKDP</a>`,
    before: ['FIDH', 'Salidarnast', 'BKDP'],
    async act(page) {
      await page.click('button');
      await page.click('label');
      await page.click('a');
    },
    marks: ['FIDH', 'Salidarnast', 'BKDP'],
    card: 'FIDH',
  },
];
