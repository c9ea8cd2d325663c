import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClipboard } from '@/platform/clipboard';

const citation = { text: '“Q” <b>', html: '<i>“Q”</i> &lt;b&gt;' };
let stop = new AbortController();

/** happy-dom has neither command nor event data; stand in for a browser that allows copying. */
function allowCopyCommand(): { read: () => Record<string, string> } {
  const taken: Record<string, string> = {};
  document.execCommand = () => {
    const event = new Event('copy', { bubbles: true, cancelable: true });
    const clipboardData = { setData: (type: string, value: string) => (taken[type] = value) };
    Object.assign(event, { clipboardData });
    document.body.dispatchEvent(event);
    return true;
  };
  return { read: () => taken };
}

function denyClipboardApi(): void {
  vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new Error('NotAllowedError'));
}

/** Take over copying as a hostile page does. */
function hijackCopying(): void {
  window.addEventListener('copy', (event) => event.stopImmediatePropagation(), {
    capture: true,
    signal: stop.signal,
  });
}

beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

describe('createClipboard', () => {
  it('writes both types by the clipboard API where it is allowed', async () => {
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
    expect(await createClipboard(window, stop.signal).copy(citation)).toBe(true);
    const item = write.mock.calls[0]?.[0][0];
    expect(item?.types).toEqual(['text/plain', 'text/html']);
  });

  it('falls back to the copy event', async () => {
    denyClipboardApi();
    const { read } = allowCopyCommand();
    expect(await createClipboard(window, stop.signal).copy(citation)).toBe(true);
    expect(read()).toEqual({ 'text/plain': citation.text, 'text/html': citation.html });
  });

  it('leaves out HTML a format does not have', async () => {
    denyClipboardApi();
    const { read } = allowCopyCommand();
    await createClipboard(window, stop.signal).copy({ text: 'TY  - ELEC', html: null });
    expect(read()).toEqual({ 'text/plain': 'TY  - ELEC' });
  });

  it('wins against a page that takes over copying later', async () => {
    denyClipboardApi();
    const { read } = allowCopyCommand();
    const clipboard = createClipboard(window, stop.signal);
    hijackCopying();
    expect(await clipboard.copy(citation)).toBe(true);
    expect(read()['text/plain']).toBe(citation.text);
  });

  it('says that it failed when the page was first', async () => {
    denyClipboardApi();
    allowCopyCommand();
    hijackCopying();
    expect(await createClipboard(window, stop.signal).copy(citation)).toBe(false);
  });

  it("leaves the reader's own copying alone", () => {
    const { read } = allowCopyCommand();
    createClipboard(window, stop.signal);
    document.execCommand('copy');
    expect(read()).toEqual({});
  });
});
