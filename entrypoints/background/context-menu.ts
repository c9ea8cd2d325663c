import { browser } from 'wxt/browser';
import type { Translate } from '@/core/translate';
import { handOverLookup } from '@/platform/lookup';
import { copyCitation } from '@/platform/page-requests';
import { openPanel, openPopup } from '@/platform/panel';

const lookUpId = 'look-up';
const copyCitationId = 'copy-citation';

type ClickInfo = {
  readonly menuItemId: string | number;
  readonly selectionText?: string | undefined;
};
type ClickedTab = { readonly id?: number | undefined; readonly windowId: number };

/** Offer to look up a selection and to copy a citation in the context menu until `signal` aborts. */
export function offerContextMenu(translate: Translate, signal: AbortSignal): void {
  // Firefox for Android has no context menu for extensions.
  const { contextMenus } = browser as Partial<typeof browser>;
  if (!contextMenus) return;

  const createItems = async () => {
    await contextMenus.removeAll();
    contextMenus.create({
      id: lookUpId,
      // The browser puts the selected text in place of %s.
      title: translate('menuLookUp', { selection: '%s' }),
      contexts: ['selection'],
    });
    contextMenus.create({
      id: copyCitationId,
      title: translate('menuCopyCitation'),
      contexts: ['page', 'link', 'selection'],
    });
  };
  browser.runtime.onInstalled.addListener(createItems);
  contextMenus.onClicked.addListener(answerClick);
  signal.addEventListener('abort', () => {
    browser.runtime.onInstalled.removeListener(createItems);
    contextMenus.onClicked.removeListener(answerClick);
  });
}

async function answerClick(info: ClickInfo, tab?: ClickedTab): Promise<void> {
  if (tab === undefined) return;
  if (info.menuItemId === lookUpId && info.selectionText) {
    // Both at once: browsers open a panel only before the first wait.
    await Promise.all([openPanel(tab.windowId), handOverLookup(info.selectionText)]);
  }
  if (info.menuItemId === copyCitationId && tab.id !== undefined) {
    if (!(await copyCitation(tab.id))) await openPopup();
  }
}
