import type { JSX } from 'preact';
import { Finder, type FinderProps } from '@/components/Finder';
import { SiteControls } from '@/components/SiteControls';
import { isPaused } from '@/core/options';
import { pause, setSiteOff } from '@/platform/controls';
import { isSiteAllowed, openOptions, type Desk } from '@/platform/desk';
import { updateOptions } from '@/platform/options-store';
import { requestSites } from '@/platform/site-access';

type Props = {
  readonly desk: Desk;
  readonly finder: Omit<FinderProps, 'footer'>;
};

/** Search, the cards of this page, and under them where the extension is on. */
export function PopupPage({ desk, finder }: Props): JSX.Element {
  const { page, options, access } = desk;
  const site = page?.site ?? null;
  const origin = page?.origin ?? null;
  return (
    <Finder
      {...finder}
      footer={
        <SiteControls
          site={site}
          isSiteOff={origin !== null && options.sitesOff.includes(origin)}
          onSiteOff={(isOff) => origin !== null && void setSiteOff(origin, isOff)}
          onAllowSite={
            site === null || isSiteAllowed(access, site) ? null : () => void requestSites([site])
          }
          isQuiet={options.isQuiet}
          onQuiet={(isQuiet) => void updateOptions({ isQuiet })}
          pausedUntil={isPaused(options, Date.now()) ? options.pausedUntil : null}
          onPause={() => void pause()}
          onResume={() => void updateOptions({ pausedUntil: null })}
          onOptions={() => void openOptions().then(() => window.close())}
        />
      }
    />
  );
}
