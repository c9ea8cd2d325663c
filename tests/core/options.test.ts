import { describe, expect, it } from 'vitest';
import { defaultOptions, isPaused, optionKeys, readOptions } from '@/core/options';

describe('readOptions', () => {
  it('uses the defaults when nothing is stored', () => {
    expect(readOptions({})).toEqual({ options: defaultOptions, unusable: [] });
  });

  it('keeps what fits beside what does not', () => {
    const { options, unusable } = readOptions({ density: 'loud', isQuiet: true, marksCode: 1 });
    expect(options).toEqual({ ...defaultOptions, isQuiet: true });
    expect(unusable).toEqual([
      { key: 'density', value: 'loud' },
      { key: 'marksCode', value: 1 },
    ]);
  });

  it('drops single entries of a list, not the list', () => {
    const { options, unusable } = readOptions({ mutedCards: ['p/ilo', 7, '', 'p/fidh'] });
    expect(options.mutedCards).toEqual(['p/ilo', 'p/fidh']);
    expect(unusable).toEqual([
      { key: 'mutedCards', value: 7 },
      { key: 'mutedCards', value: '' },
    ]);
  });

  it.each(optionKeys)('survives anything stored as %s', (key) => {
    const junk = [null, 0, '', 'x', [], {}, [null], [[]], Number.NaN, { length: 3 }, '__proto__'];
    for (const value of junk) {
      const { options } = readOptions({ [key]: value });
      expect(Object.keys(options)).toEqual([...optionKeys]);
      expect({ ...options, [key]: defaultOptions[key] }).toEqual(defaultOptions);
    }
  });

  it('ignores keys it does not know', () => {
    expect(readOptions({ colour: 'red' }).options).toEqual(defaultOptions);
  });
});

describe('isPaused', () => {
  it.each([
    { pausedUntil: null, paused: false },
    { pausedUntil: 1000, paused: false },
    { pausedUntil: 1001, paused: true },
    { pausedUntil: 3_601_000, paused: true },
    { pausedUntil: 3_601_001, paused: false },
  ])('is $paused until $pausedUntil at 1000', ({ pausedUntil, paused }) => {
    expect(isPaused({ ...defaultOptions, pausedUntil }, 1000)).toBe(paused);
  });
});
