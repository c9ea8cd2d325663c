import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { findRelatedCards } from '@/core/fact-ranking';
import { CardActions } from './CardActions';
import { cardTypeKeys } from './card-labels';
import { CopyFeedback } from './CopyFeedback';
import type { FactCardProps } from './fact-card-props';
import { FactList } from './FactList';
import { Button } from './Button';
import { Timeline } from './Timeline';
import { useTranslate } from './translation';
import { useAnnouncement } from './use-announcement';
import { useCopy } from './use-copy';

/**
 * Show what a card knows: who says what, as of when, in which words.
 * On `page` and `sheet` it is a non-modal dialog; focus it through `[role=dialog]`. Escape closes
 * the innermost open thing and is marked as handled (`preventDefault`) so that the host can tell.
 */
export function FactCard(props: FactCardProps): JSX.Element {
  const translate = useTranslate();
  const titleId = useId();
  const rootRef = useRef<HTMLElement>(null);
  const { card, facts, surface } = props;
  const announcement = useAnnouncement(
    props.isThere === false
      ? null
      : translate('cardAnnouncement', {
          title: card.abbreviation ?? card.title,
          facts: translate('factCount', { count: facts.length }),
        }),
  );
  useFocus(rootRef, { cardId: card.id, takesFocus: props.takesFocus === true });

  return (
    <section
      class={`card card-${surface}`}
      role={surface === 'panel' ? 'region' : 'dialog'}
      aria-labelledby={titleId}
      tabIndex={-1}
      lang={translate.language}
      dir={translate.direction}
      ref={rootRef}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        props.onClose();
      }}
    >
      <p class="visually-hidden" role="status">
        {announcement}
      </p>
      <CardBody key={card.id} {...props} titleId={titleId} />
    </section>
  );
}

function CardBody(props: FactCardProps & { readonly titleId: string }): JSX.Element {
  const translate = useTranslate();
  const { pack, card, facts } = props;
  const [citedFactId, setCitedFactId] = useState(facts[0]?.id ?? null);
  const copying = useCopy(props.onCopy);
  const related = findRelatedCards(pack, card);

  return (
    <>
      <div class="card-content">
        <div class="card-header">
          {props.onBack !== null && (
            <Button look="quiet" icon="back" onClick={props.onBack}>
              {translate('cardBack')}
            </Button>
          )}
          <h2 class="card-title" id={props.titleId} lang={pack.language} dir="auto">
            {card.title}
            {card.abbreviation !== undefined && (
              <>
                {' '}
                <span class="card-abbreviation">{card.abbreviation}</span>
              </>
            )}
          </h2>
          <p class="card-type">{translate(cardTypeKeys[card.type])}</p>
        </div>
        <p class="card-summary" lang={pack.language} dir="auto">
          {card.summary}
        </p>
        <FactList
          {...props}
          copiedRequest={copying.copiedRequest}
          onCopy={(request) => {
            setCitedFactId(request.factId);
            copying.copy(request);
          }}
          onShowQuote={setCitedFactId}
        />
        <Timeline facts={facts} packLanguage={pack.language} />
        {related.length > 0 && (
          <nav class="related" aria-label={translate('cardRelated')}>
            <h3 class="card-heading">{translate('cardRelated')}</h3>
            <ul>
              {related.map((other) => (
                <li key={other.id}>
                  <Button look="quiet" onClick={() => props.onOpenCard(other.id)}>
                    <span lang={pack.language}>{other.abbreviation ?? other.title}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      <CardActions {...props} citedFactId={citedFactId} copying={copying} />
      <CopyFeedback copying={copying} />
    </>
  );
}

/**
 * Focus the card when it appears, if it is to; and when a related card takes its place, since the
 * button that opened it is gone.
 */
function useFocus(
  root: { readonly current: HTMLElement | null },
  { cardId, takesFocus }: { cardId: string; takesFocus: boolean },
): void {
  const shownCardId = useRef(takesFocus ? null : cardId);
  useEffect(() => {
    if (shownCardId.current === cardId) return;
    shownCardId.current = cardId;
    root.current?.querySelector('.card-content')?.scrollTo(0, 0);
    root.current?.focus({ preventScroll: true });
  }, [root, cardId]);
}
