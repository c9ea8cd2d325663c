import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

type Choice<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
};
type Props<Value extends string> = {
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** A choice of one among few, all in sight. */
export function RadioGroup<Value extends string>(props: Props<Value>): JSX.Element {
  const id = useId();
  return (
    <fieldset class="radio-group">
      <legend>{props.legend}</legend>
      {props.choices.map(({ value, label, description }) => (
        <div class="radio" key={value}>
          <input
            type="radio"
            id={`${id}-${value}`}
            name={id}
            checked={value === props.value}
            aria-describedby={description === undefined ? undefined : `${id}-${value}-description`}
            onChange={() => props.onChange(value)}
          />
          <label for={`${id}-${value}`}>{label}</label>
          {description !== undefined && (
            <p class="hint" id={`${id}-${value}-description`}>
              {description}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
