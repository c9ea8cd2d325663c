import { render } from 'preact';
import { browser } from 'wxt/browser';
import { TranslateProvider } from '@/components/translation';
import { getOptions, updateOptions, watchOptions } from '@/platform/options-store';
import {
  getSiteAccess,
  removeAllSites,
  requestEverywhere,
  requestSites,
  watchSiteAccess,
} from '@/platform/site-access';
import { parseSite } from '@/platform/site-pattern';
import { loadTranslate } from '@/platform/translate';
import { wipeEverything } from '@/platform/wipe';
import { Welcome } from './Welcome';

const root = document.getElementById('root');
if (root === null) throw new Error('The welcome page has no root element');

const translate = await loadTranslate();
document.documentElement.lang = translate.language;
document.documentElement.dir = translate.direction;
document.title = translate('welcomeTitle');

const { signal } = new AbortController();
let [access, options] = await Promise.all([getSiteAccess(), getOptions()]);
watchSiteAccess((changed) => {
  access = changed;
  draw(root);
}, signal);
watchOptions((changed) => {
  options = changed;
  draw(root);
}, signal);
draw(root);

function draw(parent: Element): void {
  render(
    <TranslateProvider value={translate}>
      <Welcome
        access={access}
        isQuiet={options.isQuiet}
        onQuiet={(isQuiet) => void updateOptions({ isQuiet })}
        onClickOnly={() => void removeAllSites()}
        onEverywhere={() => void requestEverywhere()}
        onSite={(text) => {
          const site = parseSite(text);
          if (site !== null) void requestSites([site]);
          return site !== null;
        }}
        onWipe={wipeEverything}
        onOptions={() => void browser.runtime.openOptionsPage()}
      />
    </TranslateProvider>,
    parent,
  );
}
