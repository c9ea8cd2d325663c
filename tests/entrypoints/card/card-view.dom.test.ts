import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { showCard, type CardViewProps } from '@/entrypoints/card/card-view';
import { makeCard, makePack, makePackFile } from '@/tests/support/pack-file';
import { makeTranslate } from '@/tests/support/make-translate';

it('announces a card that was made ready for one place and is shown at another', async () => {
  const pack = makePack();
  const { citations } = makePackFile({ pack });
  const frame = document.body.appendChild(document.createElement('div'));
  const show = (whenThere: CardViewProps['whenThere']) =>
    act(() =>
      showCard(frame, {
        contents: { pack, citations },
        card: makeCard(),
        nearbyCardIds: new Set(),
        surface: 'page',
        today: '2026-01-01',
        translate: makeTranslate(),
        isPinned: false,
        whenThere,
        onCopy: async () => ({ ok: true }),
        onPin: () => {},
        onClose: () => {},
        onControl: () => {},
      }),
    );
  await show(new Promise(() => {}));
  const status = frame.querySelector('[role=status]');
  expect(status?.textContent).toBe('');
  await show(null);
  expect(status?.textContent).toContain('General Assembly');
});
