import { createMentionFinder } from '@/core/detection/mention-finder';
import { answerPageRequests } from '@/platform/page-answers';
import type { Copy } from '@/platform/card-surface';
import { applyControl } from './card-controls';
import { loadDetections } from './detections';
import { isExtensionAlive } from '@/platform/extension-api';
import { findMarkAt } from './hit-test';
import { createLazyCard } from './lazy-card';
import { createReport } from './mention-report';
import { createOpeningDriver } from './opening-driver';
import { followOptions, type PageActivity } from './page-activity';
import { createPageReading } from './reading';
import { scrollToMention } from './scroll-to-mention';

/** Read this document, mark it and open its cards until `signal` aborts. */
export async function runPageScript({
  name,
  copy,
  onDocumentReplaced,
  stop,
  signal,
}: {
  /** A name for marks and card, new in each document. */
  readonly name: string;
  readonly copy: Copy;
  readonly onDocumentReplaced: () => void;
  /** Ends all; called when the extension this script belongs to is gone. */
  readonly stop: () => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { detections, quietIds } = await loadDetections();
  if (signal.aborted) return;
  let activity: PageActivity | null = null;
  let currentId: string | null = null;
  let listening: AbortController | null = null;

  const page = createPageReading({
    name,
    finder: createMentionFinder(detections),
    quietIds,
    isOwn: (node) => card.isHost(node),
    onChanged() {
      updateListening();
      publisher.publishReport();
    },
    onMentionLost: (mentionId) => driver.send({ type: 'mentionLost', mentionId }),
    onDocumentReplaced() {
      onDocumentReplaced();
      listening?.abort();
      listening = null;
      activity?.restart();
    },
  });
  const driver = createOpeningDriver({
    findMention: (target, point) => findMarkAt(page.marker, target, point)?.id ?? null,
    isCardHost: (target) => card.isHost(target),
    onAttention: () => card.prepare(),
    onEffect(effect) {
      if (!isExtensionAlive()) {
        stop();
        return;
      }
      if (effect.type === 'openCard') currentId = effect.mentionId;
      card.apply(effect);
      publisher.publishReport();
    },
  });
  const card = createLazyCard({
    name,
    copy,
    mentions: page.mentions,
    getPoint: () => driver.point,
    getOpenMentionId: () => driver.openMentionId,
    events: {
      onPlaced: (place) => driver.send({ type: 'cardPlaced', ...place }),
      onOutOfView: () => driver.send({ type: 'scrolledAway' }),
      onDismissed: () => driver.send({ type: 'dismissed' }),
      onPinToggled: () => driver.send({ type: 'pinToggled' }),
      onControl(control, cardId) {
        const mention = currentId === null ? null : page.mentions.find(currentId);
        driver.send({ type: 'dismissed' });
        if (mention) applyControl(control, { mention, cardId }, () => activity?.setPageOff(true));
      },
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

  /** A page without marks is not listened to. */
  function updateListening(): void {
    const isWanted = page.marker.size > 0 || driver.openMentionId !== null;
    if (!isWanted) {
      listening?.abort();
      listening = null;
    } else if (!listening) {
      listening = new AbortController();
      driver.start(listening.signal);
      const options = { signal: listening.signal };
      window.addEventListener('pageshow', () => void activity?.reload(), options);
      document.addEventListener('visibilitychange', () => isExtensionAlive() || stop(), options);
    }
  }

  signal.addEventListener('abort', () => listening?.abort());
  activity = await followOptions(page, signal);
}
