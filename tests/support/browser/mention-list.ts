import type { Page } from 'puppeteer-core';
import { type PageMention, type PageReport, requestPortName } from '@/platform/messages';
import { type ExtensionBrowser, openExtensionPage } from './launch';

type Port = {
  onMessage: { addListener(callback: (message: unknown) => void): void };
  postMessage(message: unknown): void;
  disconnect(): void;
};
declare const chrome: {
  tabs: {
    query(filter: object): Promise<readonly { id?: number; url?: string }[]>;
    connect(tabId: number, options: { name: string }): Port;
  };
};

/** List the mentions of every frame of `page` as the popup would, frame by frame. */
export async function listMentions(launched: ExtensionBrowser, page: Page): Promise<PageMention[]> {
  const frameCount = page.frames().length;
  const popup = await openExtensionPage(launched, 'welcome.html');
  try {
    const reports = await popup.evaluate(
      async (url, name, count) => {
        const tabs = await chrome.tabs.query({});
        const id = tabs.find((tab) => tab.url === url)?.id;
        if (id === undefined) throw new Error(`no tab shows ${url}`);
        const port = chrome.tabs.connect(id, { name });
        const answers: { framePath: number[]; response: PageReport }[] = [];
        await new Promise<void>((resolve) => {
          port.onMessage.addListener((message) => {
            answers.push(message as (typeof answers)[number]);
            if (answers.length === count) resolve();
          });
          // A frame without a page script never answers.
          setTimeout(resolve, 1000);
          port.postMessage({ type: 'listMentions' });
        });
        port.disconnect();
        return answers.sort((a, b) => a.framePath.length - b.framePath.length);
      },
      page.url(),
      requestPortName,
      frameCount,
    );
    return reports.flatMap(({ response }) => response.mentions);
  } finally {
    await popup.close();
  }
}
