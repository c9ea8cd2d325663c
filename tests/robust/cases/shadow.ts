import { expect } from 'vitest';
import { readCard } from '@/tests/support/browser/open-card';
import type { RobustCase } from '../robust-case';
import { hoverMark } from '../visit';

/** Open shadow trees, in which Firefox paints marks only by a style sheet of the tree itself. */
export const shadowCases: readonly RobustCase[] = [
  {
    name: 'marks text in nested shadow trees and between their slots',
    defence: 'shadow trees are read',
    page: `<div id="outer"><b slot="name">International</b> Labour Organization</div><script>
      const root = outer.attachShadow({ mode: 'open' });
      root.innerHTML = '<p>FIDH: <slot name="name"></slot><slot></slot></p><div></div>';
      const inner = root.querySelector('div').attachShadow({ mode: 'open' });
      inner.innerHTML = '<p>Salidarnast</p><section></section>';
      inner.querySelector('section').attachShadow({ mode: 'open' }).innerHTML = '<p>BKDP</p>';
      </script>`,
    marks: ['FIDH', 'Salidarnast', 'BKDP', 'International Labour Organization'],
    card: 'BKDP',
  },
  {
    name: 'opens cards on text that lies in a slot, and right in a shadow tree',
    defence: 'slots show text of the host',
    page: `<div id="host">Salidarnast spoke.</div><script>
      host.attachShadow({ mode: 'open' }).innerHTML = 'FIDH: <slot></slot>';</script>`,
    marks: ['FIDH', 'Salidarnast'],
    card: 'Salidarnast',
    async check({ page }) {
      await hoverMark(page, 'FIDH');
      await expect.poll(() => readCard(page), { timeout: 5000 }).not.toBeNull();
      await page.mouse.move(2, 2, { steps: 2 });
      await expect.poll(() => readCard(page), { timeout: 5000 }).toBeNull();
    },
  },
  {
    name: 'marks declarative shadow trees and leaves closed ones alone',
    defence: 'shadow trees are read',
    page: `<article><template shadowrootmode="open"><p>FIDH</p><slot></slot></template>
      <p>Salidarnast</p></article><div><template shadowrootmode="closed"><p>BKDP</p></template></div>`,
    marks: ['FIDH', 'Salidarnast'],
    card: 'FIDH',
  },
  {
    name: 'marks custom elements that come to life late',
    defence: 'custom elements are waited for',
    page: `<x-late></x-late><p>Salidarnast spoke.`,
    before: ['Salidarnast'],
    act: (page) =>
      page.evaluate(() => {
        customElements.define(
          'x-late',
          class extends HTMLElement {
            connectedCallback(): void {
              this.attachShadow({ mode: 'open' }).innerHTML = '<p>FIDH spoke.</p>';
            }
          },
        );
      }),
    marks: ['FIDH', 'Salidarnast'],
    card: 'FIDH',
  },
  {
    name: 'follows changes in shadow trees, also after their host was away for a while',
    defence: 'shadow trees that come back are read',
    page: `<main><div id="host"></div></main><script>
      host.attachShadow({ mode: 'open' }).innerHTML = '<p>FIDH spoke.</p>';</script>`,
    before: ['FIDH'],
    act: (page) =>
      page.evaluate(async () => {
        const host = document.querySelector('#host');
        host?.remove();
        await new Promise((resolve) => {
          setTimeout(resolve, 300);
        });
        host?.shadowRoot?.querySelector('p')?.after('Salidarnast');
        if (host) document.querySelector('main')?.append(host);
      }),
    marks: ['FIDH', 'Salidarnast'],
    card: 'Salidarnast',
  },
];
