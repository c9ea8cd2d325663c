import { browser } from 'wxt/browser';
import {
  requestPortName,
  toPageRequest,
  watchPortName,
  type FrameAnswer,
  type PageReport,
  type PageRequest,
} from './messages';

/** What the page script does when asked; see `PageRequests` for the meaning of each. */
export type PageAnswers = {
  readonly listMentions: () => PageReport;
  readonly revealMention: (mentionId: string) => boolean | Promise<boolean>;
  readonly setPageOff: (isOff: boolean) => void;
  readonly copyCitation: () => boolean | Promise<boolean>;
};

type Port = ReturnType<typeof browser.runtime.connect>;

/** Changes that follow each other faster are told as one. */
const publishDelayMs = 100;
/** How long scrolling must rest before watchers hear what is in view now. */
const scrollRestMs = 150;

/**
 * Answer requests in this frame until `signal` aborts. The returned `publishReport` is to be called
 * after every change of the mentions, of the current one or of what is in view; it tells whoever
 * watches, and the background when the count changed. It may be called as often as one likes.
 */
export function answerPageRequests(
  answers: PageAnswers,
  signal: AbortSignal,
): { publishReport(): void } {
  const watchers = new Set<Port>();
  let publishTimer: ReturnType<typeof setTimeout> | undefined;
  let scrollTimer: ReturnType<typeof setTimeout> | undefined;
  let toldCount = 0;

  const answer = async (request: PageRequest): Promise<unknown> => {
    switch (request.type) {
      case 'listMentions':
        return answers.listMentions();
      case 'countMentions':
        return answers.listMentions().mentions.length;
      case 'revealMention':
        return await answers.revealMention(request.mentionId);
      case 'setPageOff':
        answers.setPageOff(request.isOff);
        return true;
      case 'copyCitation':
        return await answers.copyCitation();
    }
  };

  const onRequestPort = (port: Port) => {
    port.onMessage.addListener(async (message: unknown) => {
      const request = toPageRequest(message);
      // The asker hangs up, for one frame hanging up would cut off the others.
      if (request !== null) post(port, toAnswer(await answer(request)));
    });
  };

  const onScroll = () => {
    clearTimeout(scrollTimer);
    scrollTimer = setTimeout(publish, scrollRestMs);
  };

  const onWatchPort = (port: Port) => {
    // A page that nobody watches has no scroll listener.
    if (watchers.size === 0) addEventListener('scroll', onScroll, { passive: true, capture: true });
    watchers.add(port);
    port.onDisconnect.addListener(() => {
      watchers.delete(port);
      if (watchers.size === 0) removeEventListener('scroll', onScroll, { capture: true });
    });
    post(port, toAnswer(answers.listMentions()));
  };

  const onConnect = (port: Port) => {
    if (port.sender?.id !== browser.runtime.id) return;
    if (port.name === requestPortName) onRequestPort(port);
    if (port.name === watchPortName) onWatchPort(port);
  };

  const publish = () => {
    publishTimer = undefined;
    const report = answers.listMentions();
    for (const watcher of watchers) post(watcher, toAnswer(report));
    if (report.mentions.length === toldCount) return;
    toldCount = report.mentions.length;
    tellCount(toldCount);
  };

  if (!signal.aborted) browser.runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => {
    clearTimeout(publishTimer);
    clearTimeout(scrollTimer);
    removeEventListener('scroll', onScroll, { capture: true });
    for (const watcher of watchers) watcher.disconnect();
    // After an update of the extension its API is gone from pages that were open before.
    if (browser.runtime?.id) browser.runtime.onConnect.removeListener(onConnect);
  });

  return {
    publishReport() {
      if (!signal.aborted) publishTimer ??= setTimeout(publish, publishDelayMs);
    },
  };
}

function toAnswer(response: unknown): FrameAnswer<unknown> {
  return { framePath: locateFrame(window), childCount: window.length, response };
}

function post(port: Port, answer: FrameAnswer<unknown>): void {
  try {
    port.postMessage(answer);
  } catch {
    // The other end closed in the meantime: nobody is left to tell.
  }
}

function tellCount(count: number): void {
  try {
    // Rejects when the extension was reloaded or is starting; the badge is all that misses out.
    browser.runtime.sendMessage({ type: 'mentionsCounted', count }).catch(() => {});
  } catch {
    // Throws instead of rejecting once the extension was reloaded.
  }
}

/** Locate a frame by its child indexes from the top frame down; works across origins. */
function locateFrame(frame: Window): number[] {
  const path: number[] = [];
  for (let child = frame; child !== child.parent; child = child.parent) {
    const { parent } = child;
    let index = 0;
    while (index < parent.length && parent[index] !== child) index += 1;
    path.unshift(index);
  }
  return path;
}
