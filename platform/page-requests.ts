import { browser } from 'wxt/browser';
import {
  findNextMention,
  isComplete,
  mergeReports,
  requestPortName,
  toFrameAnswer,
  toMentionsCounted,
  watchPortName,
  type FrameAnswer,
  type PageReport,
  type PageRequest,
  type PageRequests,
  type PageRequestType,
} from './messages';

/** A page that is busy for longer than this has not answered. */
const answerTimeoutMs = 2000;
/** Once one frame has answered, the others have this long after each other. */
const silenceMs = 150;

/** Get what all frames of a tab found, in frame order; null when no page script runs there. */
export async function listMentions(tabId: number): Promise<PageReport | null> {
  return mergeReports(await askFrames(tabId, { type: 'listMentions' }));
}

/** Count the mentions of all frames of a tab. */
export async function countMentions(tabId: number): Promise<number> {
  const answers = await askFrames(tabId, { type: 'countMentions' });
  return answers.reduce((sum, { response }) => sum + response, 0);
}

/** Scroll to a mention and open its card; false when it is gone. */
export async function revealMention(tabId: number, mentionId: string): Promise<boolean> {
  return isTrueInAny(await askFrames(tabId, { type: 'revealMention', mentionId }));
}

/** Go to the next or previous mention, over all frames; false when the tab has none. */
export async function stepMention(tabId: number, direction: 1 | -1): Promise<boolean> {
  const report = await listMentions(tabId);
  const mention = report === null ? null : findNextMention(report, direction);
  return mention !== null && (await revealMention(tabId, mention.id));
}

/** Turn marks off, or on again, in a tab until its page goes; false when no page script runs there. */
export async function setPageOff(tabId: number, isOff: boolean): Promise<boolean> {
  return isTrueInAny(await askFrames(tabId, { type: 'setPageOff', isOff }));
}

/** Copy a citation for what the reader right-clicked in the page; false when nothing was copied. */
export async function copyCitation(tabId: number): Promise<boolean> {
  return isTrueInAny(await askFrames(tabId, { type: 'copyCitation' }));
}

/**
 * Call back with a tab's merged report now and after every change, null when no page script runs
 * there or the page went. To follow the tab to its next page, watch again.
 */
export function watchMentions(
  tabId: number,
  callback: (report: PageReport | null) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const byFrame = new Map<string, FrameAnswer<PageReport>>();
  const port = browser.tabs.connect(tabId, { name: watchPortName });
  port.onMessage.addListener((message: unknown) => {
    const answer = toFrameAnswer('listMentions', message);
    if (answer === null) return;
    byFrame.set(answer.framePath.join('.'), answer);
    callback(mergeReports([...byFrame.values()]));
  });
  port.onDisconnect.addListener(() => {
    // Chromium logs an error that nobody looked at.
    void browser.runtime.lastError;
    if (!signal.aborted) callback(null);
  });
  signal.addEventListener('abort', () => port.disconnect());
}

/** Call back whenever a frame of a tab found more or fewer mentions than before. */
export function watchMentionCounts(
  callback: (counted: { readonly tabId: number }) => void,
  signal: AbortSignal,
): void {
  const onMessage = (
    message: unknown,
    sender: Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1],
  ) => {
    const tabId = sender.tab?.id;
    if (sender.id !== browser.runtime.id || tabId === undefined) return;
    if (toMentionsCounted(message) !== null) callback({ tabId });
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}

function isTrueInAny(answers: readonly FrameAnswer<boolean>[]): boolean {
  return answers.some(({ response }) => response);
}

/** Ask all frames of a tab; empty when no page script runs there. */
function askFrames<Type extends PageRequestType>(
  tabId: number,
  request: PageRequest<Type>,
): Promise<FrameAnswer<PageRequests[Type]['response']>[]> {
  return new Promise((resolve) => {
    const answers: FrameAnswer<PageRequests[Type]['response']>[] = [];
    const port = browser.tabs.connect(tabId, { name: requestPortName });
    const finish = () => {
      clearTimeout(timer);
      port.disconnect();
      resolve(answers);
    };
    let timer = setTimeout(finish, answerTimeoutMs);
    port.onMessage.addListener((message: unknown) => {
      const answer = toFrameAnswer<Type>(request.type, message);
      if (answer === null) return;
      answers.push(answer);
      clearTimeout(timer);
      if (isComplete(answers)) finish();
      else timer = setTimeout(finish, silenceMs);
    });
    port.onDisconnect.addListener(() => {
      // Chromium logs an error that nobody looked at.
      void browser.runtime.lastError;
      finish();
    });
    port.postMessage(request);
  });
}
