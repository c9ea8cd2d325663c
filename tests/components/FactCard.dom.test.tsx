import { describe, expect, it, vi } from 'vitest';
import { FactCard } from '@/components/FactCard';
import type { FactCardProps } from '@/components/fact-card-props';
import { makeCard, makeFact, makePack } from '../support/make-pack';
import { renderInPage } from '../support/render';

const facts = ['a', 'b', 'c', 'd', 'e'].map((id) =>
  makeFact({ id, statement: `Statement ${id}`, cardIds: ['bkdp', 'ilo'] }),
);
const card = makeCard({ factIds: facts.map(({ id }) => id) });
const ilo = makeCard({
  id: 'ilo',
  title: 'International Labour Organization',
  abbreviation: 'ILO',
});
const pack = makePack({ cards: [card, ilo], facts });

function makeProps(about: Partial<FactCardProps> = {}): FactCardProps {
  return {
    pack,
    card,
    facts,
    today: '2026-11-23',
    surface: 'page',
    citationStyles: [
      { id: 'quote', label: 'Quote and source', group: 'common' },
      { id: 'apa', label: 'APA', group: 'common' },
    ],
    controls: ['reject', 'mute', 'page-off', 'site-off', 'pause'],
    getQuoteUrl: (fact) => `https://example.org/release#${fact.id}`,
    onCopy: async () => ({ ok: true }),
    onOpenCard: () => {},
    onBack: null,
    isPinned: false,
    onPin: () => {},
    onClose: () => {},
    onControl: () => {},
    ...about,
  };
}

const refuseToCopy: FactCardProps['onCopy'] = async () => ({ ok: false, text: 'the citation' });

describe('FactCard', () => {
  it('puts facts on the reading list only where one is kept', async () => {
    const onToggle = vi.fn<(factId: string) => void>();
    const listing = { isListed: (factId: string) => factId === 'b', onToggle };
    const view = await renderInPage(
      <FactCard {...makeProps({ listing, facts: facts.slice(0, 2) })} />,
    );
    await view.act(() => view.button('Add to list').click());
    await view.act(() => view.button('On my list; press to take it off').click());
    expect(onToggle.mock.calls).toEqual([['a'], ['b']]);

    const without = await renderInPage(<FactCard {...makeProps()} />);
    expect(without.buttons()).not.toContain('Add to list');
  });

  it('is a dialog named by its title that announces itself once', async () => {
    const { root } = await renderInPage(<FactCard {...makeProps()} />);
    const dialog = root.querySelector('[role=dialog]');
    const title = root.querySelector(`[id="${dialog?.getAttribute('aria-labelledby')}"]`);
    expect(title?.textContent).toBe('Belarusian Congress of Democratic Trade Unions BKDP');
    expect(root.querySelector('[role=status]')?.textContent).toBe('Card: BKDP, 5 facts');
  });

  it('announces itself only once it is in the page', async () => {
    const view = await renderInPage(<FactCard {...makeProps({ isThere: false })} />);
    const status = view.root.querySelector('[role=status]');
    expect(status?.textContent).toBe('');
    await view.rerender(<FactCard {...makeProps({ isThere: true })} />);
    expect(status?.textContent).toBe('Card: BKDP, 5 facts');
  });

  it('shows three facts, and all of them on demand', async () => {
    const view = await renderInPage(<FactCard {...makeProps()} />);
    expect(view.root.querySelectorAll('.fact')).toHaveLength(3);
    await view.act(() => view.button('Show all 5 facts').click());
    expect(view.root.querySelectorAll('.fact')).toHaveLength(5);
  });

  it('says how old a fact is when it can go stale', async () => {
    const status = makeFact({ staleness: 'status', asOf: '2025-03' });
    const { root } = await renderInPage(<FactCard {...makeProps({ facts: [status] })} />);
    expect(root.querySelector('.fact-as-of')?.textContent).toBe(
      'As of March 2025 · 20 months ago · may have changed',
    );
  });

  it('gives the exact words on demand, with a link to the sentence', async () => {
    const view = await renderInPage(<FactCard {...makeProps({ facts: facts.slice(0, 1) })} />);
    expect(view.root.querySelector('blockquote')).toBeNull();
    await view.act(() => view.button('Quote').click());
    expect(view.root.querySelector('blockquote')?.textContent).toBe('Said');
    expect(view.root.querySelector('a')?.getAttribute('href')).toBe(
      'https://example.org/release#a',
    );
    expect(view.root.querySelector('a')?.rel).toBe('noopener noreferrer');
  });

  it('copies quote and source of one fact and says so', async () => {
    const onCopy = vi.fn<FactCardProps['onCopy']>(async () => ({ ok: true }));
    const view = await renderInPage(
      <FactCard {...makeProps({ facts: facts.slice(0, 1), onCopy })} />,
    );
    await view.act(() => view.button('Copy quote and source').click());
    expect(onCopy).toHaveBeenCalledWith({ styleId: 'quote', factId: 'a' });
    const lines = [...view.root.querySelectorAll('[role=status]')].map((line) => line.textContent);
    expect(lines).toContain('Copied');
  });

  it('shows the text selected when the browser refuses to copy', async () => {
    const view = await renderInPage(
      <FactCard {...makeProps({ facts: facts.slice(0, 1), onCopy: refuseToCopy })} />,
    );
    await view.act(() => view.button('Copy quote and source').click());
    const field = view.root.querySelector('textarea');
    expect(field?.value).toBe('the citation');
    expect(document.activeElement).toBe(field);
    expect([field?.selectionStart, field?.selectionEnd]).toEqual([0, 'the citation'.length]);
  });

  it('cites the fact last read', async () => {
    const onCopy = vi.fn<FactCardProps['onCopy']>(async () => ({ ok: true }));
    const view = await renderInPage(<FactCard {...makeProps({ onCopy })} />);
    const quotes = [...view.root.querySelectorAll('button')].filter(
      (button) => button.textContent === 'Quote',
    );
    await view.act(() => quotes[1]?.click());
    await view.act(() => view.button('Cite').click());
    expect(view.root.querySelector('.menu-title')?.textContent).toContain('Statement b');
    await view.act(() => view.button('APA').click());
    expect(onCopy).toHaveBeenCalledWith({ styleId: 'apa', factId: 'b' });
  });

  it('moves the focus into a menu it opens, which stands before its button', async () => {
    const view = await renderInPage(<FactCard {...makeProps()} />);
    await view.act(() => view.button('More').click());
    expect(document.activeElement?.closest('.menu')).not.toBeNull();
  });

  it('closes the open menu on Escape first, then the card', async () => {
    const onClose = vi.fn<() => void>();
    const view = await renderInPage(<FactCard {...makeProps({ onClose })} />);
    await view.act(() => view.button('More').click());
    await view.act(() => view.button('Off on this site').focus());
    await view.press('Escape');
    expect(onClose).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(view.button('More'));
    await view.press('Escape');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('passes on what the reader turns off', async () => {
    const onControl = vi.fn<FactCardProps['onControl']>();
    const view = await renderInPage(<FactCard {...makeProps({ onControl })} />);
    await view.act(() => view.button('More').click());
    await view.act(() => view.button('Never mark “BKDP”').click());
    expect(onControl).toHaveBeenCalledWith('mute');
  });

  it('asks for a related card by its id', async () => {
    const onOpenCard = vi.fn<FactCardProps['onOpenCard']>();
    const view = await renderInPage(<FactCard {...makeProps({ onOpenCard })} />);
    await view.act(() => view.button('ILO').click());
    expect(onOpenCard).toHaveBeenCalledWith('ilo');
  });

  it('leaves plain keys to the page', async () => {
    const view = await renderInPage(<FactCard {...makeProps()} />);
    const keys = [' ', 'PageDown', 'ArrowDown', 'j', 'Tab'].map((key) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      view.root.querySelector('.card')?.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(keys).not.toContain(true);
  });

  it('needs no inline style', async () => {
    const view = await renderInPage(<FactCard {...makeProps()} />);
    expect(view.root.querySelector('[style]')).toBeNull();
  });
});
