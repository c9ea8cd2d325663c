import type { JSX } from 'preact';
import { Limits } from '@/components/Limits';
import { RiskNotice } from '@/components/RiskNotice';
import { SiteAccessChoice } from '@/components/SiteAccessChoice';
import { Switch } from '@/components/Switch';
import { useTranslate } from '@/components/translation';
import { WipeControl } from '@/components/WipeControl';
import type { SiteAccess } from '@/core/site-access';

type Props = {
  readonly access: SiteAccess;
  readonly isQuiet: boolean;
  readonly onQuiet: (isQuiet: boolean) => void;
  readonly onClickOnly: () => void;
  readonly onEverywhere: () => void;
  readonly onSite: (text: string) => boolean;
  readonly onWipe: () => Promise<void>;
  readonly onOptions: () => void;
};

/** The first run: what this is, what to know before turning it on, and where it may look. */
export function Welcome(props: Props): JSX.Element {
  const translate = useTranslate();
  return (
    <main class="page">
      <h1>{translate('extensionName')}</h1>
      <p>{translate('welcomeWhat')}</p>
      <p>{translate('welcomeSource')}</p>

      <section aria-labelledby="before">
        <h2 id="before">{translate('welcomeBefore')}</h2>
        <RiskNotice />
        <Switch
          label={translate('quietMode')}
          description={translate('quietModeHint')}
          isOn={props.isQuiet}
          onChange={props.onQuiet}
        />
        <p>{translate('welcomeWipe')}</p>
        <WipeControl onWipe={props.onWipe} />
      </section>

      <section aria-labelledby="where">
        <h2 id="where">{translate('welcomeWhere')}</h2>
        <p role="status">{describeAccess(props.access, translate)}</p>
        <SiteAccessChoice
          access={props.access}
          onClickOnly={props.onClickOnly}
          onEverywhere={props.onEverywhere}
          onSite={props.onSite}
        />
      </section>

      <section aria-labelledby="limits">
        <h2 id="limits">{translate('limitsTitle')}</h2>
        <Limits />
        <p>{translate('promiseNoNetwork')}</p>
      </section>

      <section aria-labelledby="use">
        <h2 id="use">{translate('welcomeUse')}</h2>
        <ul>
          <li>{translate('welcomeUsePointer')}</li>
          <li>{translate('welcomeUseKeys')}</li>
          <li>{translate('welcomeUseSearch')}</li>
        </ul>
        <div class="button-row">
          <button type="button" class="button button-plain" onClick={props.onOptions}>
            {translate('openOptions')}
          </button>
        </div>
      </section>
    </main>
  );
}

function describeAccess(access: SiteAccess, translate: ReturnType<typeof useTranslate>): string {
  switch (access.type) {
    case 'on-click':
      return translate('accessNowOnClick');
    case 'sites':
      return translate('accessNowSites', { sites: access.sites.join(', ') });
    case 'everywhere':
      return translate('accessNowEverywhere');
  }
}
