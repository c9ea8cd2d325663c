import type { JSX } from 'preact';
import { FactCard } from '@/components/FactCard';
import type { FactCardProps } from '@/components/fact-card-props';
import { cardControls } from '@/core/card-control';
import { listCitationStyles } from '@/core/citation/citation-styles';
import { rankFacts } from '@/core/fact-ranking';
import { controlSpecimens } from './control-specimens';
import { finderSpecimens } from './finder-specimens';
import { getCard, ignore, pack } from './pack';
import type { Specimen } from './specimen';

function showCard(cardId: string, about: Partial<FactCardProps> = {}): JSX.Element {
  const card = getCard(cardId);
  return (
    <FactCard
      pack={pack}
      card={card}
      facts={rankFacts(pack, card)}
      today="2026-11-23"
      surface="page"
      citationStyles={listCitationStyles()}
      controls={cardControls}
      getQuoteUrl={() => pack.source.url}
      onCopy={async () => ({ ok: true })}
      onOpenCard={ignore}
      onBack={null}
      isPinned={false}
      onPin={ignore}
      onClose={ignore}
      onControl={async () => ignore}
      {...about}
    />
  );
}

export const specimens: readonly Specimen[] = [
  { name: 'card', element: showCard('bkdp') },
  { name: 'card-quote', element: showCard('imprisoned-trade-unionists'), pressed: ['Quote'] },
  {
    name: 'card-timeline',
    element: showCard('belarus', { surface: 'panel' }),
    pressed: ['Show as a list'],
  },
  { name: 'card-person', element: showCard('aliaksandr-yarashuk', { onBack: ignore }) },
  { name: 'card-one-fact', element: showCard('un-experts') },
  { name: 'card-cite', element: showCard('article-33'), pressed: ['Cite'] },
  { name: 'card-controls', element: showCard('article-33'), pressed: ['More'] },
  { name: 'card-copied', element: showCard('viasna', { isPinned: true }), pressed: ['Copy'] },
  {
    name: 'card-copy-refused',
    element: showCard('fidh', {
      onCopy: async () => ({ ok: false, text: `“Quote” (${pack.source.title})` }),
    }),
    pressed: ['Copy'],
  },
  { name: 'card-undo', element: showCard('bkdp'), pressed: ['More', 'Off on this page'] },
  { name: 'card-sheet', element: showCard('ilo', { surface: 'sheet' }) },
  { name: 'card-panel', element: showCard('ilo', { surface: 'panel', onPin: null }) },
  ...finderSpecimens,
  ...controlSpecimens,
];
