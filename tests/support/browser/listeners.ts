import type { Page } from 'puppeteer-core';
import { evaluateInFirefoxItself } from './firefox-itself';
import type { ExtensionBrowser } from './launch';

/** What of Firefox’s own interface is used here. */
type FrameScript = {
  loadFrameScript(url: string, allowDelayed: boolean): void;
  addMessageListener(name: string, listener: (message: { data: string[] }) => void): void;
};
declare const gBrowser: { readonly selectedBrowser: { readonly messageManager: FrameScript } };

/**
 * List the events somebody listens to on window, document, root and body of the page in front,
 * whoever it is: the page, the extension or the driver.
 */
export async function listListeners(launched: ExtensionBrowser, page: Page): Promise<string[]> {
  await page.bringToFront();
  return launched.name === 'chromium' ? listInChromium(page) : listInFirefox(launched);
}

async function listInChromium(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const types: string[] = [];
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    if (result.objectId === undefined) continue;
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId,
    });
    types.push(...listeners.map(({ type }) => `${expression} ${type}`));
  }
  await session.detach();
  return types.toSorted();
}

function listInFirefox({ browser }: ExtensionBrowser): Promise<string[]> {
  return evaluateInFirefoxItself(
    browser,
    () =>
      new Promise<string[]>((resolve) => {
        const { messageManager } = gBrowser.selectedBrowser;
        const name = `listeners-${performance.now()}`;
        messageManager.addMessageListener(name, ({ data }) => resolve(data));
        const script = `
          const { document } = content;
          const targets = { window: content, document, 'document.documentElement': document.documentElement, 'document.body': document.body };
          sendAsyncMessage(${JSON.stringify(name)}, Object.entries(targets).flatMap(([name, target]) =>
            Services.els.getListenerInfoFor(target).filter(({ type, inSystemEventGroup }) => type && !inSystemEventGroup).map(({ type }) => name + ' ' + type)).sort());`;
        messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false);
      }),
    null,
  );
}
