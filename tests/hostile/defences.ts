import { sharedDefences } from '@/tests/defences/shared';
import { firstRound } from './first-round';
import { laterRounds } from './later-rounds';

/** What hostile pages come up against, and how each is removed to see its tests fail. */
export const defences = { ...sharedDefences, ...firstRound, ...laterRounds };

export type DefenceName = keyof typeof defences;
