import type { CDPSession, Page, Target } from 'puppeteer-core';
import type { ExtensionBrowser } from './launch';

/** Errors of the extension, in pages and in its background, since they were last taken. */
export type ExtensionErrors = { readonly take: () => readonly string[] };

/** Collect what goes wrong in the extension's own scripts from now on; errors of pages do not count. */
export async function watchExtensionErrors(
  launched: ExtensionBrowser,
  page: Page,
): Promise<ExtensionErrors> {
  let errors: string[] = [];
  const report = (text: string): void => void errors.push(text);
  if (launched.name === 'chromium') await watchChromium(launched, page, report);
  else watchFirefox(launched, page, report);
  return {
    take() {
      const taken = errors;
      errors = [];
      return taken;
    },
  };
}

type Report = (text: string) => void;

async function watchChromium(
  { browser, extensionOrigin }: ExtensionBrowser,
  page: Page,
  report: Report,
): Promise<void> {
  const isOwn = (url: string | undefined): boolean =>
    url?.startsWith(`${extensionOrigin}/`) === true;
  const watchWorker = async (target: Target): Promise<void> => {
    if (target.type() !== 'service_worker' || !isOwn(target.url())) return;
    await reportErrors(await target.createCDPSession(), isOwn, report);
  };
  await reportErrors(await page.createCDPSession(), isOwn, report);
  await Promise.all(browser.targets().map(watchWorker));
  browser.on('targetcreated', (target) => void watchWorker(target));
}

async function reportErrors(
  session: CDPSession,
  isOwn: (url: string | undefined) => boolean,
  report: Report,
): Promise<void> {
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const { url, stackTrace, exception, text } = exceptionDetails;
    if (isOwn(url) || stackTrace?.callFrames.some((frame) => isOwn(frame.url)))
      report(exception?.description ?? text);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    if (type !== 'error' || !stackTrace?.callFrames.some(({ url }) => isOwn(url))) return;
    report(args.map(({ value, description }) => description ?? String(value)).join(' '));
  });
  await session.send('Runtime.enable');
}

function watchFirefox(
  { browser, extensionOrigin }: ExtensionBrowser,
  page: Page,
  report: Report,
): void {
  // Firefox writes every uncaught exception of any process here, and nothing else that is ours.
  browser.process()?.stderr?.on('data', (output: Buffer) => {
    for (const line of output.toString('utf8').split('\n')) {
      const isOurs = line.startsWith('JavaScript error:') && line.includes(`${extensionOrigin}/`);
      // Whatever an event page asks while it is ended is answered so; nobody hears of it.
      if (isOurs && !line.includes('background.js, line 1: NS_ERROR_NOT_INITIALIZED')) report(line);
    }
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && message.location().url?.startsWith(`${extensionOrigin}/`))
      report(message.text());
  });
}
