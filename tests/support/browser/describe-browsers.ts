import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { grantAccess } from './access';
import {
  type BrowserName,
  browserNames,
  type ExtensionBrowser,
  getExtensionFolder,
  launchBrowser,
} from './launch';
import { type PageServer, startPageServer } from './page-server';
import { giveBackBrowser, shareBrowser } from './shared-browsers';

export type BrowserContext = {
  /** The running browser; only inside tests and hooks. */
  readonly launched: ExtensionBrowser;
  /** Serves tests/playground. */
  readonly server: PageServer;
  /** Get the same browser without the extension, as a control; started when first asked for. */
  readonly getControl: () => Promise<ExtensionBrowser>;
};

type Define = (context: BrowserContext) => void;

/**
 * One browser, the extension in it allowed everywhere, shared by all tests that leave it as it was.
 * After a failed test, of these and of those below, the next one finds a new browser.
 */
export function describeInBrowsers(title: string, define: Define): void {
  defineSuites(title, define, {
    start: (name) => shareBrowser({ name, hasExtension: true }),
    end: ({ name }, isUsable) => giveBackBrowser({ name, hasExtension: true }, isUsable),
  });
}

/** Like describeInBrowsers, for tests that change the browser itself or what the extension may do. */
export function describeInOwnBrowsers(title: string, define: Define): void {
  defineSuites(title, define, startOwn({ hasAccess: true }));
}

/** Like describeInOwnBrowsers, for tests of the first run: the extension has access to no site yet. */
export function describeWithoutAccess(title: string, define: Define): void {
  defineSuites(title, define, startOwn({ hasAccess: false }));
}

/** Like describeInOwnBrowsers, for a reader of other `languages`, best first. */
export function describeForReader(
  languages: readonly string[],
  title: string,
  define: Define,
): void {
  defineSuites(title, define, startOwn({ hasAccess: true, languages }));
}

type Supply = {
  readonly start: (name: BrowserName) => Promise<ExtensionBrowser>;
  readonly end: (launched: ExtensionBrowser, isUsable: boolean) => Promise<void>;
};

function startOwn(options: {
  readonly hasAccess: boolean;
  readonly languages?: readonly string[];
}): Supply {
  const { hasAccess, ...given } = options;
  return {
    async start(name) {
      const launched = await launchBrowser({
        ...given,
        name,
        extensionFolder: getExtensionFolder(name),
      });
      if (hasAccess) await grantAccess(launched);
      return launched;
    },
    end: (launched) => launched.close(),
  };
}

function defineSuites(title: string, define: Define, { start, end }: Supply): void {
  const only = process.env['BROWSER'];
  describe.each(browserNames.filter((name) => only === undefined || name === only))(
    `${title} (%s)`,
    (name) => {
      let launched: ExtensionBrowser | null = null;
      let server: PageServer | null = null;
      let isUsable = true;
      const control = { name, hasExtension: false };
      async function endBrowsers(): Promise<void> {
        if (launched !== null) await end(launched, isUsable);
        launched = null;
        await giveBackBrowser(control, isUsable);
      }
      beforeAll(async () => {
        server = await startPageServer(join(import.meta.dirname, '../../playground'));
        launched = await start(name);
      });
      beforeEach(async () => {
        if (isUsable) return;
        await endBrowsers();
        launched = await start(name);
        isUsable = true;
      });
      afterEach(({ task }) => {
        // Who knows what state a failure left it in.
        if (task.result?.state === 'fail') isUsable = false;
      });
      afterAll(async () => {
        await endBrowsers();
        await server?.close();
      });
      define({
        get launched() {
          if (launched === null) throw new Error('the browser is not running yet');
          return launched;
        },
        get server() {
          if (server === null) throw new Error('the page server is not running yet');
          return server;
        },
        getControl: () => shareBrowser(control),
      });
    },
  );
}
