import type { JSX } from 'preact';
import { densityKeys } from '@/components/density-labels';
import { RadioGroup } from '@/components/RadioGroup';
import { Switch } from '@/components/Switch';
import { useTranslate } from '@/components/translation';
import { densities, type Options } from '@/core/options';

type Props = {
  readonly options: Options;
  readonly onChange: (patch: Partial<Options>) => void;
};

/** How much is marked. */
export function MarksSection({ options, onChange }: Props): JSX.Element {
  const translate = useTranslate();
  return (
    <section aria-labelledby="marks">
      <h2 id="marks">{translate('settingsMarks')}</h2>
      <RadioGroup
        legend={translate('density')}
        choices={densities.map((value) => ({ value, label: translate(densityKeys[value]) }))}
        value={options.density}
        onChange={(density) => onChange({ density })}
      />
      <Switch
        label={translate('quietMode')}
        description={translate('quietModeHint')}
        isOn={options.isQuiet}
        onChange={(isQuiet) => onChange({ isQuiet })}
      />
      <Switch
        label={translate('marksCode')}
        isOn={options.marksCode}
        onChange={(marksCode) => onChange({ marksCode })}
      />
    </section>
  );
}
