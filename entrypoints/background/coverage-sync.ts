import { browser } from 'wxt/browser';
import { getOptions, watchOptions } from '@/platform/options-store';
import { createQueue } from '@/platform/queue';
import { listGrantedPatterns } from '@/platform/site-access';
import {
  injectIntoOpenTabs,
  isWider,
  registerPageScript,
  silenceLostTabs,
  toCoverage,
} from './registration';

/**
 * Keep the pages the script runs on in step with granted sites and sites turned off, now and after
 * every change until `signal` aborts. Each round starts from what is stored, so that a worker
 * killed in the middle leaves nothing for the next one but to start over.
 */
export function keepCoverage(signal: AbortSignal): void {
  const runInTurn = createQueue();
  const sync = () =>
    runInTurn(async () => {
      const [granted, options] = await Promise.all([listGrantedPatterns(), getOptions()]);
      const wanted = toCoverage(granted, options);
      const before = await registerPageScript(wanted);
      // Not waited for: a tab that is still loading must not hold up the next change.
      if (isWider(before, wanted)) void injectIntoOpenTabs(options.sitesOff);
    });
  /** After an update, what runs in open tabs belongs to the extension as it was. */
  const onInstalled = async () => {
    await sync();
    await injectIntoOpenTabs((await getOptions()).sitesOff);
  };
  const onRemoved = async () => {
    await sync();
    await silenceLostTabs();
  };

  browser.permissions.onAdded.addListener(sync);
  browser.permissions.onRemoved.addListener(onRemoved);
  browser.runtime.onStartup.addListener(sync);
  browser.runtime.onInstalled.addListener(onInstalled);
  signal.addEventListener('abort', () => {
    browser.permissions.onAdded.removeListener(sync);
    browser.permissions.onRemoved.removeListener(onRemoved);
    browser.runtime.onStartup.removeListener(sync);
    browser.runtime.onInstalled.removeListener(onInstalled);
  });
  watchOptions(sync, signal);
  void sync();
}
