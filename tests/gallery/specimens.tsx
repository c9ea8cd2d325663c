import type { JSX } from 'preact';
import { Button } from '@/components/Button';
import { FactCard } from '@/components/FactCard';
import { cardControls, type FactCardProps } from '@/components/fact-card-props';
import { RadioGroup } from '@/components/RadioGroup';
import { Switch } from '@/components/Switch';
import { listCitationStyles } from '@/core/citation/citation-styles';
import { rankFacts } from '@/core/fact-ranking';
import type { Pack } from '@/core/pack';
import compiledPack from '@/data/compiled/belarus-ilo-2025/pack.json';

export type Specimen = {
  readonly name: string;
  readonly element: JSX.Element;
  readonly isWide?: boolean;
  /** Buttons to press, by their text, in this order. */
  readonly pressed?: readonly string[];
};

const pack = compiledPack as unknown as Pack;

function showCard(cardId: string, about: Partial<FactCardProps> = {}): JSX.Element {
  const card = pack.cards.find(({ id }) => id === cardId);
  if (card === undefined) throw new Error(`The pack holds no card "${cardId}"`);
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

function ignore(): void {}

export const specimens: readonly Specimen[] = [
  { name: 'card', element: showCard('bkdp') },
  { name: 'card-quote', element: showCard('imprisoned-trade-unionists'), pressed: ['Quote'] },
  { name: 'card-timeline', element: showCard('belarus'), pressed: ['Show as a list'] },
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
  { name: 'card-sheet', element: showCard('ilo', { surface: 'sheet' }) },
  { name: 'card-panel', element: showCard('ilo', { surface: 'panel', onPin: null }) },
  {
    name: 'buttons',
    element: (
      <div class="button-row">
        <Button look="primary" onClick={ignore}>
          Primary
        </Button>
        <Button onClick={ignore}>Plain</Button>
        <Button look="quiet" icon="copy" onClick={ignore}>
          Quiet
        </Button>
        <Button look="icon" icon="close" onClick={ignore}>
          Close
        </Button>
        <Button isDisabled onClick={ignore}>
          Disabled
        </Button>
        <Button isPressed onClick={ignore}>
          Pressed
        </Button>
      </div>
    ),
  },
  {
    name: 'switches',
    element: (
      <>
        <Switch label="On" isOn onChange={ignore} description="What this does." />
        <Switch label="Off" isOn={false} onChange={ignore} />
        <Switch label="Cannot be changed" isOn isDisabled onChange={ignore} />
      </>
    ),
  },
  {
    name: 'radio-group',
    element: (
      <RadioGroup
        legend="Which mentions are marked"
        value="first"
        choices={[
          { value: 'every', label: 'Every one' },
          { value: 'first', label: 'The first in each section', description: 'The default.' },
        ]}
        onChange={ignore}
      />
    ),
  },
];
