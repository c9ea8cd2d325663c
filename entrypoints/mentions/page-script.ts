import { createMentionFinder } from '@/core/detection/mention-finder';
import { answerPageRequests } from '@/platform/page-answers';
import { createBrowserTranslate } from '@/platform/translate';
import { createCardController } from './card-controller';
import { applyControl, copyCitation, type Copy } from './card-requests';
import { isExtensionAlive } from './extension-api';
import { findMarkAt } from './hit-test';
import { createReport } from './mention-report';
import { createOpeningDriver } from './opening-driver';
import { bundledDetections, bundledPacks } from './packs';
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
  const packs = bundledPacks;
  let activity: PageActivity | null = null;
  let currentId: string | null = null;
  let listening: AbortController | null = null;

  const page = createPageReading({
    name,
    finder: createMentionFinder(bundledDetections),
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
  const card = createCardController({
    name,
    mentions: page.mentions,
    packs,
    translate: createBrowserTranslate(),
    requests: {
      copy: (contents, request) => copyCitation(copy, contents, request),
      control: (control, mention) =>
        applyControl(control, mention, () => activity?.setPageOff(true)),
    },
    getDriver: () => driver,
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
      copyCitation: () => card.copyCitation(currentId),
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
