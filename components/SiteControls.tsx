import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { densities, type Density } from '@/core/options';
import { Button } from './Button';
import { densityKeys } from './density-labels';
import { Switch } from './Switch';
import { useTranslate } from './translation';

type Props = {
  /** Host name of the page in the tab; null when the extension cannot work there. */
  readonly site: string | null;
  readonly isSiteOff: boolean;
  readonly onSiteOff: (isOff: boolean) => void;
  /** Null while the page is not read, so that there is nothing to turn off. */
  readonly isPageOff: boolean | null;
  readonly onPageOff: (isOff: boolean) => void;
  /** Ask for lasting access to the site; null when it is granted already. */
  readonly onAllowSite: (() => void) | null;
  readonly isQuiet: boolean;
  readonly onQuiet: (isQuiet: boolean) => void;
  readonly density: Density;
  readonly onDensity: (density: Density) => void;
  /** Epoch milliseconds; null when not paused. */
  readonly pausedUntil: number | null;
  readonly onPause: () => void;
  readonly onResume: () => void;
  readonly onOptions: () => void;
};

/** Where and how the extension works, one switch each; nothing hides in a menu. */
export function SiteControls(props: Props): JSX.Element {
  const translate = useTranslate();
  const { site, pausedUntil } = props;
  const densityId = useId();
  return (
    <footer class="site-controls">
      {site !== null && (
        <Switch
          label={translate('siteOn', { site })}
          isOn={!props.isSiteOff}
          onChange={(isOn) => props.onSiteOff(!isOn)}
        />
      )}
      {props.isPageOff !== null && (
        <Switch
          label={translate('pageOn')}
          isOn={!props.isPageOff}
          onChange={(isOn) => props.onPageOff(!isOn)}
        />
      )}
      <Switch label={translate('quietMode')} isOn={props.isQuiet} onChange={props.onQuiet} />
      {!props.isQuiet && (
        <p class="density">
          <label for={densityId}>{translate('densityShort')}</label>{' '}
          <select
            id={densityId}
            onChange={({ currentTarget }) => {
              const chosen = densities.find((density) => density === currentTarget.value);
              if (chosen !== undefined) props.onDensity(chosen);
            }}
          >
            {densities.map((density) => (
              <option key={density} value={density} selected={density === props.density}>
                {translate(densityKeys[density])}
              </option>
            ))}
          </select>
        </p>
      )}
      <div class="button-row">
        {site !== null && !props.isSiteOff && props.onAllowSite !== null && (
          <Button onClick={props.onAllowSite}>{translate('siteAlways')}</Button>
        )}
        {pausedUntil === null ? (
          <Button look="quiet" onClick={props.onPause}>
            {translate('pauseStart')}
          </Button>
        ) : (
          <Button onClick={props.onResume}>
            {translate('pauseEnd', { time: formatTime(pausedUntil, translate.language) })}
          </Button>
        )}
        <Button look="quiet" onClick={props.onOptions}>
          {translate('openOptions')}
        </Button>
      </div>
    </footer>
  );
}

function formatTime(moment: number, language: string): string {
  // Where Intl does not know the language, twenty-four hours need no words.
  const locales = [language, 'en-GB'];
  return new Intl.DateTimeFormat(locales, { hour: 'numeric', minute: '2-digit' }).format(moment);
}
