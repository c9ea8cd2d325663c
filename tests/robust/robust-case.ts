import type { Page } from 'puppeteer-core';
import type { BrowserName, ExtensionBrowser } from '@/tests/support/browser/launch';
import type { PageServer } from '@/tests/support/browser/page-server';
import type { DefenceName } from './defences';

/** A page that must work: what it is, what happens on it, and what the reader then sees marked. */
export type RobustCase = {
  /** States the behaviour. */
  readonly name: string;
  /** What keeps it so: taken away, as defences.ts says how, this case fails. */
  readonly defence: DefenceName;
  /** The HTML, or a function that serves whatever is needed and gives the address to open. */
  readonly page: string | ((server: PageServer) => string | Promise<string>);
  /** What the extension has stored before the page opens, by key; removed afterwards. */
  readonly stored?: Readonly<Record<string, unknown>>;
  /** Words marked before `act`; not given, `act` does not wait. */
  readonly before?: readonly string[];
  /** What page or reader do then, with the extension and without. */
  readonly act?: (page: Page, server: PageServer) => Promise<unknown>;
  /** Words marked in the end, in all frames and shadow trees, in any order. */
  readonly marks: readonly string[];
  /** One of them, whose card opens when the pointer rests on it. */
  readonly card?: string;
  /** What else must hold; only with the extension. */
  readonly check?: (visit: Visit) => Promise<void>;
  /** Changes more than the page in the tab, which therefore no other case may have. */
  readonly changesTab?: true;
  /** Why the other browser cannot run this is said beside it. */
  readonly onlyIn?: BrowserName;
};

/** The page of a case, as it is open with the extension and without. */
export type Visit = {
  readonly launched: ExtensionBrowser;
  readonly server: PageServer;
  readonly page: Page;
  readonly control: Page;
};
