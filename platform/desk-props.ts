import type { CardControl } from '@/core/card-control';
import { listCitationStyles } from '@/core/citation/citation-styles';
import type { CopyRequest } from '@/core/citation/copy-request';
import type { FoundCard } from '@/core/found-cards';
import { isPaused, type Density } from '@/core/options';
import type { Pack } from '@/core/pack';
import type { Translate } from '@/core/translate';
import { applyControl, pause, setSiteOff } from './controls';
import { isSiteAllowed, openOptions, type Desk } from './desk';
import type { Library } from './library';
import { toFactListing } from './fact-listing';
import { toListProps } from './list-props';
import type { PageMention } from './messages';
import { updateOptions } from './options-store';
import { revealMention, setPageOff } from './page-requests';
import { requestSites } from './site-access';

type DeskActions = {
  readonly translate: Translate;
  readonly look: () => Promise<boolean>;
  /** Leave the popup; a side panel stays. */
  readonly close: () => void;
};

/** Turn what is on the desk into what its components show and call back. */
export function toDeskProps(desk: Desk, library: Library, { translate, look, close }: DeskActions) {
  const { page, options, access } = desk;
  const mentions = page?.report?.mentions ?? [];
  const tabId = page?.tabId ?? null;
  const origin = page?.origin ?? null;
  const site = page?.site ?? null;
  const reveal = async (mention: PageMention | undefined): Promise<boolean> => {
    const isShown =
      tabId !== null && mention !== undefined && (await revealMention(tabId, mention.id));
    if (isShown) close();
    return isShown;
  };

  return {
    finder: {
      ...library.forReading,
      citationStyles: listCitationStyles(options.lastStyleId),
      onCopy(pack: Pack, request: CopyRequest) {
        void updateOptions({ lastStyleId: request.styleId });
        return library.forReading.onCopy(pack, request);
      },
      getListing: ({ id }: Pack) => toFactListing(desk.list, { options, packId: id }),
      controls: ['mute', 'page-off', 'site-off', 'pause'] as const,
      pageStatus: desk.status,
      mentioned: library.listMentioned(mentions),
      search: (query: string) => library.search(query, mentions),
      onReveal: ({ pack, card }: FoundCard) =>
        reveal(mentions.find(({ packId, cardId }) => packId === pack.id && cardId === card.id)),
      onRead: () => void look(),
      onControl: async ({ pack, card }: FoundCard, control: CardControl) =>
        applyControl(control, {
          packId: pack.id,
          cardId: card.id,
          mention: null,
          origin,
          setPageOff: tabId === null ? null : (isOff) => setPageOff(tabId, isOff),
        }),
      onClose: close,
    },
    mentionList: {
      mentions,
      currentId: page?.report?.inViewId ?? page?.report?.currentId ?? null,
      onReveal: (mention: { readonly id: string }) =>
        void reveal(mentions.find(({ id }) => id === mention.id)),
    },
    readingList: toListProps({
      list: desk.list,
      options,
      packs: library.packs,
      translate,
    }),
    siteControls: {
      site,
      isSiteOff: origin !== null && options.sitesOff.includes(origin),
      onSiteOff: (isOff: boolean) => void (origin !== null && setSiteOff(origin, isOff)),
      isPageOff: page?.report?.isPageOff ?? null,
      onPageOff: (isOff: boolean) => void (tabId !== null && setPageOff(tabId, isOff)),
      onAllowSite:
        site === null || isSiteAllowed(access, site) ? null : () => void requestSites([site]),
      isQuiet: options.isQuiet,
      onQuiet: (isQuiet: boolean) => void updateOptions({ isQuiet }),
      density: options.density,
      onDensity: (density: Density) => void updateOptions({ density }),
      pausedUntil: isPaused(options, Date.now()) ? options.pausedUntil : null,
      onPause: () => void pause(),
      onResume: () => void updateOptions({ pausedUntil: null }),
      onOptions: () => void openOptions().then(close),
    },
  };
}
