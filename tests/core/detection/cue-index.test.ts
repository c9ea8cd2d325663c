import { expect, it } from 'vitest';
import { type Cue, encodeCueIndex, keyLength, readCueIndex } from '@/core/detection/cue-index';
import { hashWord } from '@/core/detection/hash';

const cues: readonly Cue[] = [
  { group: 0, words: ['union'], isAcronym: false },
  { group: 0, words: ['i', 'l', 'o'], isAcronym: true },
  { group: 12, words: ['unity', 'of', 'workers'], isAcronym: false },
  { group: 3, words: ['un'], isAcronym: true },
];

function findByKey(all: readonly Cue[], key: string): readonly Cue[] {
  return readCueIndex(encodeCueIndex(all)).getCues(hashWord(key)) ?? [];
}

it('gives the cues whose first word starts so, in order', () => {
  expect(findByKey(cues, 'uni')).toEqual([cues[0], cues[2]]);
  expect(findByKey(cues, 'i')).toEqual([cues[1]]);
  expect(findByKey(cues, 'un')).toEqual([cues[3]]);
  expect(findByKey(cues, 'off')).toEqual([]);
});

it('loses none where the first letters of two have the same hash', () => {
  const alike = ['一滢蓋', '乡崃冑'].map((word) => ({ group: 1, words: [word], isAcronym: false }));
  const [key, other] = alike.map(({ words: [word = ''] }) => word.slice(0, keyLength));
  expect(hashWord(key ?? '')).toBe(hashWord(other ?? ''));
  expect(findByKey(alike, key ?? '')).toEqual(alike);
});
