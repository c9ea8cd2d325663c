import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Button } from './Button';
import type { CopyRequest } from '@/core/citation/copy-request';
import type { FactCardProps } from './fact-card-props';
import { FactItem } from './FactItem';
import { useTranslate } from './translation';

/** Facts in sight before "show all". */
const firstFacts = 3;

type Props = Pick<
  FactCardProps,
  'pack' | 'facts' | 'today' | 'citationStyles' | 'getQuoteUrl' | 'listing'
> & {
  readonly copiedRequest: CopyRequest | null;
  readonly onCopy: (request: CopyRequest) => void;
  readonly onShowQuote: (factId: string) => void;
};

/** List the facts of a card, the first three at once and the others on demand. */
export function FactList(props: Props): JSX.Element {
  const translate = useTranslate();
  const listId = useId();
  const [showsAll, setShowsAll] = useState(false);
  const { facts, citationStyles } = props;
  const quoteStyleId = citationStyles.find(({ id }) => id === 'quote')?.id;
  const hasMore = facts.length > firstFacts;

  return (
    <section class="facts" aria-label={translate('cardFacts')}>
      <ol class="fact-list" id={listId}>
        {facts.slice(0, showsAll ? facts.length : firstFacts).map((fact) => (
          <FactItem
            key={fact.id}
            fact={fact}
            pack={props.pack}
            today={props.today}
            quoteUrl={props.getQuoteUrl(fact)}
            isCopied={
              props.copiedRequest?.factId === fact.id &&
              props.copiedRequest.styleId === quoteStyleId
            }
            onShowQuote={() => props.onShowQuote(fact.id)}
            isListed={props.listing?.isListed(fact.id) ?? false}
            onList={props.listing ? () => props.listing?.onToggle(fact.id) : null}
            onCopy={
              quoteStyleId === undefined
                ? null
                : () => props.onCopy({ styleId: quoteStyleId, factId: fact.id })
            }
          />
        ))}
      </ol>
      {hasMore && (
        <Button
          look="quiet"
          isExpanded={showsAll}
          controls={listId}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll
            ? translate('cardShowFewerFacts')
            : translate('cardShowAllFacts', { count: facts.length })}
        </Button>
      )}
      <p class="hint">{translate('cardParaphraseNote')}</p>
    </section>
  );
}
