import type { Card, Pack } from '@/core/pack';
import compiledPack from '@/data/compiled/belarus-ilo-2025/pack.json';

/** The bundled pack: specimens show real facts, as long and as awkward as they are. */
export const pack = compiledPack as unknown as Pack;

/** Get a card of the bundled pack; throws when there is none of that id. */
export function getCard(id: string): Card {
  const card = pack.cards.find((candidate) => candidate.id === id);
  if (card === undefined) throw new Error(`The pack holds no card "${id}"`);
  return card;
}

export function ignore(): void {}
