import { browser } from 'wxt/browser';
import { stepMention } from '@/platform/page-requests';
import { readPage } from '@/platform/page-script';
import { togglePanel } from '@/platform/panel';

/** Names of the keyboard commands, as the manifest declares them. */
const commandNames = {
  nextMention: 'next-mention',
  previousMention: 'previous-mention',
  togglePanel: 'toggle-panel',
} as const;

/** Answer keyboard commands until `signal` aborts. */
export function answerCommands(signal: AbortSignal): void {
  // Firefox for Android has no keyboard commands.
  const { commands } = browser as Partial<typeof browser>;
  commands?.onCommand.addListener(answerCommand);
  signal.addEventListener('abort', () => commands?.onCommand.removeListener(answerCommand));
}

async function answerCommand(
  command: string,
  tab?: { readonly id?: number | undefined; readonly windowId: number },
): Promise<void> {
  if (tab?.id === undefined) return;
  if (command === commandNames.togglePanel) await togglePanel(tab.windowId);
  if (command === commandNames.nextMention) await step(tab.id, 1);
  if (command === commandNames.previousMention) await step(tab.id, -1);
}

async function step(tabId: number, direction: 1 | -1): Promise<void> {
  // A shortcut lets us look at its tab, even where no site was granted.
  if (await readPage(tabId)) await stepMention(tabId, direction);
}
