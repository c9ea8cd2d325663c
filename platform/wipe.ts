import { browser } from 'wxt/browser';
import { setPageOff } from './page-requests';
import { removeAllSites } from './site-access';

/**
 * Remove everything the extension keeps (options, imported packs, lists), give back access to all
 * sites and silence it in open tabs. There is no way back.
 */
export async function wipeEverything(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session.clear();
  const tabs = await browser.tabs.query({ discarded: false });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? false : setPageOff(id, true))));
  await removeAllSites();
}
