import { watchDesk, type Desk } from './desk';
import type { Library } from './library';
import { watchLibrary } from './watch-library';

type Options = Omit<Parameters<typeof watchLibrary>[0], 'signal'> & Parameters<typeof watchDesk>[0];

/** All that the popup and the side panel show; `edition` counts changes of the packs. */
type DeskAndPacks = { readonly desk: Desk; readonly library: Library; readonly edition: number };

/**
 * Call back with the desk and the packs as soon as both are known, and after every change of
 * either. `look` runs the page script in the page in the active tab.
 */
export function watchDeskAndPacks(
  { followsTabs, signal, ...sources }: Options,
  callback: (state: DeskAndPacks) => void,
): { look(): Promise<boolean>; showAgain(): void } {
  let desk: Desk | null = null;
  let packs: Omit<DeskAndPacks, 'desk'> | null = null;
  const showAgain = (): void => {
    if (desk !== null && packs !== null) callback({ desk, ...packs });
  };
  const { look } = watchDesk({ followsTabs, signal }, (changed) => {
    desk = changed;
    showAgain();
  });
  watchLibrary({ ...sources, signal }, (changed) => {
    packs = changed;
    showAgain();
  });
  return { look, showAgain };
}
