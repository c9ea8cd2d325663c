import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './Button';
import { useTranslate } from './translation';
import { useAnnouncement } from './use-announcement';

/** Long enough to read and to reach, in milliseconds; the options page undoes all of it later too. */
const stayMs = 10_000;
/** Long enough to read a word. */
const shortStayMs = 4000;

type Props = {
  readonly text: string;
  /** Null when there is nothing to take back. */
  readonly onUndo: (() => void) | null;
  /** The reader closed it, or it was there long enough. */
  readonly onClose: () => void;
  /** Take focus on appearing: the reader came by keyboard, and the card that had it is gone. */
  readonly takesFocus: boolean;
};

/** Say what was done and offer to take it back; goes by itself, but not from under pointer or focus. */
export function UndoNotice({ text, onUndo, onClose, takesFocus }: Props): JSX.Element {
  const translate = useTranslate();
  const root = useRef<HTMLElement>(null);
  const [isHovered, setIsHovered] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const announced = useAnnouncement(text);
  useEffect(() => {
    if (isHovered || isFocused) return;
    const timer = setTimeout(onClose, onUndo === null ? shortStayMs : stayMs);
    return () => clearTimeout(timer);
  }, [isHovered, isFocused, onUndo, onClose]);
  useEffect(() => {
    if (takesFocus) root.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [takesFocus]);

  return (
    <section
      class="undo-notice"
      lang={translate.language}
      dir={translate.direction}
      ref={root}
      onPointerEnter={() => setIsHovered(true)}
      onPointerLeave={() => setIsHovered(false)}
      onFocusIn={() => setIsFocused(true)}
      onFocusOut={() => setIsFocused(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <p role="status">{announced}</p>
      {onUndo !== null && (
        <Button look="quiet" onClick={onUndo}>
          {translate('cardUndo')}
        </Button>
      )}
      <Button look="icon" icon="close" onClick={onClose}>
        {translate('cardClose')}
      </Button>
    </section>
  );
}
