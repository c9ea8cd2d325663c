import { pauseMs, toCardKey, type Options } from '@/core/options';
import { updateOptions } from './options-store';
import { setPageOff } from './page-requests';

/** Take back what a control did. */
export type Undo = () => void;

/** What a control acts on; the page's parts are null where there is no page. */
export type ControlTarget = {
  readonly packId: string;
  readonly cardId: string;
  readonly tabId: number | null;
  readonly origin: string | null;
};

/** Turn something off from a page of the extension. Null when it could not be done. */
export async function applyControl(
  control: 'mute' | 'page-off' | 'site-off' | 'pause',
  { packId, cardId, tabId, origin }: ControlTarget,
): Promise<Undo | null> {
  switch (control) {
    case 'mute':
      return listIn('mutedCards', toCardKey(packId, cardId));
    case 'site-off':
      return origin === null ? null : listIn('sitesOff', origin);
    case 'pause':
      return pause();
    case 'page-off':
      if (tabId === null || !(await setPageOff(tabId, true))) return null;
      return () => void setPageOff(tabId, false);
  }
}

/** Turn a site on or off, by its origin. */
export async function setSiteOff(origin: string, isOff: boolean): Promise<void> {
  await (isOff ? listIn('sitesOff', origin) : unlist('sitesOff', origin));
}

/** Stop marking for an hour. */
export async function pause(): Promise<Undo | null> {
  const written = await updateOptions({ pausedUntil: Date.now() + pauseMs });
  return written.ok ? () => void updateOptions({ pausedUntil: null }) : null;
}

type ListOption = 'mutedCards' | 'sitesOff';

async function listIn(option: ListOption, entry: string): Promise<Undo | null> {
  const written = await updateOptions((options: Options) => ({
    [option]: [...new Set([...options[option], entry])],
  }));
  return written.ok ? () => void unlist(option, entry) : null;
}

async function unlist(option: ListOption, entry: string): Promise<void> {
  await updateOptions((options) => ({
    [option]: options[option].filter((kept) => kept !== entry),
  }));
}
