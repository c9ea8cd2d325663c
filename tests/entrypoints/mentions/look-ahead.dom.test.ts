import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lookAhead } from '@/entrypoints/mentions/look-ahead';

let readyState: DocumentReadyState;
let drawn: FrameRequestCallback[];

beforeEach(() => {
  readyState = 'loading';
  drawn = [];
  vi.useFakeTimers();
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => readyState);
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => drawn.push(callback));
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Let the browser draw a frame, and a second pass. */
async function draw(): Promise<void> {
  for (const callback of drawn.splice(0)) callback(0);
  await vi.advanceTimersByTimeAsync(1000);
}

function findStarts(text: string): number[] {
  return Array.from(text.matchAll(/ILO/gu), ({ index }) => index);
}

/** Begin to look ahead; every “ILO” is a start. */
function begin() {
  const loadFinder = vi.fn<() => Promise<null>>(() => Promise.resolve(null));
  const stopping = new AbortController();
  void lookAhead({ findStarts, loadFinder }, { marksCode: false, signal: stopping.signal });
  return { loadFinder, stopping };
}

it('has the finder loaded once when an alias may start in what is there, and not before a frame', async () => {
  document.body.innerHTML = '<p>The ILO said</p>';
  const { loadFinder } = begin();
  await vi.advanceTimersByTimeAsync(1000);
  expect(loadFinder).not.toHaveBeenCalled();
  await draw();
  expect(loadFinder).toHaveBeenCalledTimes(1);
  await draw();
  expect(loadFinder).toHaveBeenCalledTimes(1);
  expect(drawn).toHaveLength(0);
});

it('looks again at what came meanwhile, three times in all', async () => {
  document.body.innerHTML = '<p>Nothing</p>';
  const { loadFinder } = begin();
  await draw();
  await draw();
  expect(loadFinder).not.toHaveBeenCalled();
  document.body.innerHTML += '<p>The ILO said</p>';
  await draw();
  expect(loadFinder).toHaveBeenCalledTimes(1);

  document.body.innerHTML = '<p>Nothing</p>';
  const another = begin();
  for (let frame = 0; frame < 5; frame += 1) await draw();
  expect(drawn).toHaveLength(0);
  expect(another.loadFinder).not.toHaveBeenCalled();
});

it('leaves the rest to the reading once the document is parsed', async () => {
  document.body.innerHTML = '<p>The ILO said</p>';
  const { loadFinder } = begin();
  readyState = 'interactive';
  await draw();
  expect(loadFinder).not.toHaveBeenCalled();
  expect(drawn).toHaveLength(0);
});

it('ends when the script does', async () => {
  document.body.innerHTML = '<p>The ILO said</p>';
  const { loadFinder, stopping } = begin();
  stopping.abort();
  await draw();
  expect(loadFinder).not.toHaveBeenCalled();
});
