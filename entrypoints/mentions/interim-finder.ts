import pack from '@/data/compiled/belarus-ilo-2025/pack.json';
import type { PageSession } from './scanner';

export function openSession(): PageSession {
  let count = 0;
  const names = pack.cards.flatMap((card) =>
    [card.title, 'abbreviation' in card ? card.abbreviation : undefined].flatMap((form) =>
      form ? [{ form: form as string, cardId: card.id }] : [],
    ),
  );
  return {
    addBlocks: (blocks) =>
      blocks.flatMap((block) => {
        const blockIndex = count++;
        const mentions = names.flatMap(({ form, cardId }) => {
          const start = block.text.indexOf(form);
          return start < 0 ? [] : [{ packId: pack.id, cardId, start, end: start + form.length }];
        });
        return mentions.length > 0 ? [{ blockIndex, mentions }] : [];
      }),
  };
}
