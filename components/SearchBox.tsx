import type { JSX, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from './Icon';
import { toOptionId } from './ResultList';
import { useTranslate } from './translation';

type Props = {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly listId: string;
  readonly choiceCount: number;
  readonly activeIndex: number;
  readonly onQuery: (query: string) => void;
  readonly onActivate: (index: number) => void;
  readonly onOpen: () => void;
  /** Copy a citation of the active choice. */
  readonly onCopy: () => void;
  readonly onClose: () => void;
};

/** The input of a combobox (WAI-ARIA 1.2): arrows move through the list while focus stays here. */
export function SearchBox(props: Props): JSX.Element {
  const translate = useTranslate();
  const { inputRef, query, choiceCount, activeIndex } = props;
  useEffect(() => inputRef.current?.focus(), [inputRef]);

  const move = (step: 1 | -1): void => {
    if (choiceCount === 0) return;
    const from = activeIndex === -1 && step === -1 ? choiceCount : activeIndex;
    props.onActivate((from + step + choiceCount) % choiceCount);
  };

  /** Returns whether the key was meant for the list. */
  const handleKey = (event: KeyboardEvent & { currentTarget: HTMLInputElement }): boolean => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    switch (event.key) {
      case 'ArrowDown':
        move(1);
        return true;
      case 'ArrowUp':
        move(-1);
        return true;
      case 'Enter':
        props.onOpen();
        return true;
      case 'Escape':
        if (query === '') props.onClose();
        else props.onQuery('');
        return true;
      case 'c':
        // With a selection in the box, Ctrl+C copies that, as everywhere.
        if (!(event.ctrlKey || event.metaKey) || selectionStart !== selectionEnd) return false;
        props.onCopy();
        return true;
      default:
        return false;
    }
  };

  return (
    <div class="search-box">
      <Icon name="search" />
      <input
        type="text"
        role="combobox"
        class="search-input"
        aria-label={translate('searchLabel')}
        placeholder={translate('searchPlaceholder')}
        aria-autocomplete="list"
        aria-expanded={choiceCount > 0}
        aria-controls={props.listId}
        aria-activedescendant={
          activeIndex === -1 ? undefined : toOptionId(props.listId, activeIndex)
        }
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        enterKeyHint="search"
        dir="auto"
        value={query}
        ref={inputRef}
        onInput={(event) => props.onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!event.isComposing && handleKey(event)) event.preventDefault();
        }}
      />
    </div>
  );
}
