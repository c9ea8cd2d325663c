import type { Detection } from '@/core/detection/detection';
import { indexStarts, prepareMentionFinder } from '@/core/detection/mention-finder';
import { decodeTables } from '@/core/detection/tables';
import { runSteps } from '@/core/steps';
import { createHeadingReader } from '@/entrypoints/mentions/heading-reader';
import { createHighlighter } from '@/entrypoints/mentions/highlighter';
import { createMarker } from '@/entrypoints/mentions/marker';
import { createMentionMap, type MentionMap } from '@/entrypoints/mentions/mention-map';
import { createRegionReader } from '@/entrypoints/mentions/region-reader';
import { createShadowRootSearch } from '@/entrypoints/mentions/shadow-roots';
import { createTextSweep } from '@/entrypoints/mentions/text-sweep';
import type { Finder } from './peers';

/** The page script's own stages, each including the ones before it. */
export type Stages = {
  readonly collect: Finder;
  readonly match: Finder;
  readonly disambiguate: Finder;
  readonly scan: Finder;
  /** Apart from the others: the search for shadow trees, which are then read in the same way. */
  readonly shadowSearch: Finder;
};

function sweep(findStarts: (text: string) => readonly number[]): number {
  const texts = createTextSweep(document, { marksCode: false, findStarts });
  let count = 0;
  for (let found = texts.next(); found; found = texts.next()) count += found.length;
  return count;
}

/** Prepare the stages for `detection`; nothing of a run is kept for the next. */
export function prepareStages(detection: Detection): Stages {
  const findStarts = indexStarts([decodeTables(detection)]);
  const finder = runSteps(prepareMentionFinder([detection], findStarts));

  async function find(mentions: MentionMap): Promise<void> {
    const reader = createRegionReader({
      detection: { findStarts, loadFinder: () => Promise.resolve(finder) },
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

  return {
    collect: () => sweep(() => []),
    match: () => sweep(findStarts),
    async disambiguate() {
      const mentions = createMentionMap({ idPrefix: 'bench', onRemoved: () => {} });
      await find(mentions);
      return mentions.size;
    },
    async scan() {
      const mentions = createMentionMap({
        idPrefix: 'bench',
        onRemoved: (mention) => marker.unmark(mention),
      });
      const marker = createMarker(mentions, createHighlighter('bench'));
      await find(mentions);
      marker.refresh(mentions.list(), 'first-per-section');
      const { size } = marker;
      marker.clear();
      return size;
    },
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
