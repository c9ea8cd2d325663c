import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Fact, Pack } from '@/core/pack';
import { Button } from './Button';
import type { StyleChoice } from './fact-card-props';
import { useTranslate } from './translation';
import type { Copying } from './use-copy';

type Props = {
  readonly pack: Pack;
  readonly facts: readonly Fact[];
  readonly citationStyles: readonly StyleChoice[];
  /** The fact that is cited; null cites the source as a whole. */
  readonly citedFactId: string | null;
  readonly copying: Copying;
};

/** Choose the style in which a citation is copied. */
export function CiteMenu(props: Props): JSX.Element {
  const translate = useTranslate();
  const [showsMore, setShowsMore] = useState(false);
  const { citedFactId, citationStyles, copying } = props;
  const fact = props.facts.find(({ id }) => id === citedFactId);
  const hasMore = citationStyles.some(({ group }) => group === 'more');
  return (
    <>
      <p class="menu-title">
        {translate('cardCiteFact')}{' '}
        <span lang={props.pack.language}>{fact?.statement ?? props.pack.source.title}</span>
      </p>
      <ul class="menu-styles">
        {citationStyles
          .filter(({ group }) => showsMore || group === 'common')
          .map(({ id, label }) => (
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
      {hasMore && !showsMore && (
        <Button look="quiet" icon="more" onClick={() => setShowsMore(true)}>
          {translate('cardMoreStyles')}
        </Button>
      )}
    </>
  );
}
