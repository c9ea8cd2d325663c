import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FoundCard } from '@/core/found-cards';
import type { Fact } from '@/core/pack';
import { cardTypeKeys } from './card-labels';
import { Highlighted } from './Highlighted';
import { useTranslate } from './translation';

/** Something in a result list that can be opened: a card, or a fact of it. */
export type Choice = { readonly found: FoundCard; readonly fact: Fact | null };

type Props = {
  readonly id: string;
  readonly label: string;
  readonly results: readonly FoundCard[];
  /** Index into `listChoices(results)`; -1 for none. */
  readonly activeIndex: number;
  readonly onChoose: (choice: Choice) => void;
};

/** List what can be chosen in the order in which it is shown. */
export function listChoices(results: readonly FoundCard[]): Choice[] {
  return results.flatMap((found) => [
    { found, fact: null },
    ...found.facts.map(({ fact }) => ({ found, fact })),
  ]);
}

/** Get the id of the option at `index`, for `aria-activedescendant`. */
export function toOptionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The list of a combobox: cards with the facts found under them. Focus stays in the search box. */
export function ResultList(props: Props): JSX.Element {
  const translate = useTranslate();
  const { id, results, activeIndex } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [activeIndex, results]);

  let index = -1;
  const renderOption = (choice: Choice, content: ComponentChildren): JSX.Element => {
    index += 1;
    return (
      // The search box handles the keys of this list, as the combobox pattern asks.
      <div
        key={toOptionId(id, index)}
        class={choice.fact === null ? 'option option-card' : 'option option-fact'}
        role="option"
        id={toOptionId(id, index)}
        aria-selected={index === activeIndex}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => props.onChoose(choice)}
      >
        {content}
      </div>
    );
  };

  return (
    <div class="result-list" role="listbox" id={id} aria-label={props.label} ref={list}>
      {results.map((found) => (
        <div role="group" aria-label={found.card.title} key={`${found.pack.id}/${found.card.id}`}>
          {renderOption(
            { found, fact: null },
            <>
              <span class="option-title" lang={found.pack.language} dir="auto">
                <Highlighted text={found.card.title} matches={found.matches} />
                {found.card.abbreviation !== undefined && (
                  <span class="card-abbreviation"> {found.card.abbreviation}</span>
                )}
              </span>
              {found.alias !== null && (
                <span class="option-alias" dir="auto">
                  {found.alias}
                </span>
              )}
              <span class="option-meta">
                <span class="card-type">{translate(cardTypeKeys[found.card.type])}</span>
                {found.mentionCount > 0 && (
                  <span class="on-page">
                    {translate('mentionsOnPage', { count: found.mentionCount })}
                  </span>
                )}
              </span>
            </>,
          )}
          {found.facts.map(({ fact, matches }) =>
            renderOption(
              { found, fact },
              <span lang={found.pack.language} dir="auto">
                <Highlighted text={fact.statement} matches={matches} />
              </span>,
            ),
          )}
        </div>
      ))}
    </div>
  );
}
