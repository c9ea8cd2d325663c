import type { Page } from 'puppeteer-core';
import { type PageMention, type PageReport, requestPortName } from '@/platform/messages';
import { type ExtensionBrowser, openExtensionPage } from './launch';

type Port = {
  onMessage: { addListener(callback: (message: unknown) => void): void };
  onDisconnect: { addListener(callback: () => void): void };
  postMessage(message: unknown): void;
  disconnect(): void;
};
declare const chrome: {
  tabs: {
    query(filter: object): Promise<readonly { id?: number; url?: string }[]>;
    connect(tabId: number, options: { name: string; frameId: number }): Port;
  };
};

/** A mention as the page script tells of it. */
export type FoundMention = Pick<PageMention, 'id' | 'cardId' | 'text'>;

/** Asks the page script of open tabs what popup and side panel ask it. */
export type ExtensionTab = {
  /** List what the top frame of the tab with this address found; null when no page script runs. */
  readonly listMentions: (url: string) => Promise<readonly FoundMention[] | null>;
  /** Open the card of a mention. */
  readonly revealMention: (url: string, mentionId: string) => Promise<void>;
};

/** Open a page of the extension to ask from. */
export async function openExtensionTab(launched: ExtensionBrowser): Promise<ExtensionTab> {
  const page = await openExtensionPage(launched, 'options.html');
  return {
    async listMentions(url) {
      const report = (await ask(page, url, { type: 'listMentions' })) as PageReport | null;
      return report?.mentions ?? null;
    },
    async revealMention(url, mentionId) {
      await ask(page, url, { type: 'revealMention', mentionId });
    },
  };
}

async function ask(page: Page, url: string, request: object): Promise<unknown> {
  return page.evaluate(
    async (address, name, message) => {
      const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === address);
      if (tab?.id === undefined) throw new Error(`no tab shows ${address}`);
      const port = chrome.tabs.connect(tab.id, { name, frameId: 0 });
      try {
        return await new Promise((resolve) => {
          port.onMessage.addListener((answer) =>
            resolve((answer as { response: unknown }).response),
          );
          port.onDisconnect.addListener(() => resolve(null));
          port.postMessage(message);
        });
      } finally {
        port.disconnect();
      }
    },
    url,
    requestPortName,
    request,
  );
}
