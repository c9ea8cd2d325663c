import type { JSX } from 'preact';
import { rankFacts } from '@/core/fact-ranking';
import type { FoundCard } from '@/core/found-cards';
import { FactCard } from './FactCard';
import type { FinderProps } from './Finder';
import type { Choice } from './ResultList';
import { useTranslate } from './translation';

type Props = Pick<
  FinderProps,
  | 'today'
  | 'canCite'
  | 'citationStyles'
  | 'controls'
  | 'mentioned'
  | 'getQuoteUrl'
  | 'getListing'
  | 'onCopy'
  | 'onControl'
  | 'onReveal'
> & {
  readonly choice: Choice;
  readonly onOpen: (choice: Choice) => void;
  readonly onBack: () => void;
};

/** The card of a result, beginning with the facts that were found. */
export function FoundCardView(props: Props): JSX.Element {
  const translate = useTranslate();
  const { found, fact } = props.choice;
  const { pack, card } = found;
  const wanted = [...(fact === null ? [] : [fact]), ...found.facts.map((hit) => hit.fact)];
  const facts = [...new Set([...wanted, ...rankFacts(pack, card)])];
  const find = (cardId: string): FoundCard | undefined =>
    props.mentioned.find((other) => other.pack.id === pack.id && other.card.id === cardId);
  const mentionCount = find(card.id)?.mentionCount ?? 0;

  return (
    <>
      {mentionCount > 0 && (
        <p class="reveal">
          {translate('mentionsOnPage', { count: mentionCount })}{' '}
          <button type="button" class="link" onClick={() => void props.onReveal(found)}>
            {translate('mentionShowInPage')}
          </button>
        </p>
      )}
      <FactCard
        pack={pack}
        card={card}
        facts={facts}
        today={props.today}
        surface="panel"
        citationStyles={props.citationStyles.filter(({ id }) => props.canCite?.(pack, id) ?? true)}
        controls={props.controls}
        getQuoteUrl={(shown) => props.getQuoteUrl(pack, shown)}
        listing={props.getListing(pack)}
        onCopy={(request) => props.onCopy(pack, request)}
        onOpenCard={(cardId) => {
          const other = pack.cards.find(({ id }) => id === cardId);
          if (other === undefined) return;
          const unmentioned = { mentionCount: 0, matches: [], alias: null, facts: [] };
          props.onOpen({
            found: find(cardId) ?? { pack, card: other, ...unmentioned },
            fact: null,
          });
        }}
        onBack={props.onBack}
        isPinned={false}
        onPin={null}
        onClose={props.onBack}
        onControl={(control) => props.onControl(found, control)}
        takesFocus
      />
    </>
  );
}
