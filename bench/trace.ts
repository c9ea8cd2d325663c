/** What a trace of one page says about its main thread; milliseconds. */
export type Trace = {
  /** Script run in each task, with all that it forced the browser to do. */
  readonly scriptTaskMs: readonly number[];
  /** Compiling and evaluating the extension's page script; null when there was none. */
  readonly evaluateMs: number | null;
  /** Total blocking time: what tasks took beyond 50 ms each. */
  readonly blockingMs: number;
  /** Each handling of an event, by the event's type. */
  readonly eventMs: ReadonlyMap<string, readonly number[]>;
  readonly frameCount: number;
};

/** What has to be recorded for `readTrace`. */
export const traceCategories = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
];

/** Longer tasks keep a page from answering its reader. */
export const longTaskMs = 50;

const taskName = 'RunTask';
const scriptNames: ReadonlySet<string> = new Set([
  'EvaluateScript',
  'v8.compile',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'EventDispatch',
  'FireAnimationFrame',
  'RunPostTaskCallback',
  'v8.callFunction',
]);

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args: {
    readonly beginData?: { readonly url?: string };
    readonly data?: { readonly url?: string; readonly type?: string };
  };
};
type Span = { readonly start: number; readonly end: number };

/** Read a trace that Chromium recorded while it showed `url`. */
export function readTrace(recorded: Uint8Array | undefined, url: string): Trace {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(recorded)) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const thread = findMainThread(traceEvents, url);
  const events = traceEvents
    .filter(({ pid, tid }) => pid === thread.pid && tid === thread.tid)
    .toSorted((one, other) => one.ts - other.ts);
  const timed = events.filter(({ ph }) => ph === 'X');
  const tasks = timed.filter(({ name }) => name === taskName).map(toSpan);
  const scripts = listOutermost(timed.filter(({ name }) => scriptNames.has(name)).map(toSpan));
  // The first is that of the top frame; compiling is a part of it.
  const evaluation = timed.find(
    ({ name, args }) => name === 'EvaluateScript' && args.data?.url?.endsWith('/mentions.js'),
  );
  const eventMs = new Map<string, number[]>();
  for (const { name, args, dur = 0 } of timed) {
    const type = args.data?.type;
    if (name === 'EventDispatch' && type !== undefined)
      eventMs.set(type, [...(eventMs.get(type) ?? []), dur / 1000]);
  }
  return {
    scriptTaskMs: sumWithin(tasks, scripts),
    evaluateMs: evaluation ? (evaluation.dur ?? 0) / 1000 : null,
    blockingMs: tasks.reduce((sum, span) => sum + Math.max(0, toMs(span) - longTaskMs), 0),
    eventMs,
    frameCount: events.filter(({ name }) => name === 'FireAnimationFrame').length,
  };
}

/** Find the thread that parsed `url`; in a page that was there before, the one that saw its events. */
function findMainThread(
  events: readonly TraceEvent[],
  url: string,
): { readonly pid: number; readonly tid: number } {
  const parsing = events.find(
    ({ name, args }) => name === 'ParseHTML' && args.beginData?.url?.startsWith(url),
  );
  const reacting = events.find(
    ({ name }) => name === 'EventDispatch' || name === 'FireAnimationFrame',
  );
  const found = parsing ?? reacting;
  if (!found) throw new Error(`readTrace: no thread shows ${url}`);
  return found;
}

function toSpan({ ts, dur = 0 }: TraceEvent): Span {
  return { start: ts, end: ts + dur };
}

function toMs({ start, end }: Span): number {
  return (end - start) / 1000;
}

/** Leave out the spans that lie inside others; `spans` are in order of start. */
function listOutermost(spans: readonly Span[]): Span[] {
  let end = Number.NEGATIVE_INFINITY;
  return spans.filter((span) => {
    const isOutermost = span.start >= end;
    if (isOutermost) ({ end } = span);
    return isOutermost;
  });
}

/** Add up, for each task with script in it, how long its scripts ran. */
function sumWithin(tasks: readonly Span[], scripts: readonly Span[]): number[] {
  const sums: number[] = [];
  let at = 0;
  for (const task of listOutermost(tasks)) {
    let total = 0;
    while (at < scripts.length && (scripts[at]?.start ?? 0) < task.end) {
      const script = scripts[at];
      if (script && script.start >= task.start) total += toMs(script);
      at += 1;
    }
    if (total > 0) sums.push(total);
  }
  return sums;
}
