import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Button } from './Button';
import { cardControlKeys } from './card-labels';
import type { CardControl, FactCardProps } from './fact-card-props';
import { useTranslate } from './translation';
import type { Copying } from './use-copy';

type Props = Pick<
  FactCardProps,
  | 'pack'
  | 'card'
  | 'facts'
  | 'surface'
  | 'citationStyles'
  | 'controls'
  | 'isPinned'
  | 'onPin'
  | 'onClose'
  | 'onControl'
> & {
  /** The fact last read or copied, which a citation points to. */
  readonly citedFactId: string | null;
  readonly copying: Copying;
};

/** The bar under a card: cite, pin, turn off, close. Menus unfold in place, above the bar. */
export function CardActions(props: Props): JSX.Element {
  const translate = useTranslate();
  const menuId = useId();
  const bar = useRef<HTMLElement>(null);
  const [openMenu, setOpenMenu] = useState<'cite' | 'more' | null>(null);
  const toggle = (menu: 'cite' | 'more'): void => setOpenMenu(openMenu === menu ? null : menu);
  const closeMenu = (): void => {
    bar.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
    setOpenMenu(null);
  };

  return (
    <footer
      class="card-actions"
      ref={bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || openMenu === null) return;
        event.preventDefault();
        closeMenu();
      }}
    >
      {openMenu !== null && (
        <div class="menu" id={menuId}>
          {openMenu === 'cite' ? (
            <CiteMenu {...props} />
          ) : (
            <ControlMenu {...props} onDone={closeMenu} />
          )}
        </div>
      )}
      <div class="action-bar">
        {props.citationStyles.length > 0 && (
          <Button
            look="quiet"
            icon="chevron"
            isExpanded={openMenu === 'cite'}
            controls={menuId}
            onClick={() => toggle('cite')}
          >
            {translate('cardCite')}
          </Button>
        )}
        {props.onPin !== null && (
          <Button look="quiet" icon="pin" isPressed={props.isPinned} onClick={props.onPin}>
            {translate('cardPin')}
          </Button>
        )}
        {props.controls.length > 0 && (
          <Button
            look="quiet"
            icon="more"
            isExpanded={openMenu === 'more'}
            controls={menuId}
            onClick={() => toggle('more')}
          >
            {translate('cardMore')}
          </Button>
        )}
        {props.surface !== 'panel' && (
          <Button look="icon" icon="close" onClick={props.onClose}>
            {translate('cardClose')}
          </Button>
        )}
      </div>
    </footer>
  );
}

function CiteMenu(props: Props): JSX.Element {
  const translate = useTranslate();
  const { citedFactId, copying } = props;
  const fact = props.facts.find(({ id }) => id === citedFactId);
  return (
    <>
      <p class="menu-title" lang={props.pack.language}>
        {translate('cardCiteFact', { statement: fact?.statement ?? props.pack.source.title })}
      </p>
      <ul>
        {props.citationStyles.map(({ id, label }) => (
          <li key={id}>
            <Button
              look="quiet"
              icon={copying.copiedRequest?.styleId === id ? 'check' : 'copy'}
              onClick={() => copying.copy({ styleId: id, factId: citedFactId })}
            >
              {label}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function ControlMenu(props: Props & { onDone: () => void }): JSX.Element {
  const translate = useTranslate();
  const { card, onControl, onDone } = props;
  const label = (control: CardControl): string => {
    if (control === 'mute')
      return translate('cardMute', { title: card.abbreviation ?? card.title });
    return translate(cardControlKeys[control]);
  };
  return (
    <ul>
      {props.controls.map((control) => (
        <li key={control}>
          <Button
            look="quiet"
            onClick={() => {
              onDone();
              onControl(control);
            }}
          >
            {label(control)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
