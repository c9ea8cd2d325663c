import { describe, expect, it, vi } from 'vitest';
import { ReadingList, type ListEntry, type ReadingListProps } from '@/components/ReadingList';
import { makeFact, makePack } from '@/tests/support/make-pack';
import { renderInPage } from '@/tests/support/render';

const pack = makePack();
const first: ListEntry = {
  packId: 'p',
  factId: 'a',
  found: { pack, fact: makeFact({ statement: 'First.' }) },
};
const second: ListEntry = {
  packId: 'p',
  factId: 'b',
  found: { pack, fact: makeFact({ statement: 'Second.' }) },
};
const missing: ListEntry = { packId: 'gone', factId: 'c', found: null };

const refuseCopying: ReadingListProps['onCopy'] = async () => ({ ok: false, text: 'The list' });

function makeProps(about: Partial<ReadingListProps> = {}): ReadingListProps {
  return {
    entries: [first, second, missing],
    styles: [
      { id: 'apa', label: 'APA 7', group: 'common' },
      { id: 'mla', label: 'MLA 9', group: 'common' },
    ],
    keepsAlways: false,
    onKeepAlways: () => {},
    onMove: () => {},
    onRemove: () => {},
    onCopy: async () => ({ ok: true }),
    onSave: () => {},
    onBack: () => {},
    ...about,
  };
}

describe('ReadingList', () => {
  it('moves and removes facts, each named in its buttons', async () => {
    const onMove = vi.fn<ReadingListProps['onMove']>();
    const onRemove = vi.fn<ReadingListProps['onRemove']>();
    const view = await renderInPage(<ReadingList {...makeProps({ onMove, onRemove })} />);
    expect(view.button('↑ Move up: First.').disabled).toBe(true);
    await view.act(() => view.button('↑ Move up: Second.').click());
    expect(onMove).toHaveBeenCalledWith(second, -1);
    await view.act(() => view.button('Take off the list: c').click());
    expect(onRemove).toHaveBeenCalledWith(missing);
    expect(view.root.textContent).toContain('a pack that is not installed');
  });

  it('copies and saves in the style that was chosen', async () => {
    const onCopy = vi.fn<ReadingListProps['onCopy']>(async () => ({ ok: true }));
    const onSave = vi.fn<ReadingListProps['onSave']>();
    const view = await renderInPage(<ReadingList {...makeProps({ onCopy, onSave })} />);
    const select = view.root.querySelector('select');
    await view.act(() => {
      if (select === null) throw new Error('There is no choice of styles');
      select.value = 'mla';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await view.act(() => view.button('Copy the whole list').click());
    expect(onCopy).toHaveBeenCalledWith('mla');
    await view.act(() => view.button('RIS: save as a file').click());
    expect(onSave).toHaveBeenCalledWith('ris', 'mla');
  });

  it('offers the text to copy by hand when copying is refused', async () => {
    const view = await renderInPage(<ReadingList {...makeProps({ onCopy: refuseCopying })} />);
    await view.act(() => view.button('Copy the whole list').click());
    expect(view.root.querySelector('textarea')?.value).toBe('The list');
  });

  it('has nothing to hand on while it is empty', async () => {
    const view = await renderInPage(<ReadingList {...makeProps({ entries: [] })} />);
    expect(view.buttons()).toEqual(['Back']);
  });
});
