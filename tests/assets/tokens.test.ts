import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../assets/tokens.css'), 'utf8');

/** Read a token that differs by theme; throws when there is none of that name. */
function readToken(name: string, theme: 'light' | 'dark'): string {
  const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const value = match?.[theme === 'light' ? 1 : 2];
  if (value === undefined) throw new Error(`tokens.css holds no colour --${name}`);
  return value;
}

/** Relative luminance as WCAG 2.2 defines it. */
function toLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function measureContrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [toLuminance(a), toLuminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const texts = ['ink', 'ink-soft', 'accent', 'caution'];
const papers = ['paper', 'paper-sunk'];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(texts.flatMap((text) => papers.map((paper) => [text, paper] as const)))(
    'keeps %s readable on %s',
    (text, paper) => {
      const contrast = measureContrast(readToken(text, theme), readToken(paper, theme));
      expect(contrast).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('keeps the label of a primary button readable', () => {
    const contrast = measureContrast(readToken('accent-paper', theme), readToken('accent', theme));
    expect(contrast).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps the edges of fields and switches visible', () => {
    const contrast = measureContrast(readToken('edge', theme), readToken('paper', theme));
    expect(contrast).toBeGreaterThanOrEqual(3);
  });
});
