import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FoundCard } from '@/core/found-cards';
import { useTranslate } from './translation';

/** A mention as the page script reports it. */
export type ListedMention = {
  readonly id: string;
  readonly packId: string;
  readonly cardId: string;
  /** The words as the page writes them. */
  readonly text: string;
  /** Nearest heading above; null when there is none. */
  readonly heading: string | null;
};

type Props = {
  readonly mentions: readonly ListedMention[];
  /** The cards they are mentions of. */
  readonly cards: readonly FoundCard[];
  /** The mention the reader is at in the page; the list scrolls along with it. */
  readonly currentId: string | null;
  readonly onChoose: (mention: ListedMention, found: FoundCard) => void;
};

/** Every mention of the page in reading order under its headings: the marks, for those who list. */
export function MentionList({ mentions, cards, currentId, onChoose }: Props): JSX.Element {
  const translate = useTranslate();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  return (
    <nav class="mention-list" aria-label={translate('searchOnThisPage')} ref={list}>
      {groupByHeading(mentions).map(({ heading, members }) => (
        <section key={members[0]?.id}>
          {heading !== null && (
            <h2 class="card-heading" dir="auto">
              {heading}
            </h2>
          )}
          <ul>
            {members.map((mention) => {
              const found = cards.find(
                ({ pack, card }) => pack.id === mention.packId && card.id === mention.cardId,
              );
              if (found === undefined) return null;
              return (
                <li key={mention.id}>
                  <button
                    type="button"
                    class="mention"
                    aria-current={mention.id === currentId ? 'location' : undefined}
                    onClick={() => onChoose(mention, found)}
                  >
                    <span class="mention-text" dir="auto">
                      {mention.text}
                    </span>{' '}
                    {mention.text !== found.card.title && (
                      <span class="mention-card" lang={found.pack.language} dir="auto">
                        {found.card.title}
                      </span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}

type Group = { readonly heading: string | null; readonly members: ListedMention[] };

function groupByHeading(mentions: readonly ListedMention[]): Group[] {
  const groups: Group[] = [];
  for (const mention of mentions) {
    const last = groups.at(-1);
    if (last !== undefined && last.heading === mention.heading) last.members.push(mention);
    else groups.push({ heading: mention.heading, members: [mention] });
  }
  return groups;
}
