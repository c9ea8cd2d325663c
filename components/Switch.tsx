import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

type Props = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly description?: string;
  readonly isDisabled?: boolean;
};

/** A setting that takes effect at once. */
export function Switch(props: Props): JSX.Element {
  const id = useId();
  return (
    <div class="switch">
      <input
        type="checkbox"
        role="switch"
        id={id}
        checked={props.isOn}
        disabled={props.isDisabled}
        aria-describedby={props.description === undefined ? undefined : `${id}-description`}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id}>{props.label}</label>
      {props.description !== undefined && (
        <p class="hint" id={`${id}-description`}>
          {props.description}
        </p>
      )}
    </div>
  );
}
