import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './Icon';

type Props = {
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  readonly icon?: IconName;
  /** `quiet` has no frame; `icon` shows the icon alone and keeps the label for assistive technology. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'icon';
  readonly isDisabled?: boolean;
  /** For toggles and disclosures. */
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
  readonly controls?: string;
  /** Says more than the visible text; must begin with it. */
  readonly label?: string;
};

/** A button, at least 24 px in each direction. */
export function Button(props: Props): JSX.Element {
  const { children, icon, look = 'plain' } = props;
  const isIconOnly = look === 'icon';
  return (
    <button
      type="button"
      class={`button button-${look}`}
      disabled={props.isDisabled}
      aria-pressed={props.isPressed}
      aria-expanded={props.isExpanded}
      aria-controls={props.isExpanded === true ? props.controls : undefined}
      aria-label={props.label}
      title={isIconOnly && typeof children === 'string' ? children : undefined}
      onClick={props.onClick}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span class={isIconOnly ? 'visually-hidden' : undefined}>{children}</span>
    </button>
  );
}
