import type { CardControl } from '@/components/fact-card-props';
import { isPaused, toCardKey, type Options } from '@/core/options';
import { getOptions, updateOptions, watchOptions } from '@/platform/options-store';
import { answerPageRequests } from '@/platform/page-answers';
import { createBrowserTranslate } from '@/platform/translate';
import { createCardController } from './card-controller';
import { isExtensionAlive } from './extension-api';
import { findMarkAt } from './hit-test';
import { openSession, packs } from './interim-finder';
import type { PlacedMention } from './mention-map';
import { createReport } from './mention-report';
import { createOpeningDriver } from './opening-driver';
import { createPageReading } from './reading';
import { scrollToMention } from './scroll-to-mention';

type Copy = (citation: { text: string; html: string | null }) => Promise<boolean>;

/** Read this document, mark it and open its cards until `signal` aborts. */
export async function runPageScript({
  name,
  onDocumentReplaced,
  stop,
  signal,
}: {
  /** A name for marks and card, new in each document. */
  readonly name: string;
  readonly copy: Copy;
  readonly onDocumentReplaced: () => void;
  readonly stop: () => void;
  readonly signal: AbortSignal;
}): Promise<void> {
  let options = await getOptions();
  if (signal.aborted) return;
  let isPageOff = false;
  let currentId: string | null = null;
  let reading: AbortController | null = null;
  let listening: AbortController | null = null;
  let resume: ReturnType<typeof setTimeout> | undefined;

  const page = createPageReading({
    name,
    openSession,
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
      page.marker.clear();
      page.setOptions(options);
    },
  });
  const driver = createOpeningDriver({
    findMention: (target, point) => findMarkAt(page.marker, target, point)?.id ?? null,
    isCardHost: (target) => card.isHost(target),
    onEffect(effect) {
      // An update of the extension cuts this script off; it must not stand in the way of the new one.
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
      copy: async () => ({ ok: false, text: '' }),
      control: (control, mention) => applyControl(control, mention),
    },
    getDriver: () => driver,
  });
  const publisher = answerPageRequests(
    {
      listMentions: () =>
        createReport(page.listWanted(), {
          currentId,
          isPageOff,
          isCapped: page.mentions.isCapped,
        }),
      async revealMention(mentionId) {
        const mention = page.mentions.find(mentionId);
        if (!mention) return false;
        await scrollToMention(mention);
        driver.send({ type: 'mentionChosen', mentionId, by: 'keyboard' });
        return true;
      },
      setPageOff(isOff) {
        isPageOff = isOff;
        applyOptions(options);
      },
      rescan() {
        reading?.abort();
        reading = null;
        applyOptions(options);
      },
      copyCitation: () => false,
    },
    signal,
  );

  /** A page without marks is not listened to. */
  function updateListening(): void {
    const isWanted = page.marker.size > 0 || driver.openMentionId !== null;
    if (isWanted && !listening) {
      listening = new AbortController();
      driver.start(listening.signal);
    } else if (!isWanted) {
      listening?.abort();
      listening = null;
    }
  }

  function applyOptions(newOptions: Options): void {
    const isReread = newOptions.marksCode !== options.marksCode;
    options = newOptions;
    clearTimeout(resume);
    const isResting = isPaused(options, Date.now());
    if (isResting && options.pausedUntil !== null)
      resume = setTimeout(() => applyOptions(options), options.pausedUntil - Date.now());
    const isOn = !isResting && !isPageOff && !options.sitesOff.includes(location.origin);
    if (!isOn || isReread) {
      reading?.abort();
      reading = null;
    }
    if (isOn && !reading) {
      reading = new AbortController();
      page.start(options, reading.signal);
    } else page.setOptions(options);
  }

  function applyControl(control: CardControl, { packId, cardId, text }: PlacedMention): void {
    const key = toCardKey(packId, cardId);
    switch (control) {
      case 'reject':
        void updateOptions(({ rejectedMentions }) => ({
          rejectedMentions: [...rejectedMentions, { card: key, text }],
        }));
        break;
      case 'mute':
        void updateOptions(({ mutedCards }) => ({ mutedCards: [...mutedCards, key] }));
        break;
      case 'page-off':
        isPageOff = true;
        applyOptions(options);
        break;
      case 'site-off':
        void updateOptions(({ sitesOff }) => ({ sitesOff: [...sitesOff, location.origin] }));
        break;
      case 'pause':
        void updateOptions({ pausedUntil: Date.now() + 3_600_000 });
        break;
    }
  }

  signal.addEventListener('abort', () => {
    clearTimeout(resume);
    listening?.abort();
    reading?.abort();
  });
  watchOptions(applyOptions, signal);
  applyOptions(options);
}
