import { answerPageRequests } from '@/platform/page-answers';
import type { Copy } from '@/platform/card-surface';
import { loadDetection, type PackDetection } from './detections';
import { isExtensionAlive } from '@/platform/extension-api';
import { watchImportedPacks } from '@/platform/packs-store';
import { findMarkAt } from './hit-test';
import { createLazyCard } from './lazy-card';
import { createReport } from './mention-report';
import { removeLeftovers } from './leftovers';
import { createOpeningDriver } from './opening-driver';
import { followOptions, type PageActivity } from './page-activity';
import { createPageReading } from './reading';
import { scrollToMention } from './scroll-to-mention';

/** How soon marks go when the extension was updated, turned off or removed, in milliseconds. */
const aliveCheckMs = 1000;

/** Copies whatever the page does, by a listener it need not keep where there is nothing to copy. */
export type GuardedClipboard = {
  readonly copy: Copy;
  /** Listen; anew when the page took all listeners away. */
  readonly guard: (options: { isAnew: boolean }) => void;
  readonly release: () => void;
};

/** Read this document, mark it and open its cards until `signal` aborts. */
export async function runPageScript({
  name,
  clipboard,
  whenReadable,
  stop,
  signal,
}: {
  /** A name for marks and card, new in each document. */
  readonly name: string;
  readonly clipboard: GuardedClipboard;
  /** Resolves when the document can be read; to false when it never can. */
  readonly whenReadable: Promise<boolean>;
  /** Ends all; called when the extension this script belongs to is gone. */
  readonly stop: () => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  let detection: PackDetection | null = null;
  let activity: PageActivity | null = null;
  let currentId: string | null = null;
  let listening: AbortController | null = null;

  const page = createPageReading({
    name,
    getDetection() {
      if (detection === null) throw new Error('The page is read before its packs are loaded');
      return detection;
    },
    isOwn: (node) => card.isHost(node),
    onChanged() {
      if (isCutOff()) return;
      updateListening();
      publisher.publishReport();
    },
    onMentionLost: (mentionId) => driver.send({ type: 'mentionLost', mentionId }),
    onDocumentReplaced() {
      clipboard.guard({ isAnew: true });
      listening?.abort();
      listening = null;
      activity?.restart();
    },
  });
  const driver = createOpeningDriver({
    findMention: (target, point) => findMarkAt(page.marker, target, point)?.id ?? null,
    isCardHost: (target) => card.isHost(target),
    isCardThere: () => card.isThere(),
    onAttention: () => card.prepare(),
    onEffect(effect) {
      // Whatever happened to the extension, an open card must close.
      if (effect.type !== 'closeCard' && isCutOff()) return;
      if (effect.type === 'openCard') currentId = effect.mentionId;
      card.apply(effect);
      publisher.publishReport();
    },
  });
  const card = createLazyCard({
    name,
    copy: clipboard.copy,
    mentions: page.mentions,
    getPoint: () => driver.point,
    getOpenMentionId: () => driver.openMentionId,
    onUnavailable: () => driver.send({ type: 'cardUnavailable' }),
    events: {
      onPlaced: (place) => driver.send({ type: 'cardPlaced', ...place }),
      onOutOfView: () => driver.send({ type: 'scrolledAway' }),
      onDismissed: () => driver.send({ type: 'dismissed' }),
      onPinToggled: () => driver.send({ type: 'pinToggled' }),
      onPageOff: (isOff) => activity?.setPageOff(isOff),
    },
  });
  const publisher = answerPageRequests(
    {
      listMentions: () =>
        createReport(page.listWanted(), {
          currentId,
          isPageOff: activity?.isPageOff() ?? false,
          isCapped: page.mentions.isCapped,
        }),
      revealMention(mentionId) {
        const mention = page.mentions.find(mentionId);
        if (!mention) return false;
        scrollToMention(mention);
        driver.send({ type: 'mentionChosen', mentionId, by: 'list' });
        return true;
      },
      setPageOff: (isOff) => activity?.setPageOff(isOff),
      copyCitation: () => currentId !== null && card.copyMention(currentId),
    },
    signal,
  );

  /** Ends all when the extension was updated, turned off or removed: no event tells. */
  function isCutOff(): boolean {
    if (isExtensionAlive()) return false;
    stop();
    return true;
  }

  /** A page without marks is not listened to. */
  function updateListening(): void {
    const isWanted = page.marker.size > 0 || driver.openMentionId !== null;
    if (!isWanted) {
      listening?.abort();
      listening = null;
      clipboard.release();
    } else if (!listening) {
      clipboard.guard({ isAnew: false });
      listening = new AbortController();
      driver.start(listening.signal);
      const options = { signal: listening.signal };
      window.addEventListener('pageshow', ({ persisted }) => void (persisted && wake()), options);
      const watch = setInterval(isCutOff, aliveCheckMs);
      listening.signal.addEventListener('abort', () => clearInterval(watch));
    }
  }

  /** Read again with the packs that are in use now. */
  async function updatePacks(): Promise<void> {
    const [changed] = await Promise.all([loadDetection(signal), card.updatePacks()]);
    if (signal.aborted || changed.version === detection?.version) return;
    detection = changed;
    activity?.restart();
  }

  /** A page that rested in the browser's cache heard of no change. */
  async function wake(): Promise<void> {
    card.wake();
    await activity?.reload();
    await updatePacks();
  }

  signal.addEventListener('abort', () => listening?.abort());
  // What is stored is read while the page still loads; whoever asks meanwhile hears of an empty page.
  watchImportedPacks(() => void updatePacks(), signal);
  // A change that was heard of meanwhile is newer.
  const whenLoaded = loadDetection(signal).then((loaded) => (detection ??= loaded));
  const whenReady = Promise.all([whenReadable, whenLoaded]).then(([isReadable]) => {
    if (isReadable) removeLeftovers(name);
    return isReadable;
  });
  activity = await followOptions(page, { whenLoaded, whenReady, signal });
}
