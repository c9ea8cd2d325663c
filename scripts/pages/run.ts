import { grantAccess } from '@/tests/support/browser/access';
import { watchExtensionErrors } from '@/tests/support/browser/watch-extension-errors';
import {
  type BrowserName,
  type ExtensionBrowser,
  getExtensionFolder,
  launchBrowser,
} from '@/tests/support/browser/launch';
import { startPageServer } from '@/tests/support/browser/page-server';
import { openExtensionTab } from '@/tests/support/browser/extension-tab';
import { createOwnTime } from './own-time';
import { type SavedPage, savedPagePolicy } from './read-folder';
import { rememberParsed, visit, visitControl, type Visit } from './visit';

/** One page in one browser; no problem means that all is as it must be. */
export type PageResult = {
  readonly name: string;
  readonly visit: Visit;
  /** How long the main thread ran our scripts until the page was read. */
  readonly ownMs: number;
  /** The document is the same as before and as without the extension, whatever was done. */
  readonly isUnchanged: boolean;
  readonly problems: readonly string[];
};
export type BrowserResult = {
  readonly browser: string;
  readonly pages: readonly PageResult[];
};

/** Visit every page in one browser, with the extension and without. */
export async function runInBrowser(
  name: BrowserName,
  pages: readonly SavedPage[],
): Promise<BrowserResult> {
  const server = await startPageServer(import.meta.dirname);
  // The server is the proxy too: whatever a page asks of the network ends here.
  const proxy = new URL(server.origin).host;
  const launch = (extensionFolder: string | null) =>
    launchBrowser({ name, extensionFolder, proxy });
  const [launched, control] = await Promise.all([launch(getExtensionFolder(name)), launch(null)]);
  try {
    const urls = pages.map(({ name: file, html }) => ({
      file,
      url: server.add({
        path: `/${encodeURIComponent(file)}`,
        body: html,
        headers: { 'content-security-policy': savedPagePolicy },
      }),
    }));
    const [visits, hashes] = await Promise.all([
      visitAll(
        launched,
        urls.map(({ url }) => url),
      ),
      visitControls(
        control,
        urls.map(({ url }) => url),
      ),
    ]);
    const results = urls.map(({ file }, index) => {
      const visited = visits[index];
      if (visited === undefined) throw new Error(`${file} was not visited`);
      return judge(file, visited, hashes[index] ?? '');
    });
    return { browser: await launched.browser.version(), pages: results };
  } finally {
    await Promise.all([launched.close(), control.close()]);
    await server.close();
  }
}

type Timed = Pick<PageResult, 'visit' | 'ownMs'>;

async function visitAll(launched: ExtensionBrowser, urls: readonly string[]): Promise<Timed[]> {
  await grantAccess(launched);
  const tab = await openExtensionTab(launched);
  const page = await launched.browser.newPage();
  const errors = await watchExtensionErrors(launched, page);
  const time = await createOwnTime(launched, page);
  await rememberParsed(page);
  const visits: Timed[] = [];
  for (let start = 0; start < urls.length; start += time.pagesPerSampling) {
    await time.start();
    const some: Visit[] = [];
    for (const url of urls.slice(start, start + time.pagesPerSampling))
      some.push(await visit(page, url, { tab, errors }));
    const measure = await time.stop();
    visits.push(
      ...some.map((visited) => ({
        visit: visited,
        ownMs: measure(visited.reading.from, visited.reading.to),
      })),
    );
  }
  return visits;
}

async function visitControls(
  { browser }: ExtensionBrowser,
  urls: readonly string[],
): Promise<string[]> {
  const page = await browser.newPage();
  const hashes: string[] = [];
  for (const url of urls) hashes.push(await visitControl(page, url));
  return hashes;
}

function judge(name: string, timed: Timed, controlHash: string): PageResult {
  const { hash, isSame, isHidden, isMarked, hasOpenedCard, errors } = timed.visit;
  const changes = listFalse([
    [hash === controlHash, 'differs from the page without the extension'],
    [isSame.read, 'reading changed the document'],
    [isSame.marked, 'marking changed the document'],
    [isSame.card, 'the card left something behind'],
  ]);
  const failures = listFalse([
    [isMarked || isHidden, 'a mention put in was not marked'],
    [hasOpenedCard || isHidden, 'the card of a mention put in did not open'],
  ]);
  return {
    name,
    ...timed,
    isUnchanged: changes.length === 0,
    problems: [...changes, ...failures, ...errors],
  };
}

function listFalse(claims: readonly (readonly [isTrue: boolean, problem: string])[]): string[] {
  return claims.flatMap(([isTrue, problem]) => (isTrue ? [] : [problem]));
}
