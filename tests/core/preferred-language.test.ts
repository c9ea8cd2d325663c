import { expect, it } from 'vitest';
import { isPreferred } from '@/core/preferred-language';

it.each([
  { wanted: ['be', 'ru', 'en'], shown: 'ru', isBetter: true },
  { wanted: ['be-BY', 'en-US'], shown: 'en-GB', isBetter: true },
  { wanted: ['lt', 'be'], shown: 'en-GB', isBetter: true },
  { wanted: ['ru', 'be'], shown: 'ru', isBetter: false },
  { wanted: ['en-US', 'be'], shown: 'en-GB', isBetter: false },
  { wanted: ['be'], shown: 'be', isBetter: false },
  { wanted: ['bem', 'en'], shown: 'en-GB', isBetter: false },
  { wanted: [], shown: 'en-GB', isBetter: false },
])('Belarusian instead of $shown for a reader of $wanted: $isBetter', ({ isBetter, ...offer }) => {
  expect(isPreferred({ offered: 'be', ...offer })).toBe(isBetter);
});
