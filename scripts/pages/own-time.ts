import type { Page } from 'puppeteer-core';
import { evaluateInFirefoxItself } from '@/tests/support/browser/firefox-itself';
import type { ExtensionBrowser } from '@/tests/support/browser/launch';

/** Tells for how many milliseconds our scripts ran between two moments (epoch milliseconds). */
export type MeasureOwnMs = (from: number, to: number) => number;

/** Samples which scripts the main threads of pages run; what our code calls in the browser is ours. */
export type OwnTime = {
  /** Chromium forgets on the way to another process; Firefox takes a second to read a profile. */
  readonly pagesPerSampling: number;
  readonly start: () => Promise<void>;
  /** End the sampling and read what was seen since `start`. */
  readonly stop: () => Promise<MeasureOwnMs>;
};

const chromiumIntervalMs = 0.2;
const firefoxIntervalMs = 1;

/** Create a measurement for the browser's own profiler. */
export async function createOwnTime(launched: ExtensionBrowser, page: Page): Promise<OwnTime> {
  return launched.name === 'chromium' ? useChromium(launched, page) : useFirefox(launched);
}

async function useChromium({ extensionOrigin }: ExtensionBrowser, page: Page): Promise<OwnTime> {
  const session = await page.createCDPSession();
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: chromiumIntervalMs * 1000 });
  let startedAt = 0;
  return {
    pagesPerSampling: 1,
    async start() {
      await session.send('Profiler.start');
      startedAt = Date.now();
    },
    async stop() {
      const { profile } = await session.send('Profiler.stop');
      const own = new Set<number>();
      // Parents come before their children.
      for (const { id, callFrame, children = [] } of profile.nodes) {
        if (callFrame.url.startsWith(`${extensionOrigin}/`)) own.add(id);
        if (own.has(id)) for (const child of children) own.add(child);
      }
      const { samples = [], timeDeltas = [] } = profile;
      let at = startedAt;
      const times = samples.flatMap((id, index) => {
        at += (timeDeltas[index] ?? 0) / 1000;
        return own.has(id) ? [at] : [];
      });
      return (from, to) => countBetween(times, from, to) * chromiumIntervalMs;
    },
  };
}

function countBetween(times: readonly number[], from: number, to: number): number {
  return times.filter((time) => time >= from && time < to).length;
}

/** What of Firefox's profiler is used here; tables hold rows by the columns of `schema`. */
type Table = {
  readonly schema: Readonly<Record<string, number>>;
  readonly data: (number | null)[][];
};
type Thread = {
  readonly stringTable: readonly string[];
  readonly frameTable: Table;
  readonly stackTable: Table;
  readonly samples: Table;
};
type Profile = {
  /** Epoch milliseconds; samples count from here. */
  readonly meta: { readonly startTime: number };
  readonly threads: readonly Thread[];
  readonly processes: readonly Profile[];
};
declare const Services: {
  readonly profiler: {
    StartProfiler(
      entries: number,
      intervalMs: number,
      features: readonly string[],
      threads: readonly string[],
    ): Promise<void>;
    StopProfiler(): Promise<void>;
    getProfileDataAsync(): Promise<Profile>;
  };
};

function useFirefox({ browser, extensionOrigin }: ExtensionBrowser): OwnTime {
  return {
    pagesPerSampling: 13,
    async start() {
      await evaluateInFirefoxItself(
        browser,
        async (intervalMs) => {
          await Services.profiler.StartProfiler(8_000_000, intervalMs, ['js'], ['GeckoMain']);
        },
        firefoxIntervalMs,
      );
    },
    async stop() {
      const times = await evaluateInFirefoxItself(
        browser,
        async (origin) => {
          const profile = await Services.profiler.getProfileDataAsync();
          await Services.profiler.StopProfiler();
          const times: number[] = [];
          for (const { meta, threads } of profile.processes)
            for (const { stringTable, frameTable, stackTable, samples } of threads) {
              const name = frameTable.schema['location'] ?? 0;
              const frame = stackTable.schema['frame'] ?? 0;
              const prefix = stackTable.schema['prefix'] ?? 0;
              const stack = samples.schema['stack'] ?? 0;
              const time = samples.schema['time'] ?? 0;
              const isOwnFrame = frameTable.data.map((row) =>
                stringTable[row[name] ?? -1]?.includes(origin),
              );
              const isOwn: boolean[] = [];
              for (const row of stackTable.data) {
                const caller = row[prefix];
                isOwn.push(
                  isOwnFrame[row[frame] ?? -1] === true ||
                    (caller != null && isOwn[caller] === true),
                );
              }
              for (const row of samples.data)
                if (isOwn[row[stack] ?? -1] === true) times.push(meta.startTime + (row[time] ?? 0));
            }
          return times;
        },
        `${extensionOrigin}/`,
      );
      return (from, to) => countBetween(times, from, to) * firefoxIntervalMs;
    },
  };
}
