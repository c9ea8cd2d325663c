import type { JSX } from 'preact';
import { Button } from './Button';
import { cardControlKeys } from './card-labels';
import type { CardControl } from './fact-card-props';
import { useTranslate } from './translation';

type Props = {
  /** Name of the card, for the control that mutes it. */
  readonly title: string;
  readonly controls: readonly CardControl[];
  readonly onControl: (control: CardControl) => void;
};

/** Choose what to turn off, narrowest first. */
export function ControlMenu({ title, controls, onControl }: Props): JSX.Element {
  const translate = useTranslate();
  return (
    <ul>
      {controls.map((control) => (
        <li key={control}>
          <Button look="quiet" onClick={() => onControl(control)}>
            {control === 'mute'
              ? translate('cardMute', { title })
              : translate(cardControlKeys[control])}
          </Button>
        </li>
      ))}
    </ul>
  );
}
