import { expect } from 'vitest';
import { buildReactPage } from '@/tests/support/browser/react-page';
import type { RobustCase } from '../robust-case';

declare const hydrate: () => void;

/** Pages whose script believes it alone writes the tree. */
export const frameworkCases: readonly RobustCase[] = [
  {
    name: 'lets React take over a marked page without a complaint, and follows it',
    defence: 'marks leave the tree alone',
    async page(server) {
      const { html, client } = await buildReactPage();
      server.add({ path: '/react-client.js', body: client });
      return server.add({ path: '/robust-react', body: html });
    },
    before: ['FIDH', 'International Labour Organization', 'Salidarnast'],
    async act(page) {
      await page.evaluate(() => {
        const first = document.querySelector('p');
        hydrate();
        Object.assign(globalThis, { isKept: () => first?.isConnected });
      });
      await page.waitForFunction(() =>
        Object.keys(document.querySelector('button') ?? {}).some((key) =>
          key.startsWith('__react'),
        ),
      );
      await page.click('button');
    },
    marks: ['FIDH', 'International Labour Organization', 'BKDP'],
    card: 'BKDP',
    async check({ page }) {
      const isKept = await page.evaluate(() =>
        (globalThis as unknown as { isKept: () => boolean }).isKept(),
      );
      expect(isKept).toBe(true);
    },
  },
];
