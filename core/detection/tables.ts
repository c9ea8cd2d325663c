import { findFirstIndex } from '@/core/bisect';
import type { Detection, DetectionRule } from './detection';
import { type Graph, readGraph } from './graph';
import { type LazyList, readList, splitList } from './lazy-list';
import { decodeNumbers } from './number-text';
import { decodeWordList } from './word-list';

/** Words whose phrases are read together: few enough to be read in a fraction of a millisecond. */
export const chunkSize = 32;

/** A detection ready for matching; what a page does not ask for is never decoded. */
export type Tables = Pick<
  Detection,
  'packId' | 'cardIds' | 'shapes' | 'series' | 'cues' | 'cueIndex'
> & {
  /** The first word of each chunk. */
  readonly heads: readonly string[];
  /** By chunk: its words, sorted. */
  readonly words: LazyList<readonly string[]>;
  /** By chunk: the phrases that start with its words. */
  readonly graphs: LazyList<Graph>;
  /** By output set: indices of rules, and of series after them. */
  readonly outputs: LazyList<readonly number[]>;
  readonly rules: LazyList<DetectionRule>;
};

/** Find the index of a folded word; -1 when no alias has it. */
export function findWordIndex({ heads, words }: Tables, word: string): number {
  const chunk = findFirstIndex(heads, (head) => head <= word) - 1;
  const place = words.get(chunk)?.indexOf(word) ?? -1;
  return place < 0 ? -1 : chunk * chunkSize + place;
}

/** Get a word by its index; throws when there is none. */
export function getWord({ words }: Tables, index: number): string {
  const word = words.get(Math.floor(index / chunkSize))?.[index % chunkSize];
  if (word === undefined) throw new Error(`There is no word ${index}`);
  return word;
}

/** Get the graph of the phrases that start with a word. */
export function getGraph({ graphs }: Tables, wordIndex: number): Graph | undefined {
  return graphs.get(Math.floor(wordIndex / chunkSize));
}

/** Make ready what `compileDetection` made. */
export function readTables(detection: Detection): Tables {
  const { packId, cardIds, shapes, series, cues, cueIndex, languages, manners } = detection;
  return {
    packId,
    cardIds,
    shapes,
    series,
    cues,
    cueIndex,
    heads: splitList(detection.heads),
    words: readList(detection.words, decodeWordList),
    graphs: readGraph(detection.graph),
    outputs: readList(detection.outputs, (set) => [...decodeNumbers(set)]),
    rules: readList(detection.rules, (encoded): DetectionRule => {
      const [card = 0, language = 0, manner = 0] = decodeNumbers(encoded);
      const traits = manners[manner];
      if (!traits) throw new Error(`${packId}: there is no manner ${manner}`);
      return { ...traits, card, language: languages[language] ?? '' };
    }),
  };
}
