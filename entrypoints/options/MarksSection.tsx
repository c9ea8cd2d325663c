import type { JSX } from 'preact';
import { RadioGroup } from '@/components/RadioGroup';
import { Switch } from '@/components/Switch';
import { useTranslate } from '@/components/translation';
import { densities, type Density, type Options } from '@/core/options';
import type { MessageKey } from '@/core/translate';

const densityTexts = {
  every: 'densityEvery',
  'first-per-section': 'densitySection',
  'first-per-page': 'densityPage',
  none: 'densityNone',
} as const satisfies Record<Density, MessageKey>;

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
        choices={densities.map((value) => ({ value, label: translate(densityTexts[value]) }))}
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
