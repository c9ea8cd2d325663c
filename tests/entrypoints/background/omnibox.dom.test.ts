import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerOmnibox } from '@/entrypoints/background/omnibox';
import { takeLookup } from '@/platform/lookup';
import { makeTranslate } from '../../support/make-translate';

describe('answerOmnibox', () => {
  const listeners = new Set<(text: string) => Promise<void>>();
  const openPopup = vi.fn<() => Promise<void>>(async () => {});
  const setDefaultSuggestion = vi.fn<(suggestion: { description: string }) => void>();

  beforeEach(() => {
    fakeBrowser.reset();
    listeners.clear();
    vi.clearAllMocks();
    Object.assign(fakeBrowser, {
      omnibox: {
        setDefaultSuggestion,
        onInputEntered: {
          addListener: (listener: (text: string) => Promise<void>) => listeners.add(listener),
          removeListener: (listener: (text: string) => Promise<void>) => listeners.delete(listener),
        },
      },
    });
    Object.assign(fakeBrowser.action, { openPopup });
  });

  it('opens the popup with what was typed, and hands it over once', async () => {
    answerOmnibox(makeTranslate(), new AbortController().signal);
    await Promise.all([...listeners].map((listener) => listener(' yaroshuk ')));
    expect(openPopup).toHaveBeenCalledOnce();
    expect(await takeLookup()).toBe('yaroshuk');
    expect(await takeLookup()).toBeNull();
  });

  it('says what will be looked up, and stops with its signal', () => {
    const controller = new AbortController();
    answerOmnibox(makeTranslate(), controller.signal);
    expect(setDefaultSuggestion.mock.calls[0]?.[0].description).toContain('%s');
    controller.abort();
    expect(listeners.size).toBe(0);
  });
});
