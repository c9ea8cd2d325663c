import { findParentElement } from '@/platform/dom-properties';

export type Theme = 'light' | 'dark';

/** Measure whether `element` stands on a light or a dark background. */
export function measureTheme(element: Element | null): Theme {
  for (let current = element; current; current = findParentElement(current)) {
    const colour = parseColour(getComputedStyle(current).backgroundColor);
    if (colour && colour.alpha >= 0.5) return colour.lightness < 0.5 ? 'dark' : 'light';
  }
  // Nothing is painted: the canvas shows, dark when the page allows it and the reader wants it.
  const { colorScheme } = getComputedStyle(document.documentElement);
  const isDark =
    colorScheme.includes('dark') &&
    (!colorScheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  return isDark ? 'dark' : 'light';
}

/** Read a computed colour; lightness and alpha run from 0 to 1, null for notations not known. */
function parseColour(text: string): { lightness: number; alpha: number } | null {
  const [, name = '', inner = ''] = /^([a-z]+)\(([^)]*)\)$/.exec(text) ?? [];
  const values = inner
    .replace(/^(?:srgb|srgb-linear|display-p3|rec2020) /, '')
    .split(/[\s,/]+/)
    .map((value) => parseFloat(value));
  const [first, second = 0, third = 0, alpha = 1] = values;
  if (first === undefined || Number.isNaN(first)) return null;
  switch (name) {
    case 'rgb':
    case 'rgba':
      return { lightness: toLightness(first / 255, second / 255, third / 255), alpha };
    case 'color':
      return { lightness: toLightness(first, second, third), alpha };
    case 'oklab':
    case 'oklch':
      return { lightness: first, alpha };
    case 'lab':
    case 'lch':
      return { lightness: first / 100, alpha };
    default:
      return null;
  }
}

/** CIE lightness of an sRGB colour, by its luminance. */
function toLightness(red: number, green: number, blue: number): number {
  const [r, g, b] = [red, green, blue].map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  const luminance = 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
  return luminance > 0.008856 ? 1.16 * Math.cbrt(luminance) - 0.16 : 9.033 * luminance;
}
