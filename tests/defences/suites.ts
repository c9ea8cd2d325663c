import type { BrowserName } from '@/tests/support/browser/launch';
import { defences as hostileDefences } from '@/tests/hostile/defences';
import { pages } from '@/tests/hostile/pages';
import { defences as robustDefences } from '@/tests/robust/defences';
import { kinds } from '@/tests/robust/kinds';
import type { Defence } from './defence';

/** A test that must fail without its defence. */
export type DefendedTest = {
  readonly title: string;
  readonly defence: string;
  /** The only browser it runs in. */
  readonly only?: BrowserName | undefined;
};

/** Tests that open one page each, and what defends the pages. */
export type Suite = {
  readonly name: string;
  readonly file: string;
  readonly defences: Readonly<Record<string, Defence>>;
  readonly tests: readonly DefendedTest[];
};

/** All tests whose pages name a defence. */
export const suites: readonly Suite[] = [
  {
    name: 'hostile',
    file: 'tests/hostile/hostile.test.ts',
    defences: hostileDefences,
    tests: pages,
  },
  {
    name: 'robust',
    file: 'tests/robust/robust.test.ts',
    defences: robustDefences,
    tests: kinds.flatMap(([, cases]) =>
      cases.map(({ name, defence, onlyIn }) => ({ title: name, defence, only: onlyIn })),
    ),
  },
];
