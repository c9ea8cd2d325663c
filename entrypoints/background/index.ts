import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { serveLateScripts } from '@/platform/late-scripts';
import { repairOptions } from '@/platform/options-store';
import { repairPacks } from '@/platform/pack-import';
import { readPackFile } from '@/platform/pack-reading';
import { createBrowserTranslate } from '@/platform/translate';
import { showMentionCounts } from './badge';
import { answerCommands } from './commands';
import { offerContextMenu } from './context-menu';
import { answerOmnibox } from './omnibox';
import { keepCoverage } from './coverage-sync';

export default defineBackground(() => {
  // Never aborted: the browser ends the worker and wakes it with the listeners set here.
  const { signal } = new AbortController();
  keepCoverage(signal);
  showMentionCounts(signal);
  answerCommands(signal);
  serveLateScripts(signal);
  const translate = createBrowserTranslate();
  offerContextMenu(translate, signal);
  answerOmnibox(translate, signal);
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await repairOptions();
    // Chromium gives workers to pages only, not to this one.
    await repairPacks(readPackFile);
    if (reason === 'install') await browser.tabs.create({ url: '/welcome.html' });
  });
});
