import { browser } from 'wxt/browser';

/** Firefox's name for a side panel; absent on Android, where there is none. */
type SidebarAction = { open(): Promise<void>; toggle(): Promise<void> };
type Panels = {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: SidebarAction;
};

/**
 * Open the side panel or, where there is none, the popup, or a tab with it. Call it first thing in
 * the handler of a click, shortcut or menu: browsers open panels only then.
 */
export async function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = getPanels();
  try {
    if (sidePanel) await sidePanel.open({ windowId });
    else if (sidebarAction) await sidebarAction.open();
    else await openPopup();
  } catch {
    // Older browsers count fewer things as a click.
    await openPopup();
  }
}

/** Close the side panel if the browser lets us, else open it; called like `openPanel`. */
export async function togglePanel(windowId: number): Promise<void> {
  const { sidebarAction } = getPanels();
  if (sidebarAction) await sidebarAction.toggle();
  else await openPanel(windowId);
}

/** Open the toolbar popup or, where the browser refuses, the same page in a tab. */
export async function openPopup(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: (await browser.action.getPopup({})) || '/popup.html' });
  }
}

/** The types know Chromium only, where the side panel is always there. */
function getPanels(): Panels {
  return browser as unknown as Panels;
}
