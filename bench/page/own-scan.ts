import type { Detection } from '@/core/detection/detection';
import { createMentionFinder } from '@/core/detection/mention-finder';
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
  const finder = createMentionFinder([detection]);

  function find(mentions: MentionMap): void {
    const reader = createRegionReader({
      finder,
      page: { title: document.title, language: document.documentElement.lang || null },
      mentions,
      marksCode: false,
      onProgress: () => {},
    });
    const work = reader.createWork({ root: document }, createHeadingReader({ marksCode: false }));
    while (work());
  }

  return {
    collect: () => sweep(() => []),
    match: () => sweep(finder.findStarts),
    disambiguate() {
      const mentions = createMentionMap({ idPrefix: 'bench', onRemoved: () => {} });
      find(mentions);
      return mentions.size;
    },
    scan() {
      const mentions = createMentionMap({
        idPrefix: 'bench',
        onRemoved: (mention) => marker.unmark(mention),
      });
      const marker = createMarker(mentions, createHighlighter('bench'));
      find(mentions);
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
