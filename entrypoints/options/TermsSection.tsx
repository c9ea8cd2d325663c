import type { JSX } from 'preact';
import { RemovableList } from '@/components/RemovableList';
import { useTranslate } from '@/components/translation';
import type { Options, RejectedMention } from '@/core/options';

type Props = {
  readonly options: Options;
  /** Get the title of a card from its key ("packId/cardId"), or the key when no pack knows it. */
  readonly nameCard: (key: string) => string;
  readonly onUnmute: (card: string) => void;
  readonly onAccept: (rejected: RejectedMention) => void;
};

/** Terms the reader does not want marked, each of which can be taken back. */
export function TermsSection(props: Props): JSX.Element {
  const translate = useTranslate();
  const { mutedCards, rejectedMentions } = props.options;
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{translate('settingsTerms')}</h2>
      <h3 id="muted">{translate('mutedCards')}</h3>
      <RemovableList
        labelledBy="muted"
        entries={mutedCards.map((card) => ({
          key: card,
          text: props.nameCard(card),
          removeLabel: translate('markAgainNamed', { name: props.nameCard(card) }),
        }))}
        emptyText={translate('mutedCardsEmpty')}
        removeText={translate('markAgain')}
        onRemove={props.onUnmute}
      />
      <h3 id="rejected">{translate('rejectedMentions')}</h3>
      <RemovableList
        labelledBy="rejected"
        entries={rejectedMentions.map(({ card, text }, index) => ({
          key: String(index),
          text: translate('rejectedMention', { card: props.nameCard(card), text }),
          removeLabel: translate('markAgainNamed', { name: text }),
        }))}
        emptyText={translate('rejectedMentionsEmpty')}
        removeText={translate('markAgain')}
        onRemove={(key) => {
          const rejected = rejectedMentions[Number(key)];
          if (rejected !== undefined) props.onAccept(rejected);
        }}
      />
    </section>
  );
}
