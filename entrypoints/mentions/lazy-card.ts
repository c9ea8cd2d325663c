import type { Opener, OpeningEffect } from '@/core/card-opening';
import type { Point } from '@/core/safe-area';
import {
  loadCardSurface,
  type CardEvents,
  type CardPlace,
  type CardSurface,
  type Copy,
} from '@/platform/card-surface';
import { giveUpAfter } from '@/platform/late-scripts';
import type { MentionMap, PlacedMention } from './mention-map';

/** On narrower screens a tapped card becomes a sheet along the bottom edge, in CSS pixels. */
const sheetMaxWidth = 480;

/** The card of this document, of which little is there before a reader needs it. */
export type LazyCard = ReturnType<typeof createLazyCard>;

/** Create a card that loads what shows it on demand. */
export function createLazyCard({
  name,
  copy,
  events,
  mentions,
  getPoint,
  getOpenMentionId,
  onUnavailable,
}: {
  readonly name: string;
  readonly copy: Copy;
  readonly events: CardEvents;
  readonly mentions: MentionMap;
  readonly getPoint: () => Point | null;
  readonly getOpenMentionId: () => string | null;
  /** Called when what shows cards could not be loaded for the mention that asked for it. */
  readonly onUnavailable: () => void;
}) {
  let surface: CardSurface | null = null;
  /** The same, while it may not know yet which packs are in use. */
  let created: CardSurface | null = null;
  let loading: Promise<CardSurface | null> | null = null;

  async function create(): Promise<CardSurface | null> {
    const createSurface = created ? null : await loadCardSurface();
    created ??= createSurface?.({ name, copy, ...events }) ?? null;
    await created?.updatePacks();
    return created;
  }

  function load(): Promise<CardSurface | null> {
    if (loading) return loading;
    const attempt = Promise.race([create(), giveUpAfter()]).then((loaded) => {
      surface ??= loaded;
      // A later try may find the extension awake again.
      if (!surface && loading === attempt) loading = null;
      return surface;
    });
    loading = attempt;
    return attempt;
  }

  function toPlace(mention: PlacedMention, by: Opener): CardPlace {
    return {
      packId: mention.packId,
      cardId: mention.cardId,
      text: mention.text,
      range: mention.range,
      nearbyCardIds: new Set(mentions.listFlow(mention.flow).map(({ cardId }) => cardId)),
      point: by === 'pointer' ? getPoint() : null,
      shape: by === 'tap' && innerWidth < sheetMaxWidth ? 'sheet' : 'page',
      takesFocus: by === 'keyboard' || by === 'list',
    };
  }

  async function makeReady(mentionId: string): Promise<void> {
    const loaded = surface ?? (await load());
    const mention = mentions.find(mentionId);
    if (mention && getOpenMentionId() === null) loaded?.makeReady(toPlace(mention, 'pointer'));
  }

  async function open(mentionId: string, by: Opener): Promise<void> {
    const loaded = surface ?? (await load());
    // Loading takes a moment in which the reader may have gone on.
    if (getOpenMentionId() !== mentionId) return;
    if (!loaded) {
      onUnavailable();
      return;
    }
    const mention = mentions.find(mentionId);
    if (!mention || !loaded.show(toPlace(mention, by))) events.onDismissed();
  }

  return {
    /** Load what shows cards ahead of need. */
    prepare: (): void => void load(),
    apply(effect: OpeningEffect): void {
      switch (effect.type) {
        case 'readyCard':
          void makeReady(effect.mentionId);
          break;
        case 'openCard':
          void open(effect.mentionId, effect.by);
          break;
        case 'pinCard':
          surface?.setPinned(effect.isPinned);
          break;
        case 'closeCard':
          surface?.hide({ restoresFocus: effect.restoresFocus });
          break;
      }
    },
    isHost: (target: EventTarget | null): boolean => surface?.isHost(target) ?? false,
    /** Say whether a card is displayed. */
    isThere: (): boolean => surface?.isThere() ?? false,
    /** Ask again for what was asked for before the page rested: nobody answers a page at rest. */
    wake(): void {
      if (surface || !loading) return;
      loading = null;
      void load();
    },
    /** Show cards of the packs that are in use now. */
    updatePacks: async (): Promise<void> => surface?.updatePacks(),
    /** Copy the first fact of a mention's card; false when nothing was copied. */
    async copyMention(mentionId: string): Promise<boolean> {
      const mention = mentions.find(mentionId);
      const loaded = await load();
      return (mention && loaded?.copyCard(mention.packId, mention.cardId)) ?? false;
    },
  };
}
