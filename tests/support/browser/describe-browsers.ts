import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { grantAccess } from './access';
import { browserNames, type ExtensionBrowser, getExtensionFolder, launchBrowser } from './launch';
import { type PageServer, startPageServer } from './page-server';

export type BrowserContext = {
  /** The running browser; only inside tests and hooks. */
  readonly launched: ExtensionBrowser;
  /** Serves tests/playground. */
  readonly server: PageServer;
  /** Get the same browser without the extension, as a control; started when first asked for. */
  readonly getControl: () => Promise<ExtensionBrowser>;
};

/** One browser, the extension in it allowed everywhere, shared by all tests of `define`. */
export function describeInBrowsers(title: string, define: (context: BrowserContext) => void): void {
  defineSuites(title, { hasAccess: true, define });
}

/** Like describeInBrowsers, for tests of the first run: the extension has access to no site yet. */
export function describeWithoutAccess(
  title: string,
  define: (context: BrowserContext) => void,
): void {
  defineSuites(title, { hasAccess: false, define });
}

/** Like describeInBrowsers, for a reader of other `languages`, best first. */
export function describeForReader(
  languages: readonly string[],
  title: string,
  define: (context: BrowserContext) => void,
): void {
  defineSuites(title, { hasAccess: true, languages, define });
}

type Suites = {
  readonly hasAccess: boolean;
  readonly languages?: readonly string[];
  readonly define: (context: BrowserContext) => void;
};

function defineSuites(title: string, { hasAccess, languages, define }: Suites): void {
  const only = process.env['BROWSER'];
  describe.each(browserNames.filter((name) => only === undefined || name === only))(
    `${title} (%s)`,
    (name) => {
      let launched: ExtensionBrowser | null = null;
      let server: PageServer | null = null;
      let control: Promise<ExtensionBrowser> | null = null;
      beforeAll(async () => {
        server = await startPageServer(join(import.meta.dirname, '../../playground'));
        launched = await launchBrowser({
          name,
          extensionFolder: getExtensionFolder(name),
          ...(languages && { languages }),
        });
        if (hasAccess) await grantAccess(launched);
      });
      afterAll(async () => {
        await launched?.close();
        await (await control)?.close();
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
        getControl: () => (control ??= launchBrowser({ name, extensionFolder: null })),
      });
    },
  );
}
