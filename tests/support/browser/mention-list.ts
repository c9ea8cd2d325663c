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
  const reports = await askFrames(launched, page, { type: 'listMentions' });
  return reports.flatMap((report) => (report as PageReport).mentions);
}

/** Open the card of the first mention that reads `text`, as choosing it in the popup's list would. */
export async function revealMention(
  launched: ExtensionBrowser,
  page: Page,
  text: string,
): Promise<void> {
  const mention = (await listMentions(launched, page)).find((listed) => listed.text === text);
  if (mention === undefined) throw new Error(`the page has no mention “${text}”`);
  await askFrames(launched, page, { type: 'revealMention', mentionId: mention.id });
  await page.bringToFront();
}

/** Ask every frame of `page`, and gather the answers from the outermost frame inwards. */
async function askFrames(
  launched: ExtensionBrowser,
  page: Page,
  request: object,
): Promise<unknown[]> {
  const popup = await openExtensionPage(launched, 'welcome.html');
  try {
    return await popup.evaluate(
      async ({ url, name, frameCount, request }) => {
        const tabs = await chrome.tabs.query({});
        const id = tabs.find((tab) => tab.url === url)?.id;
        if (id === undefined) throw new Error(`no tab shows ${url}`);
        const port = chrome.tabs.connect(id, { name });
        const answers: { framePath: number[]; response: unknown }[] = [];
        await new Promise<void>((resolve) => {
          port.onMessage.addListener((answer) => {
            answers.push(answer as (typeof answers)[number]);
            if (answers.length === frameCount) resolve();
          });
          // A frame without a page script never answers.
          setTimeout(resolve, 1000);
          port.postMessage(request);
        });
        port.disconnect();
        return answers
          .sort((a, b) => a.framePath.length - b.framePath.length)
          .map(({ response }) => response);
      },
      { url: page.url(), name: requestPortName, frameCount: page.frames().length, request },
    );
  } finally {
    await popup.close();
  }
}
