import { type Compiled, measureHits, prepareStages } from './own-scan';
import { peers, walk, walkAndSum, type Finder } from './peers';

/** What one contender did on one page: the fastest of its runs, in milliseconds. */
export type Timing = {
  readonly name: string;
  readonly ms: number;
  /** What it takes to be ready for the first page. */
  readonly prepareMs: number;
  readonly hits: number;
};

export type Contest = {
  readonly compiled: Compiled;
  readonly terms: readonly string[];
  /** Runs of each contender; the fastest counts. One run measures it cold. */
  readonly runs: number;
  /** Contenders to run, by name; all when absent. */
  readonly only?: readonly string[];
};

export type ScanComparison = { readonly packs: readonly Compiled[]; readonly runs: number };

type Contender = {
  readonly name: string;
  readonly prepare: () => Finder;
  readonly undo?: ((root: Element) => void) | undefined;
};

/** Clocks of unprivileged worlds tick every 0.1 ms; shorter runs are repeated to be measurable. */
const shortestMeasureMs = 2;
/** Running this long, code is compiled as well as it ever is, on a machine of two processors too. */
const warmUpMs = 250;

type Measurement = { readonly ms: number; readonly hits: number };

async function measureRun(run: () => number | Promise<number>): Promise<Measurement> {
  const start = performance.now();
  const hits = await run();
  return { ms: performance.now() - start, hits };
}

/** Run for `forMs` at least and get what one run took. */
async function measureRuns(
  run: () => number | Promise<number>,
  forMs: number,
): Promise<Measurement> {
  const start = performance.now();
  let hits = 0;
  let times = 0;
  let ms = 0;
  do {
    hits = await run();
    times += 1;
    ms = performance.now() - start;
  } while (ms < forMs);
  return { ms: ms / times, hits };
}

async function time({ name, prepare, undo }: Contender, runs: number): Promise<Timing> {
  const startPrepare = performance.now();
  const finder = prepare();
  const prepareMs = performance.now() - startPrepare;
  const run = () => finder(document.body);
  // A cold run is one run, and what changes the page must be undone before the next.
  const isSingle = runs === 1 || undo !== undefined;
  if (!isSingle) await measureRuns(run, warmUpMs);
  let best = { ms: Number.POSITIVE_INFINITY, hits: 0 };
  for (let index = 0; index < runs; index += 1) {
    const measured = isSingle ? await measureRun(run) : await measureRuns(run, shortestMeasureMs);
    if (measured.ms < best.ms) best = measured;
    undo?.(document.body);
  }
  return { name, prepareMs, ...best };
}

/** Run the contest on the page this world belongs to; preparing is not timed. */
async function runContest({ compiled, terms, runs, only }: Contest): Promise<Timing[]> {
  const wants = (name: string): boolean => only === undefined || only.includes(name);
  const contenders: Contender[] = [
    { name: 'walk', prepare: () => walk },
    { name: 'limit', prepare: () => walkAndSum },
    { name: 'collect', prepare: () => prepareStages(compiled).collect },
    { name: 'collect + match', prepare: () => prepareStages(compiled).match },
    {
      name: 'collect + match + disambiguate',
      prepare: () => prepareStages(compiled).disambiguate,
    },
    { name: 'full scan', prepare: () => prepareStages(compiled).scan },
    { name: 'shadow trees', prepare: () => prepareStages(compiled).shadowSearch },
    ...peers.map((peer): Contender => ({
      name: peer.name,
      prepare: () => peer.prepare(terms),
      undo: peer.undo,
    })),
  ];
  const timings: Timing[] = [];
  for (const contender of contenders.filter(({ name }) => wants(name))) {
    timings.push(await time(contender, runs));
  }
  return timings;
}

/**
 * Time the full scan with each of `packs`, in turns on the page this world belongs to, so that nothing
 * but the packs differs; gives the fastest of some runs of each, in milliseconds.
 */
async function compareScans({ packs, runs }: ScanComparison): Promise<number[]> {
  const scans = packs.map((compiled) => {
    const { scan } = prepareStages(compiled);
    return { run: () => scan(document.body), bestMs: Number.POSITIVE_INFINITY };
  });
  for (const { run } of scans) await measureRuns(run, warmUpMs);
  for (let index = 0; index < runs; index += 1) {
    for (const scan of scans) {
      const { ms } = await measureRuns(scan.run, shortestMeasureMs);
      scan.bestMs = Math.min(scan.bestMs, ms);
    }
  }
  return scans.map(({ bestMs }) => bestMs);
}

Object.assign(globalThis, { runContest, compareScans, measureHits });
