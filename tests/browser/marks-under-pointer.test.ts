import { expect, it } from 'vitest';
import { describeInBrowsers } from '@/tests/support/browser/describe-browsers';
import { waitForCard } from '@/tests/support/browser/open-card';
import { hoverText, waitForMarks } from '@/tests/support/browser/page-reading';

/** How pages show text of which the letter under the pointer is hard to tell. */
const renderings: readonly (readonly [title: string, attributes: string])[] = [
  ['plain', ''],
  ['not to be selected', 'style="user-select: none"'],
  ['in capitals', 'style="text-transform: uppercase"'],
  ['with a large first letter', 'class="drop"'],
  ['vertical', 'style="writing-mode: vertical-rl; height: 300px"'],
  ['from right to left', 'dir="rtl"'],
  ['mirrored and turned', 'style="rotate: 170deg"'],
  ['justified in columns', 'style="columns: 3; text-align: justify"'],
  ['in small capitals far apart', 'style="font-variant: small-caps; letter-spacing: 0.4em"'],
  ['without a box', 'style="display: contents"'],
];
const names = [
  ['Salidarnast', 'Salidarnast'],
  ['BKDP', 'Belarusian Congress of Democratic Trade Unions BKDP'],
] as const;

const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Marks</title>
<style>body { margin: 80px; font: 18px/1.8 serif } .drop::first-letter { font-size: 300%; float: left }</style>
${renderings
  .map(
    ([title, attributes]) =>
      `<section><h2>Text ${title}</h2><p ${attributes}>FIDH wrote to Salid\u00adarnast, to ship\u00adyards and to BKDP.</p></section>`,
  )
  .join('')}<p style="height: 600px">`;

describeInBrowsers('several marks of one text', (context) => {
  it('are told apart by the pointer however the text is shown', async () => {
    const { launched, server } = context;
    const page = await launched.browser.newPage();
    await page.setViewport({ width: 1000, height: 900 });
    await page.goto(server.add({ path: '/several-marks.html', body }));
    await waitForMarks(page, renderings.length * 3);
    const opened: string[] = [];
    for (const [index, [title]] of renderings.entries())
      for (const [name] of names) {
        const text = name === 'Salidarnast' ? 'Salid\u00adarnast' : name;
        await hoverText(page, text, index);
        const card = await waitForCard(page).catch(() => null);
        opened.push(`${title}: ${name} opens ${card?.title}`);
        await page.keyboard.press('Escape');
      }
    const expected = renderings.flatMap(([title]) =>
      names.map(([name, card]) => `${title}: ${name} opens ${card}`),
    );
    expect(opened).toEqual(expected);
    await page.close();
  });
});
