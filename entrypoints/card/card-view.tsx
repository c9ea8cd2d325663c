import { render, type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { FactCard } from '@/components/FactCard';
import type { CardControl, CopyResult } from '@/components/fact-card-props';
import { TranslateProvider } from '@/components/translation';
import { rankFacts } from '@/core/fact-ranking';
import { canFormat } from '@/core/citation/format-citation';
import { addTextDirective } from '@/core/citation/citation-context';
import { listCitationStyles } from '@/core/citation/citation-styles';
import type { CopyRequest } from '@/core/citation/copy-request';
import type { Card, Fact } from '@/core/pack';
import type { Translate } from '@/core/translate';
import { toFactListing } from '@/platform/fact-listing';
import type { PackContents } from './packs';
import { useReaderState } from './reader-state';

/** What a card shows and what it can set going. */
export type CardViewProps = {
  readonly contents: PackContents;
  readonly card: Card;
  /** Cards mentioned in the same block: facts that speak of them too come first. */
  readonly nearbyCardIds: ReadonlySet<string>;
  readonly surface: 'page' | 'sheet';
  readonly today: string;
  readonly translate: Translate;
  readonly isPinned: boolean;
  /** Null for a card that is there at once; else fulfilled when the one made ready comes into the page. */
  readonly whenThere: Promise<void> | null;
  readonly onCopy: (request: CopyRequest) => Promise<CopyResult>;
  readonly onPin: () => void;
  readonly onClose: () => void;
  readonly onControl: (control: CardControl, card: Card) => void;
};

/** Show a card in `frame`, or change the one shown there. */
export function showCard(frame: Element, props: CardViewProps): void {
  render(
    <TranslateProvider value={props.translate}>
      <CardStack key={props.card.id} {...props} />
    </TranslateProvider>,
    frame,
  );
}

/** Take what is shown out of `frame`. */
export function clearFrame(frame: Element): void {
  render(null, frame);
}

/** The card, and those opened from it with the way back. */
function CardStack(props: CardViewProps): JSX.Element {
  const { contents, surface, today, isPinned, onCopy, onPin, onClose } = props;
  const { pack, citations } = contents;
  const [stack, setStack] = useState<readonly Card[]>([props.card]);
  const card = stack.at(-1) ?? props.card;
  const reader = useReaderState();
  const { whenThere } = props;
  const [hasArrived, setHasArrived] = useState(false);
  useEffect(() => void whenThere?.then(() => setHasArrived(true)), [whenThere]);

  return (
    <FactCard
      pack={pack}
      card={card}
      facts={rankFacts(pack, card, props.nearbyCardIds)}
      today={today}
      surface={surface}
      citationStyles={listCitationStyles(reader?.options.lastStyleId).filter(({ id }) =>
        canFormat(id, citations),
      )}
      controls={['reject', 'mute', 'page-off', 'site-off', 'pause']}
      getQuoteUrl={({ id }: Fact) => {
        const directive = citations.textDirectives[id];
        return directive ? addTextDirective(pack.source.url, directive) : pack.source.url;
      }}
      listing={reader && toFactListing(reader.list, { options: reader.options, packId: pack.id })}
      onCopy={onCopy}
      onOpenCard={(cardId) => {
        const next = pack.cards.find(({ id }) => id === cardId);
        if (next) setStack([...stack, next]);
      }}
      onBack={stack.length > 1 ? () => setStack(stack.slice(0, -1)) : null}
      isPinned={isPinned}
      isThere={whenThere === null || hasArrived}
      onPin={surface === 'sheet' ? null : onPin}
      onClose={onClose}
      onControl={(control) => props.onControl(control, card)}
    />
  );
}
