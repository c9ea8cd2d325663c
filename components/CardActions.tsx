import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from './Button';
import { describeDone } from './card-labels';
import { CiteMenu } from './CiteMenu';
import { ControlMenu } from './ControlMenu';
import type { FactCardProps } from './fact-card-props';
import { useTranslate } from './translation';
import { useControl } from './use-control';
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
  const bar = useRef<HTMLDivElement>(null);
  const [openMenu, setOpenMenu] = useState<'cite' | 'more' | null>(null);
  const applied = useControl(props.onControl);
  const toggle = (menu: 'cite' | 'more'): void => setOpenMenu(openMenu === menu ? null : menu);
  // The menu unfolds above its button, where Tab would not find it.
  useEffect(() => {
    bar.current?.querySelector<HTMLElement>('.menu button')?.focus({ preventScroll: true });
  }, [openMenu]);
  const closeMenu = (): void => {
    bar.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
    setOpenMenu(null);
  };

  return (
    <div
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
            <ControlMenu
              title={props.card.abbreviation ?? props.card.title}
              controls={props.controls}
              onControl={(control) => {
                closeMenu();
                applied.apply(control);
              }}
            />
          )}
        </div>
      )}
      {applied.done !== null && (
        <p class="notice-bar" role="status">
          {describeDone(applied.done, { card: props.card, translate })}{' '}
          <Button look="quiet" onClick={applied.undo}>
            {translate('cardUndo')}
          </Button>
        </p>
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
    </div>
  );
}
