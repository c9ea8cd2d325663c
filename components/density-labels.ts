import type { Density } from '@/core/options';
import type { MessageKey } from '@/core/translate';

/** How each density is called. */
export const densityKeys = {
  every: 'densityEvery',
  'first-per-section': 'densitySection',
  'first-per-page': 'densityPage',
  none: 'densityNone',
} as const satisfies Record<Density, MessageKey>;
