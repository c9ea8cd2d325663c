import type { Page } from 'puppeteer-core';
import type { BrowserName } from '@/tests/support/browser/launch';
import type { Stage } from './stage';
import type { DefenceName } from './defences';

/** What must hold when the reader comes to a page. */
export type Check = (stage: Stage) => Promise<void>;

/** A page that attacks the extension, and what must hold all the same. */
export type HostilePage = {
  /** What holds, whatever the page does; the name of the test. */
  readonly title: string;
  /** What keeps it so: `npm run test:defences` removes it and expects this test to fail. */
  readonly defence: DefenceName;
  /** The page's markup after its `<title>`; `see(text)` in its scripts notes what it finds out. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Over plain http, where browsers offer pages less. */
  readonly isInsecure?: boolean;
  /** Browsers without what the page needs have nothing to defend. */
  readonly only?: BrowserName;
  /** An expression the page finds true when its attack works on its own scripts; asked in both runs. */
  readonly isLive: string;
  /** How many marks are waited for before the reader comes; 1 unless given. */
  readonly marks?: number;
  /** What the reader does, with the extension and without. */
  readonly act?: (page: Page) => Promise<void>;
  /** What must hold beyond what holds for all pages: see README.md. */
  readonly check?: Check;
  /** Why the page may notice the extension here; null where it must not. */
  readonly limit?: string;
};

/** The sentence most pages say; the reader rests the pointer on “Salidarnast”. */
export const sentence =
  '<p id="text">Workers in Belarus turned to Salidarnast, as Salidarnast wrote.</p>';
