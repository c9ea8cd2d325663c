import { describe, expect, it } from 'vitest';
import { locateQuote } from '@/scripts/compile/locate-quote';

const source = 'The union met. The union’s president spoke.\nLater the union was dissolved.';

describe('locateQuote', () => {
  it('finds a quote that stands once', () => {
    expect(locateQuote({ text: 'president spoke' }, source)).toEqual({
      ok: true,
      position: { start: 27, end: 42 },
    });
  });

  it.each([
    ['Later', 56],
    ['Later ', 56],
  ])('finds the quote meant by "after %s"', (after, start) => {
    const text = 'the union';
    expect(locateQuote({ text, after }, source.replace('The union m', 'the union m'))).toEqual({
      ok: true,
      position: { start: start - 6, end: start + 3 },
    });
  });

  it.each([
    [{ text: 'The union' }, 'stands 2 times in source.txt (lines 1, 1); say which with `after`'],
    [{ text: 'the union', after: 'Earlier' }, 'never stands right after "Earlier" in source.txt'],
    [{ text: ' ' }, 'is empty'],
    [
      { text: "The union's president" },
      'is not in source.txt: after "The union" it has "\'s president" where line 1 of the source has " met. The union’s pr"',
    ],
    [{ text: 'Nothing of the kind' }, 'is not in source.txt: "Nothing of the kind"'],
  ])('explains why %j cannot be located', (passage, reason) => {
    expect(locateQuote(passage, source)).toEqual({ ok: false, reason });
  });

  it('is strict about case, apostrophes and spaces', () => {
    for (const text of ['the Union met', "union's", 'president  spoke']) {
      expect(locateQuote({ text }, source).ok).toBe(false);
    }
  });
});
