import type { Detection } from '@/core/detection/detection';
import type { Density } from '@/core/options';
import { createMentionFinder, type MentionFinder } from '@/core/detection/mention-finder';
import { createStartFinder } from '@/core/detection/start-finder';
import type { EncodedStarts } from '@/core/detection/starts';
import { createHeadingReader } from '@/entrypoints/mentions/heading-reader';
import { createHighlighter } from '@/entrypoints/mentions/highlighter';
import { findMarkAt } from '@/entrypoints/mentions/hit-test';
import { createMarker, type Marker } from '@/entrypoints/mentions/marker';
import { createMentionMap, type MentionMap } from '@/entrypoints/mentions/mention-map';
import { createRegionReader } from '@/entrypoints/mentions/region-reader';
import { createShadowRootSearch } from '@/entrypoints/mentions/shadow-roots';
import { createTextSweep } from '@/entrypoints/mentions/text-sweep';
import type { Finder } from './peers';

/** What a compiled pack has for detection. */
export type Compiled = { readonly detection: Detection; readonly starts: EncodedStarts };

/** The page script's own stages, each including the ones before it. */
export type Stages = {
  readonly collect: Finder;
  readonly match: Finder;
  readonly disambiguate: Finder;
  readonly scan: Finder;
  /** Scan and leave every mention marked. */
  readonly mark: () => Promise<Marker>;
  /** Apart from the others: the search for shadow trees, which are then read in the same way. */
  readonly shadowSearch: Finder;
};

function sweep(findStarts: (text: string) => readonly number[]): number {
  const texts = createTextSweep(document, { marksCode: false, findStarts });
  let count = 0;
  for (let found = texts.next(); found; found = texts.next()) count += found.length;
  return count;
}

/**
 * Prepare the stages as the page script does: the index of starts at once, all else with the first
 * start. Of a run's findings nothing is kept for the next.
 */
export function prepareStages({ detection, starts }: Compiled): Stages {
  const findStarts = createStartFinder([starts]);
  let finder: MentionFinder | null = null;
  const loadFinder = (): Promise<MentionFinder> =>
    Promise.resolve((finder ??= createMentionFinder([detection], findStarts)));

  async function find(mentions: MentionMap): Promise<void> {
    const reader = createRegionReader({
      detection: { findStarts, loadFinder },
      page: { title: document.title, language: document.documentElement.lang || null },
      mentions,
      marksCode: false,
      onProgress: () => {},
    });
    const work = reader.createWork({ root: document }, createHeadingReader({ marksCode: false }));
    for (;;) {
      const answer = work();
      if (!(typeof answer === 'boolean' ? answer : await answer)) return;
    }
  }

  async function mark(density: Density): Promise<Marker> {
    const mentions = createMentionMap({
      idPrefix: 'bench',
      onRemoved: (mention) => marker.unmark(mention),
    });
    const marker = createMarker(mentions, createHighlighter('bench'));
    await find(mentions);
    marker.refresh(mentions.list(), density);
    return marker;
  }

  return {
    collect: () => sweep(() => []),
    match: () => sweep(findStarts),
    async disambiguate() {
      const mentions = createMentionMap({ idPrefix: 'bench', onRemoved: () => {} });
      await find(mentions);
      return mentions.size;
    },
    async scan() {
      const marker = await mark('first-per-section');
      const { size } = marker;
      marker.clear();
      return size;
    },
    mark: () => mark('every'),
    shadowSearch() {
      let count = 0;
      const search = createShadowRootSearch(document, {
        onFound: () => {
          count += 1;
        },
        onCustomElement: () => {},
      });
      while (search());
      return count;
    },
  };
}

/** How long it takes to find the mark under the pointer, median of many places. */
export type HitTiming = { readonly marks: number; readonly medianMs: number };

const hitPlaces = 300;
/** Clocks tick too slowly for one. */
const hitRepeats = 40;

/** Mark every mention of the page, and find the mark at places on marks and all over the window. */
export async function measureHits(compiled: Compiled): Promise<HitTiming> {
  const { mark } = prepareStages(compiled);
  const marker = await mark();
  const times: number[] = [];
  for (let place = 0; place < hitPlaces; place += 1) {
    // Steps that share no divisor with the window, so that the whole of it is met.
    const point = { x: (place * 37) % innerWidth, y: (place * 53) % innerHeight };
    const target = document.elementFromPoint(point.x, point.y);
    const start = performance.now();
    for (let repeat = 0; repeat < hitRepeats; repeat += 1) findMarkAt(marker, target, point);
    times.push((performance.now() - start) / hitRepeats);
  }
  times.sort((one, other) => one - other);
  const { size: marks } = marker;
  marker.clear();
  return { marks, medianMs: times[hitPlaces / 2] ?? Number.NaN };
}
