import { describe, expect, it, vi } from 'vitest';
import { Finder, type FinderProps } from '@/components/Finder';
import type { FoundCard } from '@/core/found-cards';
import { makeCard, makeFact, makePack } from '../support/make-pack';
import { renderInPage, type Rendered } from '../support/render';

const fact = makeFact({ id: 'f1', statement: 'The BKDP was liquidated.' });
const bkdp = makeCard();
const ilo = makeCard({ id: 'ilo', title: 'International Labour Organization' });
const pack = makePack({ cards: [bkdp, ilo], facts: [fact] });
const find = (card: typeof bkdp, about: Partial<FoundCard> = {}): FoundCard => ({
  pack,
  card,
  mentionCount: 0,
  matches: [],
  alias: null,
  facts: [],
  ...about,
});

function makeProps(about: Partial<FinderProps> = {}): FinderProps {
  return {
    today: '2026-11-23',
    citationStyles: [{ id: 'quote', label: 'Quote', group: 'common' }],
    controls: ['mute'],
    initialQuery: '',
    search: (query) => ({
      cards: query === 'nobody' ? [] : [find(bkdp, { facts: [{ fact, matches: [] }] }), find(ilo)],
      isBestAFact: query.startsWith('who'),
      areGuesses: query === 'nobody' || query === 'zzz',
    }),
    examples: ['Article 33'],
    pageStatus: 'mentions',
    mentioned: [find(ilo, { mentionCount: 3 })],
    getListing: () => null,
    getQuoteUrl: () => 'https://example.org/',
    onCopy: async () => ({ ok: true }),
    onControl: async () => null,
    onReveal: () => Promise.resolve(false),
    onRead: () => {},
    onClose: () => {},
    footer: null,
    ...about,
  };
}

function getBox(view: Rendered): HTMLInputElement {
  const box = view.root.querySelector<HTMLInputElement>('[role=combobox]');
  if (box === null) throw new Error('There is no search box');
  return box;
}

async function type(view: Rendered, text: string): Promise<void> {
  await view.act(() => {
    getBox(view).value = text;
    getBox(view).dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

/** The option that the box points assistive technology to, as text; null for none. */
function readActive(view: Rendered): string | null {
  const id = getBox(view).getAttribute('aria-activedescendant');
  const option = id === null ? null : view.root.querySelector(`[id="${id}"]`);
  expect(option?.getAttribute('aria-selected') ?? 'true').toBe('true');
  return option?.textContent ?? null;
}

describe('Finder', () => {
  it('starts in the search box with the cards of this page below', async () => {
    const view = await renderInPage(<Finder {...makeProps()} />);
    expect(document.activeElement).toBe(getBox(view));
    expect(readActive(view)).toBeNull();
    expect(view.root.querySelector('[role=listbox]')?.getAttribute('aria-label')).toBe(
      'On this page',
    );
    expect(view.root.querySelector('[role=option]')?.textContent).toContain('3 on this page');
  });

  it('walks the results with the arrow keys, round both ends, without moving focus', async () => {
    const view = await renderInPage(<Finder {...makeProps()} />);
    await type(view, 'b');
    const seen = [readActive(view)];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp']) {
      await view.press(key);
      seen.push(readActive(view));
    }
    const names = seen.map((text) => text?.slice(0, 12));
    expect(names).toEqual([
      'Belarusian C',
      'The BKDP was',
      'Internationa',
      'Belarusian C',
      'Internationa',
    ]);
    expect(document.activeElement).toBe(getBox(view));
  });

  it('begins with the fact when that is the best answer', async () => {
    const view = await renderInPage(<Finder {...makeProps()} />);
    await type(view, 'who was liquidated');
    expect(readActive(view)).toBe('The BKDP was liquidated.');
  });

  it('opens a card with Enter and comes back to the same query with Escape', async () => {
    const view = await renderInPage(<Finder {...makeProps()} />);
    await type(view, 'b');
    await view.press('Enter');
    expect(view.root.querySelector('.card h2')?.textContent).toContain('Belarusian Congress');
    expect(document.activeElement).toBe(view.root.querySelector('.card'));
    await view.press('Escape');
    expect(getBox(view).value).toBe('b');
    expect(document.activeElement).toBe(getBox(view));
  });

  it('clears the box with Escape first, then closes', async () => {
    const onClose = vi.fn<() => void>();
    const view = await renderInPage(<Finder {...makeProps({ onClose })} />);
    await type(view, 'b');
    await view.press('Escape');
    expect(getBox(view).value).toBe('');
    expect(onClose).not.toHaveBeenCalled();
    await view.press('Escape');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('copies a citation of the active result with Ctrl+C', async () => {
    const onCopy = vi.fn<FinderProps['onCopy']>(async () => ({ ok: true }));
    const view = await renderInPage(<Finder {...makeProps({ onCopy })} />);
    await type(view, 'b');
    await view.press('ArrowDown');
    await view.act(() =>
      getBox(view).dispatchEvent(
        new KeyboardEvent('keydown', { key: 'c', ctrlKey: true, bubbles: true, cancelable: true }),
      ),
    );
    expect(onCopy).toHaveBeenCalledWith(pack, { styleId: 'quote', factId: 'f1' });
    expect(view.root.textContent).toContain('Copied');
  });

  it('says what it did not find and what to try', async () => {
    const view = await renderInPage(<Finder {...makeProps()} />);
    await type(view, 'nobody');
    expect(view.root.querySelector('.result-summary')?.textContent).toContain('“nobody”');
    expect(view.buttons()).toContain('Article 33');
  });

  it('offers the nearest cards of a guess without choosing one', async () => {
    const view = await renderInPage(<Finder {...makeProps()} />);
    await type(view, 'zzz');
    expect(view.root.querySelector('[role=status]')?.textContent).toMatch(
      /^Nothing found for “zzz”\. /,
    );
    expect(view.root.querySelectorAll('[role=option]')).toHaveLength(3);
    expect(readActive(view)).toBeNull();
    await view.press('Enter');
    expect(getBox(view).value).toBe('zzz');
    await view.press('ArrowDown');
    expect(readActive(view)).toContain(bkdp.title);
  });

  it('says nothing of results before it can search, and shows them when it can', async () => {
    const view = await renderInPage(<Finder {...makeProps({ search: () => null })} />);
    await type(view, 'bkdp');
    expect(view.root.querySelector('.result-summary')?.textContent).toBe('');
    expect(view.root.querySelectorAll('[role=option]')).toHaveLength(0);
    expect(view.buttons()).not.toContain('Article 33');
    await view.rerender(<Finder {...makeProps()} />);
    expect(getBox(view).value).toBe('bkdp');
    expect(view.root.querySelectorAll('[role=option]').length).toBeGreaterThan(0);
  });

  it('offers to look at a page that was not read', async () => {
    const onRead = vi.fn<() => void>();
    const view = await renderInPage(
      <Finder {...makeProps({ pageStatus: 'unread', mentioned: [], onRead })} />,
    );
    await view.act(() => view.button('Look at this page').click());
    expect(onRead).toHaveBeenCalledOnce();
  });

  it.each([
    ['in the page when it is there', true],
    ['in its own place when the page has it no more', false],
  ])('opens the card of a mention %s', async (_, isShown) => {
    const onReveal = vi.fn<() => Promise<boolean>>(() => Promise.resolve(isShown));
    const view = await renderInPage(<Finder {...makeProps({ onReveal })} />);
    await view.act(() => view.root.querySelector<HTMLElement>('[role=option]')?.click());
    expect(onReveal).toHaveBeenCalledOnce();
    expect(view.root.querySelector('.card h2') === null).toBe(isShown);
  });

  it('lists every mention under its heading and opens its card', async () => {
    const onReveal = vi.fn<() => void>();
    const mention = {
      id: 'm1',
      packId: pack.id,
      cardId: 'ilo',
      text: 'the ILO',
      heading: 'Geneva',
    };
    const mentionList = { mentions: [mention], currentId: 'm1', onReveal };
    const view = await renderInPage(<Finder {...makeProps({ mentionList })} />);
    expect(view.root.querySelector('.mention-list h2')?.textContent).toBe('Geneva');
    const row = view.root.querySelector<HTMLButtonElement>('[aria-current]');
    await view.act(() => row?.click());
    expect(onReveal).toHaveBeenCalledWith(mention);
    expect(view.root.querySelector('.card h2')?.textContent).toContain('International Labour');
  });
});
