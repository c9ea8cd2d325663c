import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPackInWorker } from '@/platform/pack-worker';

/** A worker that answers what it is sent, or breaks down over 'too much'. */
class FakeWorker extends EventTarget {
  static readonly started: FakeWorker[] = [];
  isEnded = false;

  constructor(readonly url: string) {
    super();
    FakeWorker.started.push(this);
  }

  postMessage(text: string): void {
    const event =
      text === 'too much'
        ? Object.assign(new Event('error'), { message: 'out of memory' })
        : new MessageEvent('message', { data: { ok: false, problems: [text] } });
    queueMicrotask(() => this.dispatchEvent(event));
  }

  terminate(): void {
    this.isEnded = true;
  }
}

beforeEach(() => {
  FakeWorker.started.length = 0;
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

describe('readPackInWorker', () => {
  it('answers with what a worker of its own made of the text, and ends it', async () => {
    const readings = await Promise.all([readPackInWorker('one'), readPackInWorker('two')]);
    expect(readings).toEqual([
      { ok: false, problems: ['one'] },
      { ok: false, problems: ['two'] },
    ]);
    const ended = { url: '/pack-reader.js', isEnded: true };
    expect(FakeWorker.started).toMatchObject([ended, ended]);
  });

  it('rejects when the worker breaks down, and ends it', async () => {
    await expect(readPackInWorker('too much')).rejects.toThrow('out of memory');
    expect(FakeWorker.started).toMatchObject([{ isEnded: true }]);
  });
});
