import type { CardControl } from '@/core/card-control';
import { pauseMs, toCardKey, type Options } from '@/core/options';
import { updateOptions } from './options-store';

/** Take back what a control did. */
export type Undo = () => void;

/** What a control acts on; the page's parts are null where there is no page. */
export type ControlTarget = {
  readonly packId: string;
  readonly cardId: string;
  /** The mention the reader is at; single words can be rejected only where they stand. */
  readonly mention: { readonly cardId: string; readonly text: string } | null;
  readonly origin: string | null;
  /** Turn marks off, or on again, until the page goes; false when it cannot be done. */
  readonly setPageOff: ((isOff: boolean) => boolean | Promise<boolean>) | null;
};

/** Turn something off. Null when it could not be done. */
export async function applyControl(
  control: CardControl,
  { packId, cardId, mention, origin, setPageOff }: ControlTarget,
): Promise<Undo | null> {
  switch (control) {
    case 'reject':
      if (mention === null) return null;
      return listIn('rejectedMentions', {
        card: toCardKey(packId, mention.cardId),
        text: mention.text,
      });
    case 'mute':
      return listIn('mutedCards', toCardKey(packId, cardId));
    case 'site-off':
      return origin === null ? null : listIn('sitesOff', origin);
    case 'pause':
      return pause();
    case 'page-off':
      if (setPageOff === null || !(await setPageOff(true))) return null;
      return () => void setPageOff(false);
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

type ListOption = 'mutedCards' | 'sitesOff' | 'rejectedMentions';

async function listIn<Key extends ListOption>(
  option: Key,
  entry: Options[Key][number],
): Promise<Undo | null> {
  const written = await updateOptions((options) => ({
    [option]: [...options[option].filter((kept) => !isSame(kept, entry)), entry],
  }));
  return written.ok ? () => void unlist(option, entry) : null;
}

async function unlist<Key extends ListOption>(
  option: Key,
  entry: Options[Key][number],
): Promise<void> {
  await updateOptions((options) => ({
    [option]: options[option].filter((kept) => !isSame(kept, entry)),
  }));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
