import type { JSX } from 'preact';
import { Button } from './Button';

type Entry = {
  readonly key: string;
  readonly text: string;
  /** Names the entry in the label of its button, which is read without its surroundings. */
  readonly removeLabel: string;
};
type Props = {
  /** Id of the heading that names the list. */
  readonly labelledBy: string;
  readonly entries: readonly Entry[];
  readonly emptyText: string;
  readonly removeText: string;
  readonly onRemove: (key: string) => void;
};

/** A list whose entries the reader can take back one by one. */
export function RemovableList(props: Props): JSX.Element {
  if (props.entries.length === 0) return <p class="hint">{props.emptyText}</p>;
  return (
    <ul class="removable-list" aria-labelledby={props.labelledBy}>
      {props.entries.map(({ key, text, removeLabel }) => (
        <li key={key}>
          <span>{text}</span>
          <Button label={removeLabel} onClick={() => props.onRemove(key)}>
            {props.removeText}
          </Button>
        </li>
      ))}
    </ul>
  );
}
