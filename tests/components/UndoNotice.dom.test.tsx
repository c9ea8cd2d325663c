import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UndoNotice } from '@/components/UndoNotice';
import { renderInPage, type Rendered } from '../support/render';

const text = '“BKDP” will not be marked again.';
/** Longer than a notice stays that nobody touches. */
const longMs = 60_000;

describe('UndoNotice', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const onUndo = vi.fn<() => void>();
  const onClose = vi.fn<() => void>();
  afterEach(() => {
    vi.clearAllMocks();
  });

  function show(about: { takesFocus?: boolean; canUndo?: boolean } = {}): Promise<Rendered> {
    const { takesFocus = false, canUndo = true } = about;
    return renderInPage(
      <UndoNotice
        text={text}
        onUndo={canUndo ? onUndo : null}
        onClose={onClose}
        takesFocus={takesFocus}
      />,
    );
  }

  it('tells assistive technology what was done, and offers to take it back', async () => {
    const page = await show();
    expect(page.root.querySelector('[role="status"]')?.textContent).toBe(text);
    await page.act(() => page.button('Undo').click());
    expect(onUndo).toHaveBeenCalledOnce();
  });

  it('goes by itself', async () => {
    await show();
    vi.advanceTimersByTime(longMs);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('stays under the pointer and goes after it has left', async () => {
    const page = await show();
    await point(page, 'pointerenter');
    vi.advanceTimersByTime(longMs);
    expect(onClose).not.toHaveBeenCalled();
    await point(page, 'pointerleave');
    vi.advanceTimersByTime(longMs);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('takes the focus of who came by keyboard, stays with it, and closes by Escape', async () => {
    const page = await show({ takesFocus: true });
    expect(document.activeElement).toBe(page.button('Undo'));
    vi.advanceTimersByTime(longMs);
    expect(onClose).not.toHaveBeenCalled();
    await page.press('Escape');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('leaves the focus alone otherwise', async () => {
    await show();
    expect(document.activeElement).toBe(document.body);
  });

  it('offers nothing where nothing can be taken back', async () => {
    const page = await show({ canUndo: false });
    expect(page.buttons()).toEqual(['Close']);
  });
});

async function point(page: Rendered, type: 'pointerenter' | 'pointerleave'): Promise<void> {
  await page.act(() =>
    page.root.querySelector('.undo-notice')?.dispatchEvent(new PointerEvent(type)),
  );
}
