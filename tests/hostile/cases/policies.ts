import { expect } from 'vitest';
import { type Check, type HostilePage, sentence } from '../hostile-page';

const useful: Check = async ({ openCard, expectCopy }) => {
  const { rect } = await openCard();
  expect(rect.width).toBeGreaterThan(300);
  await expectCopy();
};

/** Pages whose policies forbid nearly everything. */
export const policyPages: readonly HostilePage[] = [
  {
    title: 'shows cards with their style under the strictest policy',
    defence: 'policies of pages do not bind',
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'nonce-page'; style-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    body: `${sentence}<script nonce="page">
      let refused = 0;
      addEventListener('securitypolicyviolation', () => { refused += 1; });
      const style = document.createElement('style');
      style.textContent = 'p { color: red }';
      document.head.append(style);
      style.remove();</script>`,
    isLive: 'new Promise((resolve) => setTimeout(() => resolve(refused > 0), 200))',
    check: useful,
  },
  {
    title: 'shows cards where only trusted types may become markup',
    defence: 'policies of pages do not bind',
    headers: {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
    },
    body: `${sentence}<script>
      let refused = 0;
      try { text.innerHTML = '<b>x</b>'; } catch { refused += 1; }
      addEventListener('securitypolicyviolation', ({ sample }) => see(sample));</script>`,
    isLive: 'refused === 1',
    check: useful,
  },
  {
    title: 'shows cards in a sandbox without an origin',
    defence: 'policies of pages do not bind',
    headers: { 'content-security-policy': 'sandbox allow-scripts' },
    body: `${sentence}<script>
      let denied = false;
      try { localStorage.length; } catch { denied = true; }</script>`,
    isLive: 'denied && origin === "null"',
    check: useful,
  },
];
