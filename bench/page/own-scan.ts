import type { Mention } from '@/core/mention';
import { decodeTables } from '@/core/detection/tables';
import type { Detection } from '@/core/detection/detection';
import { createMatcher } from '@/core/detection/matcher';
import { createMentionFinder } from '@/core/detection/mention-finder';
import { createHighlighter } from '@/entrypoints/mentions/highlighter';
import { createMarker } from '@/entrypoints/mentions/marker';
import { createMentionMap } from '@/entrypoints/mentions/mention-map';
import { createFlowReader, type TextFlow } from '@/entrypoints/mentions/text-flows';
import type { Finder } from './peers';

const batchFlows = 64;

/** The page script's own stages, each including the ones before it. */
export type Stages = {
  readonly collect: Finder;
  readonly match: Finder;
  readonly disambiguate: Finder;
  readonly scan: Finder;
};

function eachFlow(visit: (flow: TextFlow) => void): void {
  const reader = createFlowReader(document, { marksCode: false });
  for (let flow = reader.next(); flow; flow = reader.next()) visit(flow);
}

/** Prepare the stages for `detection`; nothing of a run is kept for the next. */
export function prepareStages(detection: Detection): Stages {
  const matcher = createMatcher([decodeTables(detection)]);
  const finder = createMentionFinder([detection]);

  function find(show: (flow: TextFlow, mentions: readonly Mention[]) => void): void {
    const page = finder.openPage({
      title: document.title,
      language: document.documentElement.lang,
    });
    const flows: TextFlow[] = [];
    let batch: TextFlow[] = [];
    const flush = (): void => {
      for (const { blockIndex, mentions } of page.addBlocks(batch)) {
        const flow = flows[blockIndex];
        if (flow) show(flow, mentions);
      }
      batch = [];
    };
    eachFlow((flow) => {
      flows.push(flow);
      batch.push(flow);
      if (batch.length === batchFlows) flush();
    });
    flush();
  }

  return {
    collect: () => {
      let length = 0;
      eachFlow((flow) => {
        length += flow.text.length;
      });
      return length;
    },
    match: () => {
      let count = 0;
      eachFlow((flow) => {
        count += matcher.findMatches(flow.text).length;
      });
      return count;
    },
    disambiguate: () => {
      const counts = new Map<TextFlow, number>();
      find((flow, mentions) => counts.set(flow, mentions.length));
      return [...counts.values()].reduce((total, count) => total + count, 0);
    },
    scan: () => {
      const map = createMentionMap({
        idPrefix: 'bench',
        onRemoved: (mention) => marker.unmark(mention),
      });
      const marker = createMarker(map, createHighlighter('bench'));
      find((flow, mentions) => map.setFlow(flow, mentions));
      marker.refresh(map.list(), 'first-per-section');
      const { size } = marker;
      marker.clear();
      return size;
    },
  };
}
