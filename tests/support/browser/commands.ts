import { evaluateInFirefoxWindow } from './firefox-window';
import type { ExtensionBrowser } from './launch';

type CommandEvent = { dispatch(command: string, tab: unknown): void };
declare const chrome: {
  readonly commands: { readonly onCommand: CommandEvent };
  readonly tabs: { query(filter: object): Promise<readonly unknown[]> };
};
declare const document: {
  querySelector(selector: string): { doCommand(): void } | null;
};

/** Shortcuts of the manifest as Firefox keeps them in its window. */
const firefoxKeys = {
  'next-mention': '[keycode="VK_PERIOD"]',
  'previous-mention': '[keycode="VK_COMMA"]',
} as const;

/** Names of the keyboard commands that tests press. */
export type CommandName = keyof typeof firefoxKeys;

/**
 * Press the shortcut of a keyboard command. Drivers type into pages only, past which shortcuts of
 * the browser never get; so the browser is told that the shortcut was pressed.
 */
export async function pressCommand(
  { browser, name }: ExtensionBrowser,
  command: CommandName,
): Promise<void> {
  if (name === 'firefox') {
    const selector = `keyset[id^="ext-keyset"] key${firefoxKeys[command]}`;
    await evaluateInFirefoxWindow(
      browser,
      (wanted) => document.querySelector(wanted)?.doCommand(),
      selector,
    );
    return;
  }
  const target = await browser.waitForTarget((other) => other.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.evaluate(async (pressed) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch(pressed, tab);
  }, command);
}
