import { expect } from 'vitest';
import { listMentions } from '@/tests/support/browser/mention-list';
import type { RobustCase } from '../robust-case';

/** Ways a page lays out its text. */
export const renderingCases: readonly RobustCase[] = [
  {
    name: 'marks SVG text, over spans of a line, but not over lines',
    defence: 'spans of SVG join text',
    page: `<svg width="400" height="120"><text y="20">The International <tspan>Labour</tspan>
      Organization</text><text y="50"><tspan x="0">BKDP</tspan><tspan x="0" dy="20">FIDH</tspan>
      </text></svg>`,
    marks: ['International Labour Organization', 'BKDP', 'FIDH'],
    card: 'FIDH',
  },
  {
    name: 'marks text in MathML and in HTML inside SVG',
    defence: 'other markup is read',
    page: `<math><mtext>FIDH</mtext><mo>=</mo><mi>x</mi></math><svg width="300" height="60">
      <foreignObject width="300" height="60"><p>Salidarnast</p></foreignObject></svg>`,
    marks: ['FIDH', 'Salidarnast'],
    card: 'Salidarnast',
  },
  {
    name: 'marks right-to-left pages',
    defence: 'pointers find marks',
    page: `<html dir="rtl" lang="ar"><p>قالت FIDH و <bdi>Salidarnast</bdi> ذلك <bdo dir="ltr">BKDP</bdo>`,
    marks: ['FIDH', 'Salidarnast', 'BKDP'],
    card: 'FIDH',
  },
  {
    name: 'marks vertical text',
    defence: 'pointers find marks',
    page: `<style>body { writing-mode: vertical-rl; height: 300px }</style><p>The International
      Labour Organization and FIDH <p style="text-orientation: upright">Salidarnast`,
    marks: ['International Labour Organization', 'FIDH', 'Salidarnast'],
    card: 'Salidarnast',
  },
  {
    name: 'marks text that cannot be selected, and text in other letter cases',
    defence: 'pointers find marks',
    page: `<p style="user-select: none">FIDH <p style="text-transform: uppercase">Salidarnast
      <p style="font-variant: small-caps">Ilya Nuzov <p style="text-transform: lowercase">BKDP`,
    marks: ['FIDH', 'Salidarnast', 'Ilya Nuzov', 'BKDP'],
    card: 'FIDH',
  },
  {
    name: 'marks columns, sticky headers, snapping boxes and transformed text',
    defence: 'pointers find marks',
    page: `<header style="position: sticky; top: 0">FIDH</header>
      <div style="columns: 3; height: 60px">A text in three columns that runs on and on until the
        International Labour Organization is named at the end of one and the start of another.</div>
      <div style="height: 90px; overflow: auto; scroll-snap-type: y mandatory">
        <p style="height: 90px; scroll-snap-align: start">One<p style="height: 90px;
        scroll-snap-align: start">Salidarnast</div><p style="rotate: 20deg; scale: 2">BKDP`,
    marks: ['FIDH', 'International Labour Organization', 'Salidarnast', 'BKDP'],
    card: 'Salidarnast',
  },
  {
    name: 'opens cards on text of elements without a box',
    defence: 'elements without a box are seen',
    page: '<div style="display: flex"><span style="display: contents">FIDH spoke.</span></div>',
    marks: ['FIDH'],
    card: 'FIDH',
    check: async ({ launched, page }) => {
      expect((await listMentions(launched, page)).map(({ text }) => text)).toEqual(['FIDH']);
    },
  },
  {
    name: 'marks the mention the reader sees, not one of no size before it',
    defence: 'marks are seen',
    page: `<p style="font-size: 0">FIDH <p style="position: absolute; width: 1px; height: 1px;
      overflow: hidden; clip-path: inset(50%)">FIDH <p id="seen">FIDH spoke.`,
    // One of the two in front as well, should it ever be shown.
    marks: ['FIDH', 'FIDH'],
    card: 'FIDH',
  },
  {
    name: 'marks what is hidden, folded or inert, for when it is shown',
    defence: 'hidden text is marked',
    page: `<p hidden>FIDH</p><details><summary>More</summary>Salidarnast</details>
      <div style="content-visibility: hidden">BKDP</div><div inert>Ilya Nuzov</div>
      <div hidden="until-found">Viasna</div>`,
    before: ['FIDH', 'Salidarnast', 'BKDP', 'Ilya Nuzov', 'Viasna'],
    act: (page) =>
      page.evaluate(() => {
        document.querySelector('p')?.removeAttribute('hidden');
        document.querySelector('details')?.setAttribute('open', '');
        document.querySelector('div')?.removeAttribute('style');
      }),
    marks: ['FIDH', 'Salidarnast', 'BKDP', 'Ilya Nuzov', 'Viasna'],
    card: 'Salidarnast',
  },
  {
    name: 'marks what is far below, drawn only when it comes into view',
    defence: 'pointers find marks',
    page: `<style>p { content-visibility: auto; contain-intrinsic-size: auto 400px }</style>
      <p>FIDH${'<p>Nothing'.repeat(40)}<p>Salidarnast`,
    marks: ['FIDH', 'Salidarnast'],
    card: 'Salidarnast',
  },
  {
    name: 'marks huge tables',
    defence: 'pages are read to their end',
    page: `<table>${'<tr><td>1<td>2<td>3<td>4<td>5'.repeat(3000)}<tr><td>FIDH<td>Salidarnast</table>`,
    marks: ['FIDH', 'Salidarnast'],
    card: 'FIDH',
  },
];
