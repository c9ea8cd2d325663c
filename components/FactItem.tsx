import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { getQuote, type Fact, type Pack } from '@/core/pack';
import { formatPartialDate } from '@/core/partial-date';
import { canGoStale, mayHaveChanged, measureAge, type Age } from '@/core/staleness';
import type { Translate } from '@/core/translate';
import { Button } from './Button';
import { factKindKeys } from './card-labels';
import { Icon } from './Icon';
import { useTranslate } from './translation';

type Props = {
  readonly fact: Fact;
  readonly pack: Pack;
  readonly today: string;
  readonly quoteUrl: string;
  readonly isCopied: boolean;
  /** Null when there is no way to cite. */
  readonly onCopy: (() => void) | null;
  readonly onShowQuote: () => void;
  readonly isListed: boolean;
  /** Null where facts may not be put on the reading list. */
  readonly onList: (() => void) | null;
};

/** Show one fact: the statement, who says so, as of when, and on demand the words that prove it. */
export function FactItem(props: Props): JSX.Element {
  const { fact, pack } = props;
  const translate = useTranslate();
  const quote = getQuote(fact, pack.source);
  const kindKey = factKindKeys[fact.kind];
  const quoteId = useId();
  const statementId = useId();
  const [showsQuote, setShowsQuote] = useState(false);
  const figure = useRef<HTMLElement>(null);
  useEffect(() => {
    if (showsQuote) figure.current?.scrollIntoView({ block: 'nearest' });
  }, [showsQuote]);

  return (
    <li class={`fact fact-${fact.kind}`}>
      <p class="fact-statement" id={statementId} lang={pack.language} dir="auto">
        {fact.statement}
      </p>
      <p class="fact-attribution">
        {kindKey !== null && <span class="fact-kind">{translate(kindKey)} </span>}
        <span class="fact-source" lang={pack.language} dir="auto">
          {fact.attribution.label}
        </span>
      </p>
      {canGoStale(fact.staleness) && <AsOfLine fact={fact} today={props.today} />}
      <div class="fact-actions" role="group" aria-labelledby={statementId}>
        <Button
          look="quiet"
          icon="quote"
          isExpanded={showsQuote}
          controls={quoteId}
          onClick={() => {
            if (!showsQuote) props.onShowQuote();
            setShowsQuote(!showsQuote);
          }}
        >
          {translate('factQuote')}
        </Button>
        {props.onCopy !== null && (
          <Button
            look="quiet"
            icon={props.isCopied ? 'check' : 'copy'}
            label={props.isCopied ? translate('copyDone') : translate('factCopyDescription')}
            onClick={props.onCopy}
          >
            {props.isCopied ? translate('copyDone') : translate('factCopy')}
          </Button>
        )}
        {props.onList !== null && (
          <Button
            look="quiet"
            icon={props.isListed ? 'check' : 'bookmark'}
            label={translate(props.isListed ? 'listTakeOff' : 'listAdd')}
            onClick={props.onList}
          >
            {translate(props.isListed ? 'listAdded' : 'listAdd')}
          </Button>
        )}
      </div>
      {showsQuote && (
        <figure class="quote" id={quoteId} ref={figure}>
          <figcaption>{translate('factQuoteHeading')}</figcaption>
          <blockquote
            class={/^["“«„]/u.test(quote) ? 'is-quoted' : undefined}
            lang={pack.source.language}
            dir="auto"
            cite={props.quoteUrl}
          >
            {quote}
          </blockquote>
          {fact.note !== undefined && (
            <p class="hint" lang={pack.language} dir="auto">
              {fact.note}
            </p>
          )}
          <a href={props.quoteUrl} target="_blank" rel="noopener noreferrer">
            {translate('factOpenAtSentence')} <Icon name="external" />
          </a>
        </figure>
      )}
    </li>
  );
}

function AsOfLine({ fact, today }: { fact: Fact; today: string }): JSX.Element {
  const translate = useTranslate();
  const age = measureAge(fact.asOf, today);
  const isOld = mayHaveChanged(fact, today);
  const parts = [
    translate('factAsOf', { date: formatPartialDate(fact.asOf, translate.language) }),
    ...(age === null ? [] : [writeAge(age, translate)]),
  ];
  return (
    <p class={isOld ? 'fact-as-of fact-as-of-old' : 'fact-as-of'}>
      {parts.join(' · ')}
      {isOld && (
        <>
          {' · '}
          <strong>{translate('factMayHaveChanged')}</strong>
        </>
      )}
    </p>
  );
}

function writeAge({ unit, count }: Age, translate: Translate): string {
  switch (unit) {
    case 'day':
      return count === 0 ? translate('ageToday') : translate('ageDays', { count });
    case 'month':
      return translate('ageMonths', { count });
    case 'year':
      return translate('ageYears', { count });
  }
}
