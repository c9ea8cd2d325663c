import { sharedDefences } from '@/tests/defences/shared';
import { marksDefences } from './defences/marks';
import { surroundingsDefences } from './defences/surroundings';
import { textDefences } from './defences/text';

/** What awkward pages are met with, and how each is removed to see its cases fail. */
export const defences = {
  ...sharedDefences,
  ...textDefences,
  ...marksDefences,
  ...surroundingsDefences,
};

export type DefenceName = keyof typeof defences;
