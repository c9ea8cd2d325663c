import type { JSX } from 'preact';
import { RemovableList } from '@/components/RemovableList';
import { SiteAccessChoice } from '@/components/SiteAccessChoice';
import { useTranslate } from '@/components/translation';
import type { SiteAccess } from '@/core/site-access';

type Props = {
  readonly access: SiteAccess;
  readonly sitesOff: readonly string[];
  readonly onClickOnly: () => void;
  readonly onEverywhere: () => void;
  readonly onSite: (text: string) => boolean;
  readonly onRemoveSite: (site: string) => void;
  readonly onTurnOn: (origin: string) => void;
};

/** Where the extension may look, and where it was turned off. */
export function SitesSection(props: Props): JSX.Element {
  const translate = useTranslate();
  const { access, sitesOff } = props;
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{translate('settingsSites')}</h2>
      <SiteAccessChoice
        access={access}
        onClickOnly={props.onClickOnly}
        onEverywhere={props.onEverywhere}
        onSite={props.onSite}
      />
      {access.type === 'sites' && (
        <>
          <h3 id="sites-granted">{translate('sitesGranted')}</h3>
          <RemovableList
            labelledBy="sites-granted"
            entries={access.sites.map((site) => ({
              key: site,
              text: site,
              removeLabel: translate('removeNamed', { name: site }),
            }))}
            emptyText=""
            removeText={translate('remove')}
            onRemove={props.onRemoveSite}
          />
        </>
      )}
      <h3 id="sites-off">{translate('sitesOff')}</h3>
      <RemovableList
        labelledBy="sites-off"
        entries={sitesOff.map((origin) => ({
          key: origin,
          text: origin,
          removeLabel: translate('turnOnNamed', { name: origin }),
        }))}
        emptyText={translate('sitesOffEmpty')}
        removeText={translate('turnOn')}
        onRemove={props.onTurnOn}
      />
    </section>
  );
}
