import { describe, expect, it } from 'vitest';
import {
  compareFramePaths,
  findNextMention,
  isComplete,
  mergeReports,
  toFrameAnswer,
  toMentionsCounted,
  toPageRequest,
  type PageReport,
} from '@/platform/messages';

function makeReport(ids: readonly string[], over: Partial<PageReport> = {}): PageReport {
  return {
    mentions: ids.map((id) => ({ id, packId: 'p', cardId: 'ilo', text: 'ILO', heading: null })),
    currentId: null,
    inViewId: null,
    isPageOff: false,
    isCapped: false,
    ...over,
  };
}

function makeAnswer(framePath: readonly number[], childCount: number) {
  return { framePath, childCount, response: true };
}

describe('toPageRequest', () => {
  it.each([
    { type: 'listMentions' },
    { type: 'revealMention', mentionId: 'a1' },
    { type: 'setPageOff', isOff: true },
    { type: 'copyCitation' },
  ])('accepts $type', (request) => {
    expect(toPageRequest(request)).toEqual(request);
  });

  it.each([
    null,
    'listMentions',
    [],
    { type: 'toString' },
    { type: '__proto__' },
    { type: 'importPack' },
    { type: 'revealMention' },
    { type: 'revealMention', mentionId: 'x'.repeat(10_001) },
    { type: 'setPageOff', isOff: 1 },
  ])('refuses %j', (value) => {
    expect(toPageRequest(value)).toBeNull();
  });
});

describe('toFrameAnswer', () => {
  it('accepts a report', () => {
    const answer = { framePath: [0, 2], childCount: 1, response: makeReport(['a']) };
    expect(toFrameAnswer('listMentions', answer)).toEqual(answer);
  });

  it.each([
    { framePath: '0', childCount: 0, response: true },
    { framePath: [-1], childCount: 0, response: true },
    { framePath: [], childCount: 0, response: 'yes' },
    { framePath: [], childCount: -1, response: true },
    { response: true },
    undefined,
  ])('refuses %j as an answer to revealMention', (value) => {
    expect(toFrameAnswer('revealMention', value)).toBeNull();
  });

  it('refuses a report with one malformed mention', () => {
    const report = { ...makeReport(['a']), mentions: [{ id: 'a' }] };
    expect(
      toFrameAnswer('listMentions', { framePath: [], childCount: 0, response: report }),
    ).toBeNull();
  });
});

describe('toMentionsCounted', () => {
  it('accepts a count', () => {
    expect(toMentionsCounted({ type: 'mentionsCounted', count: 3 })).toEqual({ count: 3 });
  });

  it.each([-1, 1.5, Number.NaN, '3', null])('refuses %j', (count) => {
    expect(toMentionsCounted({ type: 'mentionsCounted', count })).toBeNull();
  });
});

describe('mergeReports', () => {
  it('has nothing when no frame answered', () => {
    expect(mergeReports([])).toBeNull();
  });

  it('orders parents before children and siblings by index', () => {
    const paths = [[1], [0, 1], [], [10], [0], [2]];
    expect(paths.toSorted(compareFramePaths)).toEqual([[], [0], [0, 1], [1], [2], [10]]);
  });

  it('joins mentions in frame order and keeps where the reader is', () => {
    const merged = mergeReports([
      {
        framePath: [1],
        childCount: 0,
        response: makeReport(['d'], { currentId: 'd', isCapped: true }),
      },
      { framePath: [], childCount: 0, response: makeReport(['a', 'b'], { inViewId: 'b' }) },
      { framePath: [0], childCount: 0, response: makeReport(['c'], { inViewId: 'c' }) },
    ]);
    expect(merged?.mentions.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(merged).toMatchObject({ currentId: 'd', inViewId: 'b', isCapped: true });
  });
});

describe('isComplete', () => {
  it.each([
    { answers: [makeAnswer([], 0)], complete: true },
    { answers: [makeAnswer([], 1)], complete: false },
    { answers: [makeAnswer([], 1), makeAnswer([0], 0)], complete: true },
    { answers: [makeAnswer([], 1), makeAnswer([0], 1)], complete: false },
    { answers: [makeAnswer([0], 0)], complete: true },
  ])('says $complete of $answers', ({ answers, complete }) => {
    expect(isComplete(answers)).toBe(complete);
  });
});

describe('findNextMention', () => {
  it.each([
    { at: 'after the current one', state: { currentId: 'b' }, direction: 1, goesTo: 'c' },
    { at: 'before the current one', state: { currentId: 'b' }, direction: -1, goesTo: 'a' },
    { at: 'round the end', state: { currentId: 'c' }, direction: 1, goesTo: 'a' },
    { at: 'round the start', state: { currentId: 'a' }, direction: -1, goesTo: 'c' },
    { at: 'first in view', state: { inViewId: 'b' }, direction: 1, goesTo: 'b' },
    { at: 'before the view', state: { inViewId: 'b' }, direction: -1, goesTo: 'a' },
    { at: 'start of the page', state: {}, direction: 1, goesTo: 'a' },
    { at: 'end of the page', state: {}, direction: -1, goesTo: 'c' },
    {
      at: 'in view when current is gone',
      state: { currentId: 'x', inViewId: 'c' },
      direction: 1,
      goesTo: 'c',
    },
  ] as const)('goes $at', ({ state, direction, goesTo }) => {
    expect(findNextMention(makeReport(['a', 'b', 'c'], state), direction)?.id).toBe(goesTo);
  });

  it('has nowhere to go on a page without mentions', () => {
    expect(findNextMention(makeReport([]), 1)).toBeNull();
  });
});
